import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COLLECTORS } from '../../electron/core/collectors/index.ts'
import { topicsToRead } from '../../electron/core/collectors/plan.ts'
import { runCollection } from '../../electron/core/collectors/run.ts'
import { daysIn, monthBeside } from '../../electron/core/collectors/trail-days.ts'
import { startCollection } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { countEvents } from '../../electron/core/store/events-count.ts'
import { itemsOf } from '../../electron/core/store/evidence.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { notRead } from '../../electron/core/store/readings.ts'
import { newLocker, ownFolder } from '../fakes/collected.ts'
import { type HostileHeroku, type Reply, startHostile } from '../fakes/hostile-heroku.ts'
import { clientOf } from '../fakes/hostile-heroku-client.ts'
import { json, raw } from '../fakes/hostile-heroku-replies.ts'

const ENTERPRISE = '01234567-89ab-cdef-0123-456789abcdef'
const list = `/enterprise-accounts/${ENTERPRISE}/archives`

const folder = ownFolder()
let db: WritableDb
let servers: HostileHeroku[]
let number = 0

beforeEach(() => {
  servers = []
  number += 1
  db = newLocker(`${folder.path}/${number}.locker`)
})
afterEach(async () => {
  closeLocker(db)
  for (const server of servers) await server.close()
  if (number === 6) folder.remove()
})

/** A month with some events, packed as Heroku does. */
function month(name: string, events: number) {
  const entries = Array.from({ length: events }, (_, n) => ({
    id: `0000000${n}-0000-4000-8000-0000000000${name}`,
    type: 'app',
    action: 'update',
    created_at: `2026-${name}-0${n + 1}T12:00:00Z`,
    actor: { id: '1', email: 'ana@example.com' },
    data: {},
  }))
  const packed = gzipSync(JSON.stringify({ entries }))
  const checksum = createHash('sha256').update(packed).digest('hex')
  return {
    packed,
    meta: { year: 2026, month: name, created_at: '2026-11-01T00:00:00Z', checksum, size: packed.length },
  }
}

async function serve(script: Readonly<Record<string, Reply>>): Promise<HostileHeroku> {
  const server = await startHostile(script)
  servers.push(server)
  return server
}

/** The days that a collection of now asks for: those of three months, up to today. */
function daysUpToNow(): readonly string[] {
  const today = new Date().toISOString().slice(0, 10)
  const open = today.slice(0, 7)
  const months = [monthBeside(monthBeside(open, -1), -1), monthBeside(open, -1), open]
  return months.flatMap(daysIn).filter((day) => day <= today)
}

/** An API that knows one enterprise account, and offers the months under the addresses given. */
function api(
  months: readonly { meta: ReturnType<typeof month>['meta']; url: string }[],
  more: Record<string, Reply> = {},
) {
  const single = months.map(
    ({ meta, url }) => [`${list}/2026/${meta.month}`, json(200, { ...meta, url })] as const,
  )
  return serve({
    '/account': json(200, { id: '1', email: 'ana@example.com' }),
    '/oauth/authorizations': json(200, []),
    '/enterprise-accounts': json(200, [{ id: ENTERPRISE, name: 'acme', identity_provider: null }]),
    '/teams': json(200, []),
    [list]: json(
      200,
      months.map(({ meta }) => meta),
    ),
    ...Object.fromEntries(single),
    ...Object.fromEntries(
      daysUpToNow().map((day) => [`/enterprise-accounts/${ENTERPRISE}/events?day=${day}`, json(200, [])]),
    ),
    ...more,
  })
}

/** Collects with a client that does not wait long between its tries. */
async function collect(server: HostileHeroku) {
  const client = clientOf(server.url)
  try {
    const collectionId = startCollection(db, {
      startedAt: new Date().toISOString(),
      connection: { id: 'c1', label: 'audit' },
      account: 'ana@example.com',
      apiUrl: server.url,
      scopes: null,
      tokenExpiresAt: null,
      collector: 'ana@laptop',
      appVersion: '0.0.0',
      topics: topicsToRead(['audit-trail-events'], COLLECTORS),
    })
    const run = { db, client, collectors: COLLECTORS, collectionId, now: () => new Date(), concurrency: 4 }
    const signal = new AbortController().signal
    const collection = await runCollection({ ...run, signal, onProgress: () => {} })
    return { collection, notRead: notRead(db, collectionId) }
  } finally {
    await client.close()
  }
}

