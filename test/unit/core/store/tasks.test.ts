import { describe, expect, it } from 'vitest'
import { startCollection } from '../../../../electron/core/store/collections.ts'
import { droppedFields, listProofs } from '../../../../electron/core/store/completeness.ts'
import { itemsOf } from '../../../../electron/core/store/evidence.ts'
import { prepareContent } from '../../../../electron/core/store/evidence-write.ts'
import { lockerInfo } from '../../../../electron/core/store/locker.ts'
import { notRead, readingsOf } from '../../../../electron/core/store/readings.ts'
import {
  lastRequestSeq,
  requestCounts,
  requestKind,
  requestsOf,
} from '../../../../electron/core/store/requests.ts'
import { storeTask, storeTasks, taskDone } from '../../../../electron/core/store/tasks.ts'
import { collected, exchange, FACTS, releasesOf, testLocker } from '../../../fakes/locker.ts'

function contents(db: ReturnType<typeof testLocker>['db']): number {
  return db.prepare<[], number>('select count(*) from content').pluck().get() as number
}

describe('storing a task', () => {
  it('stores the same content once, however often it is seen', () => {
    const { db } = testLocker()
    for (let n = 0; n < 10; n++) collected(db)
    expect(contents(db)).toBe(6)
    expect(lockerInfo(db).counts).toMatchObject({ collections: 10, evidence: 6, sightings: 60 })
  })

  it('stores one content under two subjects once', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const item = { subject: 's', content: { same: true }, capturedAt: FACTS.startedAt, requestSeq: null }
    storeTask(
      db,
      releasesOf(id, 'api', 1, { items: ['a', 'b'].map((subjectId) => ({ ...item, subjectId })) }),
    )
    expect(contents(db)).toBe(1)
    expect(itemsOf(db, id, 'releases').map(({ subjectId }) => subjectId)).toEqual(['a', 'b'])
  })

  it('tells what is new and what is as before', () => {
    const { db } = testLocker()
    collected(db, ['api'])
    const id = startCollection(db, FACTS)
    expect(storeTask(db, releasesOf(id, 'api', 1))).toEqual({ fresh: 0, unchanged: 2 })
    expect(storeTask(db, releasesOf(id, 'web', 2))).toEqual({ fresh: 2, unchanged: 0 })
  })

  it('counts an item once that two tasks of a collection bring', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    storeTask(db, releasesOf(id, 'api', 1))
    expect(storeTask(db, releasesOf(id, 'api', 2, { key: 'again' }))).toEqual({ fresh: 0, unchanged: 0 })
    expect(itemsOf(db, id, 'releases')).toHaveLength(2)
  })

  it('happens once', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const task = releasesOf(id, 'api', 1)
    expect(taskDone(db, id, task.key)).toBe(false)
    storeTask(db, task)
    expect(taskDone(db, id, task.key)).toBe(true)
    expect(taskDone(db, id + 1, task.key)).toBe(false)
    expect(() => storeTask(db, task)).toThrow(/is stored already/)
  })

  it('happens wholly or not at all', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const good = releasesOf(id, 'api', 1)
    const bad = { subjectId: 'b', subject: 'b', content: { n: Number.NaN }, capturedAt: '', requestSeq: 1 }
    expect(() => storeTask(db, { ...good, items: [...good.items, bad] })).toThrow()
    expect(lockerInfo(db).counts).toMatchObject({ evidence: 0, sightings: 0 })
    expect([...requestsOf(db, id)]).toEqual([])
    expect(storeTask(db, good)).toEqual({ fresh: 2, unchanged: 0 })
  })

  it('stores several in one go: all of them, or none', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const tasks = [releasesOf(id, 'api', 1), releasesOf(id, 'web', 2)]
    expect(() => storeTasks(db, [...tasks, releasesOf(id, 'db', 3, { requests: [] })])).toThrow(/exchange 3/)
    expect(lockerInfo(db).counts).toMatchObject({ evidence: 0, sightings: 0 })
    expect(storeTasks(db, tasks)).toEqual([
      { fresh: 2, unchanged: 0 },
      { fresh: 2, unchanged: 0 },
    ])
    expect(itemsOf(db, id, 'releases')).toHaveLength(4)
  })

  it('stores a content that was prepared beforehand just as it would store it itself', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const content = { b: 1, a: 'Zürich \ud800' }
    const item = { subject: 's', capturedAt: FACTS.startedAt, requestSeq: null }
    const items = [
      { ...item, subjectId: 'a', content },
      { ...item, subjectId: 'b', prepared: prepareContent(content) },
    ]
    storeTask(db, releasesOf(id, 'api', 1, { items }))
    expect(contents(db)).toBe(1)
    const found = 'select rowid from evidence_fts where evidence_fts match ? order by 1'
    expect(db.prepare<[string], number>(found).pluck().all('zurich')).toEqual([1, 2])
  })

  it('teaches the search every item of a list that is longer than what waits for the end', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const items = Array.from({ length: 4100 }, (_, n) => ({
      ...{ subjectId: String(n), subject: `s${n}`, content: { word: `w${n}` } },
      ...{ capturedAt: FACTS.startedAt, requestSeq: null },
    }))
    storeTask(db, releasesOf(id, 'api', 1, { items }))
    const found = db
      .prepare<[string], number>('select count(*) from evidence_fts where evidence_fts match ?')
      .pluck()
    expect([0, 1999, 2000, 4099].map((n) => found.get(`w${n}`))).toEqual([1, 1, 1, 1])
    expect(found.get('w*')).toBe(4100)
  })

  it('refuses items that rest on an exchange nobody stored', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    expect(() => storeTask(db, releasesOf(id, 'api', 1, { requests: [] }))).toThrow(/exchange 1/)
    storeTask(db, releasesOf(id, 'api', 1))
    expect(storeTask(db, releasesOf(id, 'web', 1, { requests: [] })).fresh).toBe(2)
  })

  it('takes hostile text as it is, but for lone surrogates', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const nasty = ['=1+1', '\u0000\u0007', '\ud800', '‮right to left', '😀', "'; drop table evidence; --"]
    const items = nasty.map((text, n) => ({
      subjectId: `${n}${text}`,
      subject: text,
      content: { text },
      capturedAt: FACTS.startedAt,
      requestSeq: 1,
    }))
    storeTask(db, releasesOf(id, 'api\udc00', 1, { items }))
    const stored = itemsOf(db, id, 'releases')
    expect(stored.map(({ content }) => (content as unknown as { text: string }).text)).toEqual(
      nasty.map((text) => text.toWellFormed()),
    )
    expect(stored.map(({ subject }) => subject)).toEqual(nasty.map((text) => text.toWellFormed()))
  })
})

