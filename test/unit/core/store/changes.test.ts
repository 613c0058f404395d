import { describe, expect, it } from 'vitest'
import { changesHandlers } from '../../../../electron/core/handlers/changes.ts'
import { endCollection, startCollection } from '../../../../electron/core/store/collections.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { storeTask, type TaskToStore } from '../../../../electron/core/store/tasks.ts'
import type { ChangeKind, Comparison } from '../../../../shared/model/changes.ts'
import type { Outcome } from '../../../../shared/model/collection.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import { FACTS, testLocker } from '../../../fakes/locker.ts'

type Items = Readonly<Record<string, unknown>>
interface Told {
  readonly topic: Topic
  readonly app: string
  readonly items?: Items
  readonly outcome?: Outcome
}

const END = { state: 'complete', finishedAt: '2026-11-01T09:30:00.000Z', clockOffsetMs: null } as const

/** A collection in which each told task read the items of one app. */
function collect(db: WritableDb, tasks: readonly Told[], facts: Partial<typeof FACTS> = {}): number {
  const topics = [...new Set(tasks.map(({ topic }) => topic))]
  const id = startCollection(db, { ...FACTS, topics, ...facts })
  for (const { topic, app, items = {}, outcome = 'read' } of tasks) {
    const subject = { kind: 'app', id: app, name: app } as const
    const capturedAt = '2026-11-01T09:00:02.000Z'
    const about = { topic, subjectKind: subject.kind, subjectId: app, subject: app }
    const task: TaskToStore = {
      ...{
        collectionId: id,
        key: `${topic}:app:${app}`,
        topic,
        subject,
        requests: [],
        lists: [],
        dropped: [],
      },
      items: Object.entries(items).map(([subjectId, content]) => ({
        ...{ subjectId, subject: subjectId, content, capturedAt, requestSeq: null },
      })),
      readings: [{ ...about, path: null, outcome, reason: null, items: 0 }],
    }
    storeTask(db, task)
  }
  endCollection(db, id, END)
  return id
}

const deps = (db: WritableDb) => ({ db, host: {} as never, now: () => new Date() })
const QUERY = { from: null, to: null, topic: null, kinds: null, after: null, limit: 100 }

function compare(db: WritableDb, ask: Partial<typeof QUERY> & { kinds?: null } = {}): Promise<Comparison> {
  return Promise.resolve(changesHandlers['collection:compare'](deps(db), { ...QUERY, ...ask }))
}

const kinds = ({ rows }: Comparison) => rows.map((row): [string, ChangeKind] => [row.subjectId, row.kind])

