import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeArchives } from './archives/archives.ts'
import { type DemoOptions, demoOptions } from './options.ts'
import { makeOrganisation, type Organisation } from './organisation.ts'
import { POSTS, ROUTES } from './routes/index.ts'
import { makeCallers, type Role } from './server/access.ts'
import { apiListener } from './server/api.ts'
import { archiveListener } from './server/archive-host.ts'
import { buckets } from './server/bucket.ts'
import { type Counts, type Logged, openLog } from './server/log.ts'
import { matcher } from './server/match.ts'

/** A running Heroku in the box. */
export interface Demo {
  /** Platform API, such as `http://127.0.0.1:41234`. */
  readonly apiUrl: string
  /** Data API; the same address, the way Heroku's CLI expects it. */
  readonly dataUrl: string
  /** Where archives are downloaded from, without authorization. */
  readonly archiveUrl: string
  readonly tokens: Readonly<Record<Role, string>>
  readonly organisation: Organisation
  /** Requests so far, API and archives. */
  requestLog(): Logged[]
  readonly counts: Readonly<Counts>
  /** Builds the audit archives now instead of at the first request for them. */
  prepare(onProgress?: (events: number) => void): Promise<void>
  close(): Promise<void>
}

/** Starts the demo on 127.0.0.1; it holds nothing on disk but large archives, until `close`. */
export async function startDemo(given: Partial<DemoOptions> = {}): Promise<Demo> {
  const org = makeOrganisation(demoOptions(given))
  const log = openLog()
  const urls = { api: '', archive: '' }
  const archives = makeArchives(org, () => urls.archive)
  const callers = makeCallers(org)
  const api = createServer(
    apiListener({
      org,
      callers,
      match: matcher(ROUTES),
      posts: matcher(POSTS),
      archives,
      buckets: buckets(org.options.burst, org.options.perMinute, () => performance.now()),
      log,
      self: () => urls.api,
    }),
  )
  const store = createServer(archiveListener(archives, log, org.options.latency))
  urls.api = await listen(api, org.options.port)
  urls.archive = await listen(store, 0)
  return {
    apiUrl: urls.api,
    dataUrl: urls.api,
    archiveUrl: urls.archive,
    tokens: tokensOf(callers),
    organisation: org,
    requestLog: log.lines,
    counts: log.counts,
    prepare: (onProgress) => archives.build(onProgress),
    close: async () => {
      await Promise.all([stop(api), stop(store)])
      await archives.close()
    },
  }
}

function tokensOf(callers: ReturnType<typeof makeCallers>): Record<Role, string> {
  const of = (role: Role) => callers.find((caller) => caller.role === role)?.token ?? ''
  return {
    auditor: of('auditor'),
    reader: of('reader'),
    global: of('global'),
    member: of('member'),
    expired: of('expired'),
    revoked: of('revoked'),
    'two-factor': of('two-factor'),
  }
}

/** Longer than clients idle between two requests, so that none meets a closing connection. */
const KEEP_ALIVE_MS = 65_000

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
async function listen(server: Server, port: number): Promise<string> {
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: taken } = server.address() as AddressInfo
  return `http://127.0.0.1:${taken}`
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}
