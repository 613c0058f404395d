import { describe, expect, it } from 'vitest'
import { startCollection } from '../../../../electron/core/store/collections.ts'
import {
  eachItem,
  evidenceDetail,
  evidencePage,
  itemsOf,
  searchEvidence,
  topicCounts,
} from '../../../../electron/core/store/evidence.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import type { Json } from '../../../../shared/model/json.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import { collected, exchange, FACTS, releasesOf, testLocker } from '../../../fakes/locker.ts'

function store(
  db: ReturnType<typeof testLocker>['db'],
  collectionId: number,
  topic: Topic,
  contents: Readonly<Record<string, Json>>,
): void {
  const items = Object.entries(contents).map(([subject, content]) => ({
    subjectId: `${topic}/${subject}`,
    subject,
    content,
    capturedAt: FACTS.startedAt,
    requestSeq: null,
  }))
  storeTask(db, releasesOf(collectionId, topic, 1, { key: topic, topic, items, requests: [] }))
}

const ALL = { topic: null, search: null, after: null, limit: 100 }

describe('the items of a topic', () => {
  it('are those that the collection saw, with their provenance', () => {
    const { db } = testLocker()
    const id = collected(db, ['api'])
    expect(itemsOf(db, id, 'releases')[1]).toEqual({
      id: 2,
      topic: 'releases',
      subjectId: 'api/v2',
      subject: 'api v2',
      content: { app: 'api', version: 2, description: 'Deploy 2', user: { email: 'ben@example.com' } },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      capturedAt: '2026-11-01T09:00:02.000Z',
      requestId: 'request-1',
    })
    expect(itemsOf(db, id, 'log-drains')).toEqual([])
    expect(itemsOf(db, id + 1, 'releases')).toEqual([])
  })

  it('are those of this collection only', () => {
    const { db } = testLocker()
    const first = collected(db, ['api', 'gone'])
    const second = collected(db, ['api', 'new'])
    const names = (id: number) => itemsOf(db, id, 'releases').map(({ subject }) => subject)
    expect(names(first)).toEqual(['api v1', 'api v2', 'gone v1', 'gone v2'])
    expect(names(second)).toEqual(['api v1', 'api v2', 'new v1', 'new v2'])
  })

  it('stream in batches while others write, of a topic or of all', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const many = Object.fromEntries(Array.from({ length: 1200 }, (_, n) => [`s${n}`, { n }]))
    store(db, id, 'ssh-keys', many)
    store(db, id, 'log-drains', { drain: 1 })
    let seen = 0
    for (const item of eachItem(db, id, 'ssh-keys')) {
      expect(item.content).toEqual({ n: seen++ })
      if (seen === 3) store(db, id, 'releases', { later: 1 })
    }
    expect(seen).toBe(1200)
    const topics = [...eachItem(db, id)].map(({ topic }) => topic)
    expect([topics.length, new Set(topics)]).toEqual([1202, new Set(['ssh-keys', 'releases', 'log-drains'])])
    expect([...eachItem(db, id, 'kafka')]).toEqual([])
    expect(topicCounts(db, id)).toEqual([
      { topic: 'log-drains', items: 1 },
      { topic: 'releases', items: 1 },
      { topic: 'ssh-keys', items: 1200 },
    ])
  })
})

