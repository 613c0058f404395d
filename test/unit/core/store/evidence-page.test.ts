import { describe, expect, it } from 'vitest'
import { endCollection, startCollection } from '../../../../electron/core/store/collections.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { type EvidencePageQuery, evidencePage } from '../../../../electron/core/store/evidence.ts'
import { evidenceChanges } from '../../../../electron/core/store/evidence-history.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import type { Json } from '../../../../shared/model/json.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import { FACTS, releasesOf, testLocker } from '../../../fakes/locker.ts'

const API = '5f9a4c1e-0000-4000-8000-000000000001'
const WEB = '5f9a4c1e-0000-4000-8000-000000000002'

interface Some {
  readonly topic: Topic
  readonly subject: string
  readonly content: Json
  readonly at?: string
}

function collectedWith(db: WritableDb, some: readonly Some[], facts: Partial<typeof FACTS> = {}): number {
  const id = startCollection(db, { ...FACTS, topics: ['releases', 'app-inventory', 'log-drains'], ...facts })
  for (const [n, { topic, subject, content, at = FACTS.startedAt }] of some.entries())
    storeTask(
      db,
      releasesOf(id, `${n}`, 1, {
        topic,
        items: [{ subjectId: `${topic}/${subject}`, subject, content, capturedAt: at, requestSeq: null }],
        requests: [],
      }),
    )
  endCollection(db, id, { state: 'complete', finishedAt: FACTS.startedAt, clockOffsetMs: null })
  return id
}

const SOME: readonly Some[] = [
  { topic: 'releases', subject: 'api v1', content: { app: { id: API, name: 'api' }, does: 'web first' } },
  {
    topic: 'releases',
    subject: 'web v1',
    content: { app: { id: WEB, name: 'web' }, does: 'start' },
    at: '2026-11-01T10:00:00.000Z',
  },
  { topic: 'app-inventory', subject: 'api', content: { id: API, name: 'api', team: null } },
  { topic: 'log-drains', subject: 'web to logs', content: { owner: { id: WEB, name: 'web' } } },
]

function finder(db: WritableDb, collectionId: number) {
  return (ask: Partial<EvidencePageQuery>) =>
    evidencePage(db, { collectionId, topic: null, search: null, after: null, limit: 100, ...ask }).rows.map(
      ({ subject }) => subject,
    )
}

describe('a page of evidence is narrowed', () => {
  it('by app: items that name it anywhere, and no other whose id begins alike', () => {
    const { db } = testLocker()
    const find = finder(db, collectedWith(db, SOME))
    expect(find({ app: API })).toEqual(['api v1', 'api'])
    expect(find({ app: WEB })).toEqual(['web v1', 'web to logs'])
    expect(find({ app: WEB, topic: 'releases' })).toEqual(['web v1'])
    expect(find({ app: API, search: 'first' })).toEqual(['api v1'])
    expect(find({ app: 'x" OR "web' })).toEqual([])
  })

  it('by the name of the subject, which the content does not answer for', () => {
    const { db } = testLocker()
    const find = finder(db, collectedWith(db, SOME))
    expect(find({ search: 'web' })).toEqual(['api v1', 'web v1', 'web to logs'])
    expect(find({ subject: 'web' })).toEqual(['web v1', 'web to logs'])
    expect(find({ subject: 'web logs', search: 'web' })).toEqual(['web to logs'])
    expect(find({ subject: '***' })).toEqual([])
  })

  it('by the time of capture, both ends included, in any zone', () => {
    const { db } = testLocker()
    const find = finder(db, collectedWith(db, SOME))
    expect(find({ from: '2026-11-01T12:00:00+02:00' })).toEqual(['web v1'])
    expect(find({ to: FACTS.startedAt })).toEqual(['api v1', 'api', 'web to logs'])
    expect(find({ search: 'web', from: '2026-11-01T10:00:00Z', to: '2026-11-01T10:00:00Z' })).toEqual([
      'web v1',
    ])
    expect(find({ from: '2027-01-01T00:00:00Z' })).toEqual([])
  })

  it('by what speaks to a control: topics, single subjects, and subjects left out', () => {
    const { db } = testLocker()
    const find = finder(db, collectedWith(db, SOME))
    const one = (topic: Topic, subject: string) => ({ topic, subjectId: `${topic}/${subject}` })
    const releases = { topics: ['releases' as const], subjects: [], without: [] }
    expect(find({ among: releases })).toEqual(['api v1', 'web v1'])
    expect(find({ among: { ...releases, without: [one('releases', 'api v1')] } })).toEqual(['web v1'])
    const drains = { topics: [], subjects: [one('log-drains', 'web to logs')], without: [] }
    expect(find({ among: drains })).toEqual(['web to logs'])
    expect(find({ among: drains, topic: 'releases' })).toEqual([])
    expect(find({ among: releases, search: 'start' })).toEqual(['web v1'])
    expect(find({ among: { topics: ['kafka'], subjects: [], without: [] } })).toEqual([])
  })

  it('page by page, to the end', () => {
    const { db } = testLocker()
    const collectionId = collectedWith(db, SOME)
    const among = { topics: ['log-drains' as const, 'releases' as const], subjects: [], without: [] }
    const seen: string[] = []
    let after: string | null = null
    do {
      const ask = { collectionId, topic: null, search: null, among, after, limit: 1 }
      const page: ReturnType<typeof evidencePage> = evidencePage(db, ask)
      seen.push(...page.rows.map(({ subject }) => subject))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(['api v1', 'web v1', 'web to logs'])
  })
})

const app = (stack: string): Some => ({ topic: 'app-inventory', subject: 'api', content: { id: API, stack } })

describe('what changed about an item', () => {
  it('is nothing to compare with in the first collection that reads the topic', () => {
    const { db } = testLocker()
    collectedWith(db, [], { topics: ['releases'] })
    collectedWith(db, [app('heroku-22')])
    expect(evidenceChanges(db, 1)).toMatchObject({ since: 'first', before: null, previous: null, fields: [] })
  })

  it('is told against the collection before, field by field', () => {
    const { db } = testLocker()
    const first = collectedWith(db, [app('heroku-22')])
    const second = collectedWith(db, [app('heroku-24')])
    expect(evidenceChanges(db, 2)).toMatchObject({
      since: 'changed',
      before: { collectionId: first },
      previous: { id: 1, last: { collectionId: first } },
      fields: [{ field: 'stack', kind: 'changed', before: 'heroku-22', after: 'heroku-24' }],
      versions: [{ id: 2, first: { collectionId: second } }, { id: 1 }],
    })
    const third = collectedWith(db, [app('heroku-24'), SOME[0] as Some])
    expect(evidenceChanges(db, 2)).toMatchObject({
      since: 'same',
      before: { collectionId: second },
      fields: [{ field: 'stack' }],
      versions: [{ id: 2, first: { collectionId: second }, last: { collectionId: third } }, { id: 1 }],
    })
    expect(evidenceChanges(db, 3)).toMatchObject({ since: 'new', before: { collectionId: second } })
  })

  it('counts a subject as new that was gone in between, and still shows what it was', () => {
    const { db } = testLocker()
    collectedWith(db, [app('heroku-20')])
    collectedWith(db, [])
    collectedWith(db, [app('heroku-24')])
    expect(evidenceChanges(db, 2)).toMatchObject({
      since: 'new',
      before: { collectionId: 2 },
      previous: { id: 1 },
      fields: [{ field: 'stack' }],
    })
    expect(() => evidenceChanges(db, 9)).toThrow(/no evidence E-000009/)
  })
})
