import { EventEmitter } from 'node:events'

// Gives a plain Node child the `process.parentPort` of a utility process, and takes away what such a process does
// not have: `process.send` and the `message` event of `process`. Messages arrive in `data`, as there.
const port = new EventEmitter()
const send = process.send?.bind(process)
port.postMessage = (message) => process.connected && send?.(message)
process.on('message', (data) => port.emit('message', { data }))
process.on('disconnect', () => process.exit(0))
const on = process.on.bind(process)
process.on = (event, listener) => (event === 'message' ? process : on(event, listener))
process.send = undefined
Object.defineProperty(process, 'parentPort', { value: port })
