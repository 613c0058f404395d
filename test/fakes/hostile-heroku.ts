import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { notFound } from './hostile-heroku-replies.ts'

/** A request as it arrived. */
export interface Seen {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly at: number
}

/** How the server answers one request. */
export type Reply = (response: ServerResponse, seen: Seen) => void

/** A server that answers as it is told to, and remembers what it was asked. */
export interface HostileHeroku {
  readonly url: string
  readonly seen: readonly Seen[]
  close(): Promise<void>
}

/**
 * Starts a server on loopback that misbehaves by script: a reply per path (query included), or one for
 * everything under `*`. Paths without a script answer 404 as Heroku does.
 */
export async function startHostile(script: Readonly<Record<string, Reply>>): Promise<HostileHeroku> {
  const seen: Seen[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((request, response) => {
    const one = { path: request.url ?? '', headers: request.headers, at: Date.now() }
    seen.push(one)
    const reply = script[one.path] ?? script['*'] ?? notFound()
    reply(response, one)
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
