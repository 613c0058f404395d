import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { AnyCollector, HerokuReader } from '../../electron/core/collectors/collector.ts'
import { runCollection } from '../../electron/core/collectors/run.ts'
import { startCollection } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { itemsOf } from '../../electron/core/store/evidence.ts'
import { readingsOf } from '../../electron/core/store/readings.ts'
import { listProofs, requestsOf } from '../../electron/core/store/requests.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import { clientOf } from '../fakes/hostile-heroku-client.ts'
import { FACTS, testLocker } from '../fakes/locker.ts'
import { startTagged, type Tagged, type TaggedHeroku } from '../fakes/tagged-heroku.ts'

const Thing = z.object({ id: z.string(), says: z.string() })
const thing = (id: string, says = 'as ever') => ({ id, says, secret: `CANARY-${id}` })

/** A collector of these tests; what it finds is told apart by topic. */
function collector(
  topic: string,
  collect: (heroku: HerokuReader) => AsyncIterable<{ subject: string; subjectId: string; content: object }>,
): AnyCollector {
  const about = { id: topic, topic, title: topic, says: topic, scope: 'read', per: 'account' }
  return { ...about, collect } as unknown as AnyCollector
}

const item = (content: { id: string }) => ({ subject: content.id, subjectId: content.id, content })

const COLLECTORS = [
  collector('log-drains', async function* (heroku) {
    for await (const one of heroku.list('/drains', Thing)) yield item(one)
  }),
  collector('ssh-keys', async function* (heroku) {
    const feature = await heroku.find('/feature', Thing)
    yield item({ ...{ id: 'feature' }, ...{ on: feature !== null } })
  }),
  collector('releases', async function* (heroku) {
    const [a, b] = [await heroku.get('/a', Thing), await heroku.get('/b', Thing)]
    yield item({ ...a, ...{ with: b.says } })
  }),
  collector('app-lock', async function* (heroku) {
    yield item({ ...(await heroku.get('/a', Thing)), ...{ again: true } })
  }),
  collector('app-inventory', async function* (heroku) {
    for await (const one of heroku.listIfAllowed('/denied', Thing)) yield item(one)
  }),
]

const FIRST = 'id ..; max=1000'
const SECOND = 'id ]d2..; max=1000'
const ANSWERS: Readonly<Record<string, Tagged>> = {
  [`/drains ${FIRST}`]: { body: [thing('d1'), thing('d2')], next: SECOND },
  [`/drains ${SECOND}`]: { body: [thing('d3')] },
  '/a': { body: thing('a') },
  '/b': { body: thing('b') },
  '/denied': { status: 403, body: { id: 'forbidden', message: 'Not you.' } },
}

async function setting() {
  const heroku = await startTagged(ANSWERS)
  onTestFinished(() => heroku.close())
  const { db } = testLocker()
  await collect(db, heroku, null)
  heroku.asked.length = 0
  return { heroku, db }
}

async function collect(
  db: WritableDb,
  heroku: TaggedHeroku,
  earlier: number | null,
  account = FACTS.account,
): Promise<number> {
  const topics = COLLECTORS.map(({ topic }) => topic)
  const collectionId = startCollection(db, { ...FACTS, topics, account })
  const client = clientOf(heroku.url)
  const { signal } = new AbortController()
  const run = { db, client, collectors: COLLECTORS, collectionId, signal, concurrency: 4, earlier }
  try {
    await runCollection({ ...run, onProgress: () => {}, now: () => new Date() })
  } finally {
    await client.close()
  }
  return collectionId
}

const seen = (db: WritableDb, id: number) =>
  COLLECTORS.flatMap(({ topic }) => itemsOf(db, id, topic).map((one) => `${topic} ${one.id} ${one.hash}`))

