import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { COLLECTORS } from '../../electron/core/collectors/index.ts'
import { topicsToRead } from '../../electron/core/collectors/plan.ts'
import { runCollection } from '../../electron/core/collectors/run.ts'
import { startCollection } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { countEvents, eachEvent } from '../../electron/core/store/events.ts'
import { itemsOf } from '../../electron/core/store/evidence.ts'
import { notRead } from '../../electron/core/store/readings.ts'
import { requestsOf } from '../../electron/core/store/requests.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import { type Reply, startHostile } from '../fakes/hostile-heroku.ts'
import { clientOf } from '../fakes/hostile-heroku-client.ts'
import { json, raw } from '../fakes/hostile-heroku-replies.ts'
import { FACTS, testLocker } from '../fakes/locker.ts'

const ENTERPRISE = '01234567-89ab-cdef-0123-456789abcdef'
const trail = `/enterprise-accounts/${ENTERPRISE}`

/** An event of a day; the number tells it apart. */
function event(n: number, day: string, more: object = {}) {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    ...{ type: 'app', action: 'update', created_at: `${day}T${String(n % 24).padStart(2, '0')}:00:00Z` },
    ...{ actor: { id: '1', email: 'ana@example.com' }, data: {}, ...more },
  }
}

const removed = {
  type: 'collaborator',
  action: 'destroy',
  data: { collaborator: { email: 'gone@x.example' } },
}
const september = [event(1, '2026-09-30'), event(2, '2026-09-01')]
const october = [event(4, '2026-10-31', { app: null }), event(3, '2026-10-02'), event(5, '2026-10-02')]
const november = [event(6, '2026-11-02'), event(7, '2026-11-01', removed)]

/** A small Heroku whose archives and days a test changes between two collections. */
async function heroku() {
  const script: Record<string, Reply> = {
    '/account': json(200, { id: '1', email: 'ana@example.com' }),
    '/oauth/authorizations': json(200, []),
    '/enterprise-accounts': json(200, [{ id: ENTERPRISE, name: 'acme', identity_provider: null }]),
    '/teams': json(200, []),
  }
  const server = await startHostile(script)
  onTestFinished(() => server.close())
  const files = new Map<string, object>()
  return {
    server,
    publish(month: string, created_at: string, entries: readonly object[]) {
      const packed = gzipSync(JSON.stringify({ entries }))
      const checksum = createHash('sha256').update(packed).digest('hex')
      const meta = { year: 2026, month, created_at, checksum, size: packed.length }
      files.set(month, meta)
      script[`${trail}/archives`] = json(200, [...files.values()])
      script[`${trail}/archives/2026/${month}`] = json(200, { ...meta, url: `${server.url}/m${month}` })
      script[`/m${month}`] = raw(200, packed)
    },
    /** Every day of the months, in the envelope given. */
    days(months: readonly string[], events: readonly { readonly created_at: string }[], envelope = 'data') {
      for (const month of months)
        for (let day = 1; day <= 31; day++) {
          const date = `${month}-${String(day).padStart(2, '0')}`
          const list = events.filter(({ created_at }) => created_at.startsWith(date))
          const body = envelope === 'array' ? list : { [envelope]: list }
          script[`${trail}/events?day=${date}`] = json(200, body)
        }
    },
    refuse: (path: string) => {
      script[path] = json(403, { id: 'forbidden', message: 'Not you.' })
    },
  }
}

async function collect(db: WritableDb, url: string, at: string) {
  const client = clientOf(url)
  try {
    const topics = topicsToRead(['audit-trail-retention', 'member-removals'], COLLECTORS)
    const collectionId = startCollection(db, { ...FACTS, apiUrl: url, startedAt: at, topics })
    const run = { db, client, collectors: COLLECTORS, collectionId, now: () => new Date(at), concurrency: 4 }
    const signal = new AbortController().signal
    const collection = await runCollection({ ...run, signal, onProgress: () => {} })
    const told = itemsOf(db, collectionId, 'audit-trail-retention').map(({ content }) => content)
    const asked = [...requestsOf(db, collectionId)].map(({ path }) => path)
    const days = asked.flatMap((path) => /day=(.*)$/.exec(path)?.[1] ?? [])
    return { collection, collectionId, told, days, notRead: notRead(db, collectionId) }
  } finally {
    await client.close()
  }
}

const MONTHS = ['2026-09', '2026-10', '2026-11']
/** The same event as the archive has, in which `app` is null. */
const lean = event(4, '2026-10-31')

