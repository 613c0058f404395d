import type { FromCore, ToCore } from '../../shared/core-port.ts'
import { serveCore } from './serve-core.ts'

/** The core as a process of its own: Electron's utility process, or a plain Node child. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: { readonly data: ToCore }) => void): void
}

const parent = (process as { readonly parentPort?: ParentPort }).parentPort

serveCore({
  send: (message: FromCore) => (parent ? parent.postMessage(message) : process.send?.(message)),
  listen: (listener) =>
    parent ? parent.on('message', ({ data }) => listener(data)) : process.on('message', listener as never),
})
