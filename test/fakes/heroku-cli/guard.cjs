// Loaded before Heroku's CLI: writes down every connection it tries, and lets none out but to 127.0.0.1.
const net = require('node:net')
const { appendFileSync } = require('node:fs')

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function guarded(...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  const to = typeof first === 'object' ? first : { port: first, host: args[1] }
  const target = to.path ?? `${to.host ?? 'localhost'}:${to.port}`
  appendFileSync(process.env.GUARD_LOG, `${target}\n`)
  if (!target.startsWith('127.0.0.1:')) throw new Error(`the test keeps this connection in: ${target}`)
  return connect.apply(this, args)
}
