import type { FromSample, ToSample } from '../../shared/sample-port.ts'
import { tellFor } from './port.ts'
import { startDemo } from './start.ts'

/**
 * The Heroku in the box in a process of its own: starts with the usual sizes, says its addresses and a token to
 * whoever started it, and serves until it is ended. Asked to, it tells a locker what its compliance lead knows.
 */
type Port = {
  postMessage(message: FromSample): void
  on(event: 'message', listener: (event: { data: ToSample }) => void): void
}

const parent = (process as { readonly parentPort?: Port }).parentPort
const demo = await startDemo({})
const served: FromSample = {
  kind: 'served',
  apiUrl: demo.apiUrl,
  dataUrl: demo.dataUrl,
  token: demo.tokens.auditor,
}
if (parent) {
  const hear = tellFor(demo.organisation, (message) => parent.postMessage(message))
  parent.on('message', ({ data }) => hear(data))
  parent.postMessage(served)
} else process.send?.(served)
