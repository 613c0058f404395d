import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Demo } from '../../electron/demo/start.ts'
import type { Fault, Passing, TrueAnswer } from './fault.ts'
import { seeded } from './seeded.ts'

/** The fault layer: a server between the collector and the Heroku in the box. */
export interface FaultLayer {
  readonly apiUrl: string
  /** Answers that were altered: their `Request-Id`s, and what was asked for. */
  readonly altered: ReadonlyMap<string, string>
  /** How many requests met the fault. */
  struck(): number
  /** What arrived where nothing may arrive: method, address and whether a token came with it. */
  readonly stolen: readonly string[]
  /** Lets everything pass from now on. */
  calm(): void
  close(): Promise<void>
}

/** Starts the layer in front of a Heroku in the box, with a fault and a seed. */
export async function startFaultLayer(demo: Demo, fault: Fault, seed: string): Promise<FaultLayer> {
  const random = seeded(`${fault.id} ${seed}`)
  const altered = new Map<string, string>()
  const paths = new Map<string, number>()
  const sockets = new Set<Socket>()
  const memory = new Map<string, unknown>()
  let calm = false
  let n = 0
  let struck = 0
  let archiveUrl = ''
  let thief = { host: '', otherHost: '' }
  const stolen: string[] = []

  const listener =
    (target: string, kind: 'api' | 'archive') =>
    async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const path = (request.url ?? '').split('?')[0] ?? ''
      const before = paths.get(path) ?? 0
      paths.set(path, before + 1)
      const truth = (range?: string) => answerOf(target, request, range)
      const passing: Passing = {
        request,
        response,
        path,
        n: n++,
        before,
        ofPath: seeded(`${fault.id} ${seed} ${path}`)(),
        random,
        memory,
        thief,
        truth,
        pass(answer, body = answer.body, headers = {}) {
          const own =
            kind === 'api' ? Buffer.from(body.toString('utf8').replaceAll(demo.archiveUrl, archiveUrl)) : body
          response.writeHead(answer.status, { ...answer.headers, 'content-length': own.length, ...headers })
          response.end(own)
        },
        altered: (answer) => void altered.set(answer.headers['request-id'] ?? '', path),
      }
      try {
        const handle = calm ? undefined : fault[kind]
        if (await handle?.(passing)) struck++
        else passing.pass(await truth())
      } catch {
        response.destroy()
      }
    }

  const api = createServer((request, response) => void listener(demo.apiUrl, 'api')(request, response))
  const archive = createServer(
    (request, response) => void listener(demo.archiveUrl, 'archive')(request, response),
  )
  const taking = createServer((request, response) => {
    const token = request.headers.authorization === undefined ? 'without' : 'with'
    stolen.push(`${request.method} ${request.headers.host}${request.url} ${token} a token`)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('[]')
  })
  const servers = [api, archive, taking]
  for (const server of servers) {
    server.keepAliveTimeout = 60_000
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => socket.destroy())
    })
  }
  const apiUrl = await listen(api)
  archiveUrl = await listen(archive)
  const { port } = new URL(await listen(taking))
  thief = { host: `127.0.0.1:${port}`, otherHost: `localhost:${port}` }
  return {
    apiUrl,
    altered,
    struck: () => struck,
    stolen,
    calm() {
      calm = true
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length'])

function answerOf(target: string, from: IncomingMessage, range?: string): Promise<TrueAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { ...from.headers, ...(range === undefined ? {} : { range }), host: new URL(target).host }
    const upstream = ask(`${target}${from.url ?? ''}`, { method: from.method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const kept = Object.entries(answer.headers).flatMap(([name, value]) =>
          HOP.has(name) || value === undefined ? [] : [[name, String(value)] as const],
        )
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(kept),
          body: Buffer.concat(parts),
        })
      })
    })
    upstream.on('error', reject)
    upstream.end()
  })
}
