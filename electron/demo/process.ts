import { startDemo } from './start.ts'

/**
 * The Heroku in the box in a process of its own: starts with the usual sizes, tells its address and a token to
 * whoever started it, and serves until it is ended.
 */
type Port = { postMessage(message: unknown): void }

const parent = (process as { readonly parentPort?: Port }).parentPort
const demo = await startDemo({})
const told = { apiUrl: demo.apiUrl, dataUrl: demo.dataUrl, token: demo.tokens.auditor }
if (parent) parent.postMessage(told)
else process.send?.(told)
