import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  countEventsIn,
  endCollection,
  getCollection,
  listCollections,
  newestComplete,
  newestResumable,
  resolveCollection,
  resumeCollection,
  startCollection,
} from '../../../../electron/core/store/collections.ts'
import { eachItem } from '../../../../electron/core/store/evidence.ts'
import { journalPage } from '../../../../electron/core/store/journal.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import { collected, FACTS, releasesOf, testLocker } from '../../../fakes/locker.ts'

const END = { finishedAt: '2026-11-01T09:30:00.000Z', clockOffsetMs: -12.5 }

describe('a collection', () => {
  it('starts with its facts, in the journal as well', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    expect(getCollection(db, id)).toEqual({
      ...FACTS,
      id: 1,
      state: 'running',
      finishedAt: null,
      clockOffsetMs: null,
      counts: { requests: 0, evidence: 0, unchanged: 0, events: 0, notRead: 0 },
      digest: null,
    })
    const { startedAt, collector, ...told } = FACTS
    expect(journalPage(db, null, 10).rows.at(-1)).toMatchObject({
      at: startedAt,
      actor: collector,
      action: 'collection.started',
      detail: { ...told, id },
    })
  })

  it('counts what its tasks brought, and events', () => {
    const { db } = testLocker()
    collected(db, ['api'])
    const id = startCollection(db, FACTS)
    storeTask(db, releasesOf(id, 'api', 1))
    storeTask(db, releasesOf(id, 'web', 2))
    const reading = {
      topic: 'releases',
      subjectKind: 'app',
      subjectId: 'x',
      subject: 'x',
      path: '/x',
    } as const
    const readings = (['denied', 'absent', 'gone', 'failed', 'off', 'read'] as const).map((outcome) => ({
      ...reading,
      outcome,
      reason: null,
      items: 0,
    }))
    storeTask(db, releasesOf(id, 'x', 3, { items: [], readings }))
    countEventsIn(db, id, 7)
    expect(getCollection(db, id)?.counts).toEqual({
      requests: 3,
      evidence: 4,
      unchanged: 2,
      events: 7,
      notRead: 4,
    })
  })

  it('gets a digest when complete that can be computed from a register of its evidence', () => {
    const { db } = testLocker()
    const id = collected(db, ['zoo', 'Äpfel', 'api'])
    const lines = [...eachItem(db, id)].map((i) => [i.topic, i.subjectId, i.hash, i.capturedAt, i.requestId])
    const sorted = lines.sort((a, b) => Buffer.compare(Buffer.from(a.join('\0')), Buffer.from(b.join('\0'))))
    const hash = createHash('sha256')
    for (const line of sorted) hash.update(`${JSON.stringify(line)}\n`)
    const digest = hash.digest('hex')
    expect(getCollection(db, id)?.digest).toBe(digest)
    expect(journalPage(db, null, 10).rows.at(-1)).toMatchObject({
      action: 'collection.completed',
      detail: { id, digest, tasks: 3, counts: { evidence: 6 } },
    })
  })

  it('has no digest when it was cancelled, and can be resumed', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    storeTask(db, releasesOf(id, 'api', 1))
    expect(endCollection(db, id, { ...END, state: 'cancelled' })).toMatchObject({
      state: 'cancelled',
      digest: null,
    })
    expect(newestResumable(db)?.id).toBe(id)
    expect(resumeCollection(db, id, 'ben@desk')).toMatchObject({ state: 'running', finishedAt: null })
    expect(newestResumable(db)).toBeNull()
    storeTask(db, releasesOf(id, 'web', 2))
    expect(endCollection(db, id, { ...END, state: 'complete' })).toMatchObject({
      ...END,
      state: 'complete',
      counts: { evidence: 4 },
    })
    expect(
      journalPage(db, null, 10)
        .rows.map(({ action, actor }) => `${actor} ${action}`)
        .slice(1),
    ).toEqual([
      'ana@laptop collection.started',
      'ana@laptop collection.cancelled',
      'ben@desk collection.resumed',
      'ana@laptop collection.completed',
    ])
  })

  it('is not resumed when it is complete or running', () => {
    const { db } = testLocker()
    const complete = collected(db)
    const running = startCollection(db, FACTS)
    for (const id of [complete, running])
      expect(() => resumeCollection(db, id, 'x')).toThrow(/no interrupted collection/)
  })

  it('is found by number, or as the newest complete one', () => {
    const { db } = testLocker()
    expect(() => resolveCollection(db, null)).toThrow(/no finished collection/)
    expect(() => resolveCollection(db, 4)).toThrow(/no collection 4/)
    const [first, second] = [collected(db), collected(db)]
    startCollection(db, FACTS)
    expect(resolveCollection(db, null).id).toBe(second)
    expect(newestComplete(db)?.id).toBe(second)
    expect(resolveCollection(db, first).id).toBe(first)
    expect(listCollections(db).map(({ id }) => id)).toEqual([1, 2, 3])
    expect(getCollection(db, 9)).toBeNull()
  })
})