describe('what a collection asked', () => {
  it('is told exchange by exchange, as it was recorded', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const bare = {
      ...exchange(3),
      range: { asked: null, got: null, next: '] next' },
      requestId: null,
      serverDate: null,
      clockOffsetMs: null,
      etag: 'W/"x"',
    }
    storeTask(db, releasesOf(id, 'api', 1, { requests: [bare, exchange(1), exchange(2)] }))
    expect([...requestsOf(db, id)]).toEqual([exchange(1), exchange(2), bare])
    expect(lastRequestSeq(db, id)).toBe(3)
    expect(lastRequestSeq(db, id + 1)).toBe(0)
  })

  it('streams also when there is more than fits one batch, and lets others write meanwhile', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const requests = Array.from({ length: 2500 }, (_, n) => exchange(n + 1))
    storeTask(db, releasesOf(id, 'api', 1, { requests }))
    let seen = 0
    for (const { seq } of requestsOf(db, id)) {
      expect(seq).toBe(++seen)
      if (seen === 10) startCollection(db, FACTS)
    }
    expect(seen).toBe(2500)
  })

  it('is counted by kind of path', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const paths = [
      '/apps/5f9a4c1e-0000-4000-8000-00000000000A/releases?x=1',
      '/apps/5f9a4c1e-0000-4000-8000-000000000002/releases',
      '/account',
    ]
    storeTask(db, releasesOf(id, 'api', 1, { requests: paths.map((path, n) => exchange(n + 1, path)) }))
    expect(requestCounts(db, id)).toEqual({ '/account': 1, '/apps/{id}/releases': 2 })
    expect(requestKind('/teams/acme/apps')).toBe('/teams/acme/apps')
    expect(requestKind('/apps/7/formation?a=/b')).toBe('/apps/{id}/formation')
  })

  it('comes with the proof of each list and the names of dropped fields', () => {
    const { db } = testLocker()
    const id = collected(db, ['api', 'web'])
    expect(listProofs(db, id)).toMatchObject([
      { path: '/apps/api/releases', ranges: ['version ..'], complete: true },
      { path: '/apps/web/releases', pages: 1, records: 2, lastStatus: 200 },
    ])
    expect(droppedFields(db, id)).toEqual([
      { pattern: '/apps/{id}/releases', fields: ['eligible_for_rollback', 'output_stream_url'] },
    ])
  })

  it('tells how each read ended, of a topic or of all, and what was not read', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    const reading = { subjectKind: 'app', subjectId: 'a', subject: 'a', path: '/apps/a/x', items: 0 } as const
    const denied = { ...reading, topic: 'log-drains', outcome: 'denied', reason: 'no permission' } as const
    const off = { ...reading, topic: 'releases', outcome: 'off', reason: null } as const
    storeTask(db, releasesOf(id, 'api', 1, { readings: [denied, off] }))
    expect(readingsOf(db, id)).toEqual([
      { ...denied, collectionId: id },
      { ...off, collectionId: id },
    ])
    expect(readingsOf(db, id, 'releases')).toEqual([{ ...off, collectionId: id }])
    expect(notRead(db, id)).toEqual([{ ...denied, collectionId: id }])
  })
})