function archives() {
  return itemsOf(db, 1, 'audit-trail-events').map(({ content }) => content)
}

describe('audit archives', () => {
  it('come without the token from wherever Heroku says, oldest first, whatever the order of the list', async () => {
    const [may, june] = [month('05', 2), month('06', 3)]
    const storage = await serve({ '/m5': raw(200, may.packed), '/m6': raw(200, june.packed) })
    const server = await api([
      { meta: june.meta, url: `${storage.url}/m6` },
      { meta: may.meta, url: `${storage.url}/m5` },
    ])
    const { collection, notRead } = await collect(server)
    expect(collection).toMatchObject({ state: 'complete', counts: { events: 5 } })
    expect(notRead).toEqual([])
    expect(archives()).toMatchObject([
      { month: '05', intact: true, events: 2, envelope: 'entries', first_at: '2026-05-01T12:00:00.000Z' },
      { month: '06', intact: true, events: 3, downloaded_sha256: june.meta.checksum },
    ])
    for (const { headers } of storage.seen) expect(JSON.stringify(headers)).not.toContain('CANARY')
  })

  it('that do not match their checksum are disclosed, and none of their events is kept', async () => {
    const [may, june] = [month('05', 2), month('06', 3)]
    const storage = await serve({ '/m5': raw(200, june.packed), '/m6': raw(200, june.packed) })
    const server = await api([
      { meta: may.meta, url: `${storage.url}/m5` },
      { meta: june.meta, url: `${storage.url}/m6` },
    ])
    const { collection, notRead } = await collect(server)
    expect(collection.state).toBe('complete')
    expect(archives()).toMatchObject([
      { month: '05', intact: false, events: null, checksum: may.meta.checksum },
      { month: '06', intact: true, events: 3 },
    ])
    expect(notRead).toMatchObject([{ path: `${list}/2026/05`, outcome: 'failed', items: 1 }])
    expect(countEvents(db)).toBe(3)
  })

  it('that the storage refuses are disclosed', async () => {
    const may = month('05', 2)
    const storage = await serve({ '/m5': raw(403, '<Error>expired</Error>') })
    const server = await api([{ meta: may.meta, url: `${storage.url}/m5` }])
    const { notRead } = await collect(server)
    expect(archives()).toMatchObject([{ month: '05', intact: null, downloaded_sha256: null }])
    expect(notRead).toMatchObject([{ outcome: 'denied' }])
  })

  it('whose storage cannot be reached are disclosed, and not all of them are tried', async () => {
    const months = ['01', '02', '03', '04', '05', '06'].map((name) => month(name, 1))
    const server = await api(months.map(({ meta }) => ({ meta, url: 'http://127.0.0.1:9/CANARY' })))
    const { collection, notRead } = await collect(server)
    expect(collection.state).toBe('complete')
    expect(archives()).toHaveLength(6)
    expect(notRead).toHaveLength(6)
    const untried = notRead.filter(({ reason }) => reason?.includes('not fetched')).length
    expect(untried).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify(notRead)).not.toContain('CANARY')
    const tried = server.seen.filter(({ path }) => path.startsWith(`${list}/`)).length
    expect(tried).toBe(6 - untried)
  })

  it('that break off are fetched anew', async () => {
    const may = month('05', 2)
    let tries = 0
    const breaking: Reply = (response, seen) => {
      tries += 1
      if (tries === 2) return raw(200, may.packed)(response, seen)
      response.writeHead(200, { 'content-length': String(may.packed.length) })
      response.write(may.packed.subarray(0, 20))
      setTimeout(() => response.destroy(), 20)
    }
    const storage = await serve({ '/m5': breaking })
    const server = await api([{ meta: may.meta, url: `${storage.url}/m5` }])
    const { notRead } = await collect(server)
    expect(notRead).toEqual([])
    expect(archives()).toMatchObject([{ intact: true, events: 2 }])
    expect(tries).toBe(2)
  })

  it('of an enterprise account that may not be managed are denied, which is said once', async () => {
    const denied = json(403, { id: 'forbidden', message: 'You do not have access to the audit trail.' })
    const server = await api([], { [list]: denied })
    const { collection, notRead } = await collect(server)
    expect(collection.state).toBe('complete')
    expect(notRead).toMatchObject([
      {
        topic: 'audit-trail-events',
        subjectKind: 'enterprise',
        subject: 'acme',
        path: list,
        outcome: 'denied',
      },
    ])
  })
})