describe('a second collection', () => {
  it('asks by tags, sights the same evidence again, and rests it on the new exchanges', async () => {
    const { heroku, db } = await setting()
    const id = await collect(db, heroku, 1)
    expect(heroku.asked).toEqual([
      `/drains ${FIRST} 304`,
      `/drains ${SECOND} 304`,
      '/feature 404',
      '/a 304',
      '/b 304',
      `/denied ${FIRST} 403`,
    ])
    expect(seen(db, id)).toEqual(seen(db, 1))
    const requests = new Map([...requestsOf(db, id)].map((one) => [one.requestId, one]))
    for (const { topic } of COLLECTORS)
      for (const one of itemsOf(db, id, topic)) {
        const exchange = requests.get(one.requestId)
        expect([304, 404], one.subject).toContain(exchange?.status)
        expect(one.capturedAt).toBe(exchange?.sentAt)
      }
    const told = (of: number) => readingsOf(db, of).map(({ collectionId: _, ...one }) => one)
    expect(told(id)).toEqual(told(1))
    expect(
      listProofs(db, id).map(({ path, pages, records, complete }) => [path, pages, records, complete]),
    ).toEqual(listProofs(db, 1).map(({ path, pages, records, complete }) => [path, pages, records, complete]))
    expect(listProofs(db, id).map(({ lastStatus }) => lastStatus)).toEqual([304, 403])
    expect((await verifyLocker(db)).firstBroken).toBeNull()
    heroku.asked.length = 0
    const third = await collect(db, heroku, id)
    expect(heroku.asked.filter((one) => one.endsWith('304'))).toHaveLength(4)
    expect(seen(db, third)).toEqual(seen(db, 1))
  })

  it('reads all where the one before may not be used', async () => {
    const { heroku, db } = await setting()
    await collect(db, heroku, null)
    expect(heroku.asked.filter((one) => one.endsWith('304'))).toEqual([])
  })

  it('reads all of a subject that is not what it was: its name and its place are in the evidence', async () => {
    const { heroku, db } = await setting()
    await collect(db, heroku, 1, 'renamed@example.com')
    expect(heroku.asked.filter((one) => one.endsWith('304'))).toEqual([])
    expect(heroku.asked).toHaveLength(6)
  })

  it('takes a changed answer as it came, and asks for the rest of that task only', async () => {
    const { heroku, db } = await setting()
    heroku.answers.set('/b', { body: thing('b', 'something else') })
    const id = await collect(db, heroku, 1)
    expect(heroku.asked.filter((one) => one.startsWith('/a') || one.startsWith('/b'))).toEqual([
      '/a 304',
      '/b 200',
      '/a 200',
    ])
    expect(itemsOf(db, id, 'releases')[0]?.content).toMatchObject({ id: 'a', with: 'something else' })
    expect(itemsOf(db, id, 'log-drains').map(({ id }) => id)).toEqual(
      itemsOf(db, 1, 'log-drains').map(({ id }) => id),
    )
    expect(itemsOf(db, id, 'app-lock')).toHaveLength(1)
    expect((await verifyLocker(db)).firstBroken).toBeNull()
  })

  it('finds what is new on a later page, and what went from it', async () => {
    const { heroku, db } = await setting()
    heroku.answers.set(`/drains ${SECOND}`, { body: [thing('d4')] })
    const id = await collect(db, heroku, 1)
    expect(
      itemsOf(db, id, 'log-drains')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['d1', 'd2', 'd4'])
    expect(heroku.asked.filter((one) => one.startsWith('/drains'))).toEqual([
      `/drains ${FIRST} 304`,
      `/drains ${SECOND} 200`,
      `/drains ${FIRST} 200`,
    ])
    expect(listProofs(db, id)[0]).toMatchObject({ pages: 2, records: 3, complete: true })
  })

  it('notices a feature that was switched on, and one that was refused for another reason', async () => {
    const { heroku, db } = await setting()
    heroku.answers.set('/feature', { body: thing('feature') })
    heroku.answers.set('/denied', { status: 403, body: { id: 'forbidden', message: 'No longer yours.' } })
    const id = await collect(db, heroku, 1)
    expect(itemsOf(db, id, 'ssh-keys')[0]?.content).toEqual({ id: 'feature', on: true })
    expect(readingsOf(db, id, 'app-inventory').map(({ reason }) => reason)).toContain(
      'No longer yours. (403)',
    )
    expect(
      heroku.asked.filter((one) => one.startsWith('/feature') || one.startsWith('/denied')),
    ).toHaveLength(2)
  })

  it('does not trust the tag of a last page that is full: there may be a page behind it', async () => {
    const { heroku, db } = await setting()
    const full = Array.from({ length: 1000 }, (_, n) => thing(`x${n}`))
    heroku.answers.set(`/drains ${FIRST}`, { body: full })
    const second = await collect(db, heroku, 1)
    heroku.answers.set(`/drains ${FIRST}`, { body: full, next: SECOND })
    heroku.asked.length = 0
    const third = await collect(db, heroku, second)
    expect(heroku.asked.filter((one) => one.startsWith('/drains'))).toEqual([
      `/drains ${FIRST} 200`,
      `/drains ${SECOND} 200`,
    ])
    expect(itemsOf(db, third, 'log-drains')).toHaveLength(1001)
  })

  it('keeps no secret of what it was sent, in whichever way it was read', async () => {
    const { heroku, db } = await setting()
    await collect(db, heroku, 1)
    const stored = [1, 2].flatMap((id) => [
      ...requestsOf(db, id),
      ...readingsOf(db, id),
      ...listProofs(db, id),
    ])
    expect(JSON.stringify(stored)).not.toContain('CANARY')
    for (const { topic } of COLLECTORS) expect(JSON.stringify(itemsOf(db, 2, topic))).not.toContain('CANARY')
  })
})