it('daily events and archives come to one population, and what each lacks is told day by day', async () => {
  const { db } = testLocker()
  const { server, publish, days } = await heroku()
  publish('09', '2026-10-01T00:02:00Z', september)
  publish('10', '2026-11-01T00:02:00Z', october)
  publish('11', '2026-11-03T00:02:00Z', november)
  const only = event(8, '2026-10-20')
  const today = event(9, '2026-11-03')
  days(MONTHS, [...september, lean, event(3, '2026-10-02'), only, ...november, today])

  const {
    collection,
    told,
    days: read,
    notRead: refused,
  } = await collect(db, server.url, '2026-11-03T10:00:00Z')
  expect(collection).toMatchObject({ state: 'complete', counts: { events: 9 } })
  expect(refused).toEqual([])
  expect(read).toHaveLength(30 + 31 + 3)
  expect([...eachEvent(db)].map(({ id }) => Number(id.slice(-4)))).toEqual([2, 1, 3, 5, 8, 4, 7, 6, 9])

  const months = told.filter((one) => one.of === 'month')
  expect(months).toMatchObject([
    {
      month: '2026-09',
      days_read: 30,
      in_archive: 2,
      in_daily: 2,
      distinct: 2,
      days_different: [],
      changed: 0,
    },
    { month: '2026-10', days_read: 31, in_archive: 3, in_daily: 3, distinct: 4, changed: 0, closed: true },
    { month: '2026-11', days_read: 2, in_archive: 2, in_daily: 2, distinct: 2, closed: false },
  ])
  expect(months[1]?.days_different).toEqual(['2026-10-02', '2026-10-20'])
  expect(months[1]?.days_without_events).toHaveLength(31 - 3)
  const day = (date: string) => told.find((one) => one.of === 'day' && one.day === date)
  expect(day('2026-10-02')).toMatchObject({ missing_in_daily: 1, missing_in_archive: 0 })
  expect(day('2026-10-20')).toMatchObject({ missing_in_daily: 0, missing_in_archive: 1 })
  expect(day('2026-10-31')).toMatchObject({ in_archive: 1, in_daily: 1, distinct: 1, changed: 0 })
  expect(day('2026-11-03')).toMatchObject({ whole: false, in_archive: null, in_daily: 1 })
  expect(told.find((one) => one.of === 'holding')).toMatchObject({ consecutive: 2, gaps: [], events: 9 })
  expect(itemsOf(db, 1, 'member-removals').map(({ content }) => content)).toMatchObject([
    {
      from: 'app',
      person: { email: 'gone@x.example' },
      by: 'ana@example.com',
      at: '2026-11-01T07:00:00.000Z',
    },
  ])
  expect(await verifyLocker(db)).toMatchObject({ intact: true })
})

it('a second collection asks for days that were not settled only, and tells an archive that was issued anew', async () => {
  const { db } = testLocker()
  const { server, publish, days } = await heroku()
  publish('09', '2026-10-01T00:02:00Z', september)
  publish('10', '2026-11-01T00:02:00Z', october)
  days(MONTHS, [...september, ...october, ...november], 'array')
  await collect(db, server.url, '2026-11-03T10:00:00Z')
  const before = server.seen.length

  publish('10', '2026-11-04T00:02:00Z', [...october, event(30, '2026-10-30')])
  days(['2026-11'], [...november, event(31, '2026-11-03')], 'events')
  const second = await collect(db, server.url, '2026-11-05T10:00:00Z')
  expect(second.days).toEqual(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'])
  const fetched = server.seen.slice(before).map(({ path }) => path)
  expect(fetched.filter((path) => path.startsWith('/m'))).toEqual(['/m10'])
  expect(second.collection.counts.events).toBe(2)
  expect(countEvents(db)).toBe(2 + 3 + 2 + 2)
  const month = second.told.find((one) => one.of === 'month' && one.month === '2026-10')
  expect(month).toMatchObject({ reissued: true, distinct: 4, days_different: ['2026-10-30'] })
  expect(month).toMatchObject({ issues: [{ events: 3 }, { events: 4 }] })
  expect(await verifyLocker(db)).toMatchObject({ intact: true })

  const third = await collect(db, server.url, '2026-12-20T10:00:00Z')
  expect(third.days.filter((date) => date < '2026-11-04')).toEqual([])
})

it('days that may not be read are asked for once, and what is not compared is not called equal', async () => {
  const { db } = testLocker()
  const { server, publish, refuse } = await heroku()
  publish('10', '2026-11-01T00:02:00Z', october)
  refuse(`${trail}/events?day=2026-09-01`)
  const { told, days: read, notRead: refused } = await collect(db, server.url, '2026-11-03T10:00:00Z')
  expect(read).toEqual(['2026-09-01'])
  expect(refused).toMatchObject([{ outcome: 'denied', path: `${trail}/events?day=2026-09-01` }])
  expect(told.find((one) => one.of === 'month')).toMatchObject({ days_read: 0, in_daily: 0, distinct: 0 })
  expect(told.some((one) => one.of === 'day')).toBe(false)
})