describe('pages of evidence', () => {
  it('follow each other to the end, without overlap, over topics and within one', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    store(db, id, 'ssh-keys', Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`k${n}`, { n }])))
    store(db, id, 'log-drains', Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`d${n}`, { n }])))
    for (const topic of [null, 'log-drains' as const]) {
      const seen: number[] = []
      let after: string | null = null
      do {
        const page = evidencePage(db, { ...ALL, collectionId: id, topic, after, limit: 6 })
        seen.push(...page.rows.map((item) => item.id))
        after = page.next
      } while (after !== null)
      const [from, to] = topic === null ? [1, 37] : [26, 37]
      expect(seen).toEqual(Array.from({ length: to - from + 1 }, (_, n) => n + from))
    }
  })

  it('search all words, each as the beginning of a word, in names and contents', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    store(db, id, 'releases', {
      'shop-api v42': { by: 'ana@example.com', does: 'Déploiement de la base' },
      'shop-web v7': { by: 'ben@example.com', does: 'Add LOG_LEVEL config var' },
    })
    const find = (search: string, topic: Topic | null = null) =>
      evidencePage(db, { ...ALL, collectionId: id, search, topic }).rows.map(({ subject }) => subject)
    expect(find('shop')).toEqual(['shop-api v42', 'shop-web v7'])
    expect(find('shop ana@exam')).toEqual(['shop-api v42'])
    expect(find('deploiement')).toEqual(['shop-api v42'])
    expect(find('log_level')).toEqual(['shop-web v7'])
    expect(find('shop-a')).toEqual(['shop-api v42'])
    expect(find('shop', 'log-drains')).toEqual([])
    expect(find('nothing of it')).toEqual([])
    for (const operators of ['"', 'a OR', '*', 'NEAR(a', 'subject:x', "'; --", '(', '-', '\u0000'])
      expect(find(operators)).toEqual([])
  })

  it('of a search follow each other as well', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    store(db, id, 'ssh-keys', Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`key ${n}`, { n }])))
    const ask = { ...ALL, collectionId: id, search: 'key', limit: 4 }
    const first = evidencePage(db, ask)
    const second = evidencePage(db, { ...ask, after: first.next })
    const third = evidencePage(db, { ...ask, after: second.next })
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([4, 4, 1])
    expect(third.next).toBeNull()
  })

  it('refuse a mark that is not one of theirs', () => {
    const { db } = testLocker()
    const id = collected(db)
    for (const after of ['x', '1', '1.2.3', '-1.2', "1.2' or 1"])
      expect(() => evidencePage(db, { ...ALL, collectionId: id, after })).toThrow(/mark of the next page/)
  })
})

describe('one item', () => {
  it('comes with every sighting, newest first, and the path it was read from', () => {
    const { db } = testLocker()
    const [first, second] = [collected(db, ['api']), collected(db, ['web', 'api'])]
    expect(evidenceDetail(db, 1)).toMatchObject({
      item: { id: 1, subject: 'api v1', requestId: 'request-2' },
      sightings: [
        { collectionId: second, requestId: 'request-2' },
        { collectionId: first, requestId: 'request-1' },
      ],
      path: exchange(2).path,
    })
    expect(() => evidenceDetail(db, 99)).toThrow(/no evidence E-000099/)
  })
})

describe('search over the whole locker', () => {
  it('shows hits with an excerpt, newest first', () => {
    const { db } = testLocker()
    collected(db, ['api', 'web'])
    const hits = searchEvidence(db, 'BEN@example.com deploy', 3)
    expect(hits.map(({ title }) => title)).toEqual(['web v2', 'web v1', 'api v2'])
    expect(hits[0]).toMatchObject({
      in: 'evidence',
      id: 4,
      topic: 'releases',
      at: '2026-11-01T09:00:02.000Z',
    })
    expect(hits[0]?.excerpt).toContain('Deploy 2')
    expect(searchEvidence(db, '???', 3)).toEqual([])
  })

  it('never finds fingerprints of secrets', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const hmac = 'ab'.repeat(32)
    store(db, id, 'config-var-rotation', { 'api KEY': { key: 'STRIPE_KEY', fingerprint: { hmac } } })
    expect(itemsOf(db, id, 'config-var-rotation')[0]?.content).toMatchObject({ fingerprint: { hmac } })
    expect(searchEvidence(db, hmac, 5)).toEqual([])
    expect(searchEvidence(db, hmac.slice(0, 8), 5)).toEqual([])
    expect(searchEvidence(db, 'stripe_key', 5)).toHaveLength(1)
  })
})