describe('two collections compared', () => {
  it('tells what was added, removed and changed, field by field, and counts what stayed', async () => {
    const { db } = testLocker()
    const drain = (host: string, port: number | null) => ({ of: 'app-drain', host, port })
    const topic = 'log-drains'
    collect(db, [
      { topic, app: 'api', items: { d1: drain('a.example', 1), d2: drain('b.example', null) } },
      { topic, app: 'web', items: { d3: drain('c.example', 3) } },
    ])
    collect(db, [
      { topic, app: 'api', items: { d1: drain('a.example', 1), d2: drain('evil.example', 9) } },
      { topic, app: 'web', items: { d4: drain('d.example', 4) } },
    ])
    const told = await compare(db)
    expect(told).toMatchObject({ from: { id: 1 }, to: { id: 2 }, next: null })
    expect(told.topics).toEqual([
      expect.objectContaining({ topic, added: 1, removed: 1, changed: 1, unchanged: 1, noise: 0 }),
    ])
    expect(kinds(told)).toEqual([
      ['d2', 'changed'],
      ['d3', 'removed'],
      ['d4', 'added'],
    ])
    expect(told.rows[0]?.fields).toEqual([
      { field: 'host', kind: 'changed', before: 'b.example', after: 'evil.example' },
      { field: 'port', kind: 'changed', before: null, after: 9 },
    ])
  })

  it('claims nothing of what one of the two could not read', async () => {
    const { db } = testLocker()
    const topic = 'log-drains'
    const items = { d1: { host: 'a' } }
    collect(db, [
      { topic, app: 'api', items },
      { topic, app: 'web', outcome: 'denied' },
    ])
    collect(db, [
      { topic, app: 'api', outcome: 'failed' },
      { topic, app: 'web', items: { d2: { host: 'b' } } },
    ])
    const told = await compare(db)
    expect(kinds(told)).toEqual([
      ['d1', 'not-read'],
      ['d2', 'first-read'],
    ])
  })

  it('takes what a deleted app had for removed only where the list of apps was read', async () => {
    const { db } = testLocker()
    const gone = { topic: 'log-drains' as const, app: 'api', items: { d1: { host: 'a' } } }
    const left = { topic: 'log-drains' as const, app: 'web', items: { d2: { host: 'b' } } }
    collect(db, [gone, left])
    collect(db, [left])
    expect(kinds(await compare(db))).toEqual([['d1', 'removed']])
    const id = startCollection(db, { ...FACTS, topics: ['log-drains', 'app-inventory'] })
    const account = { subjectKind: 'account', subjectId: '~', subject: 'ana' } as const
    const nothing = { items: [], requests: [], lists: [], dropped: [] }
    const denied = { path: '/apps', outcome: 'denied', reason: 'no', items: 0 } as const
    storeTask(db, {
      ...{ collectionId: id, key: 'app-inventory:account:~', topic: 'app-inventory', ...nothing },
      subject: { kind: 'account', id: '~', name: 'ana' },
      readings: [{ topic: 'app-inventory', ...account, ...denied }],
    })
    storeTask(db, {
      ...{ collectionId: id, key: 'log-drains:app:web', topic: 'log-drains', ...nothing },
      subject: { kind: 'app', id: 'web', name: 'web' },
      readings: [],
    })
    endCollection(db, id, END)
    const told = await compare(db, { from: 1 as never })
    expect(kinds(told).find(([subject]) => subject === 'd1')).toEqual(['d1', 'not-read'])
  })

  it('leaves out noise, and fields that only one version of the program keeps', async () => {
    const { db } = testLocker()
    const rollback = (earliest_time: string, continuous: boolean) => ({ earliest_time, continuous })
    const topic = 'postgres-rollback'
    const db1 = { topic, app: 'api' } as const
    collect(db, [{ ...db1, items: { a: rollback('2026-10-01', true), b: rollback('2026-10-01', true) } }])
    collect(db, [{ ...db1, items: { a: rollback('2026-10-09', true), b: rollback('2026-10-09', false) } }])
    const told = await compare(db)
    expect(told.topics[0]).toMatchObject({ changed: 1, noise: 1, unchanged: 0 })
    expect(told.rows[0]?.fields).toEqual([
      { field: 'continuous', kind: 'changed', before: true, after: false },
    ])
    const item = { app: 'api' }
    collect(db, [{ topic: 'app-lock', app: 'api', items: { x: item } }])
    collect(db, [{ topic: 'app-lock', app: 'api', items: { x: { ...item, kept_later: 1 } } }], {
      appVersion: '9.9.9',
    })
    expect((await compare(db)).topics[0]).toMatchObject({ topic: 'app-lock', changed: 0, noise: 1 })
  })

  it('is paged without losing or repeating a subject, and narrowed by topic', async () => {
    const { db } = testLocker()
    const names = Array.from({ length: 25 }, (_, n) => `d${String(n).padStart(2, '0')}`)
    const topic = 'log-drains'
    const other = { topic: 'app-lock' as const, app: 'api' }
    collect(db, [{ topic, app: 'api' }, other])
    const items = Object.fromEntries(names.map((name) => [name, { name }]))
    collect(db, [
      { topic, app: 'api', items },
      { ...other, items: { z: { locked: true } } },
    ])
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Comparison = await compare(db, { topic: topic as never, after: after as never, limit: 10 })
      seen.push(...page.rows.map((row) => row.subjectId))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(names)
  })

  it('says what is missing where there is nothing to compare', async () => {
    const { db } = testLocker()
    collect(db, [{ topic: 'log-drains', app: 'api' }])
    await expect(compare(db)).rejects.toThrow(/no complete collection of ana@example.com before collection 1/)
    startCollection(db, FACTS)
    await expect(compare(db, { to: 2 as never, from: 1 as never })).rejects.toThrow(
      /collection 2 is not complete/,
    )
  })

  it('names the topics that only one of them was to read', async () => {
    const { db } = testLocker()
    collect(db, [{ topic: 'log-drains', app: 'api', items: { d1: {} } }])
    collect(db, [{ topic: 'app-lock', app: 'api', items: { d1: {} } }])
    const told = await compare(db)
    expect(told.rows).toEqual([])
    expect(told.topics.map(({ topic, compared }) => [topic, compared])).toEqual([
      ['app-lock', false],
      ['log-drains', false],
    ])
  })
})
