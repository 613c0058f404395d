import { describe, expect, it } from 'vitest'
import { countProgress } from '../../../../electron/core/collectors/progress.ts'
import type { Collection, CollectionProgress, Reading } from '../../../../shared/model/collection.ts'

const collection = {
  id: 4,
  counts: { requests: 100, evidence: 50, unchanged: 0, events: 7, notRead: 1 },
} as Collection
const stats = { requests: 3, rateLimitRemaining: 4400, clockOffsetMs: 0, bytes: 1, pausedMs: 0 }

function counting() {
  const told: CollectionProgress[] = []
  const clock = { at: 0 }
  const count = countProgress({
    collection,
    perTopic: [{ topic: 'releases', items: 50 }],
    notRead: [{ topic: 'log-drains', outcome: 'denied' } as Reading],
    stats: () => stats,
    now: () => new Date(clock.at),
    onProgress: (progress) => told.push(progress),
  })
  return { told, clock, count }
}

describe('progress', () => {
  it('is told at most ten times a second, and at once where asked', () => {
    const { told, clock, count } = counting()
    for (clock.at = 0; clock.at <= 1000; clock.at += 7) count.tell('apps')
    expect(told.length).toBeLessThanOrEqual(11)
    expect(told.length).toBeGreaterThan(5)
    const before = told.length
    count.tell('finishing', true)
    expect(told).toHaveLength(before + 1)
  })

  it('goes on from where a resumed collection was', () => {
    const { told, count } = counting()
    count.planned(10)
    count.skipped()
    const item = { subjectId: '1', subject: 'x', content: {}, capturedAt: '', requestSeq: null }
    const about = { topic: 'releases', subjectKind: 'app', subjectId: '1', subject: 'x', items: 0 } as const
    const readings = [
      { ...about, path: null, outcome: 'read', reason: null },
      { ...about, path: '/x', outcome: 'off', reason: '' },
      { ...about, path: '/y', outcome: 'denied', reason: '' },
    ] as const
    count.stored({ topic: 'releases', items: [item, item], readings })
    count.events(5)
    count.tell('apps 1 of 2', true)
    expect(told).toEqual([
      {
        collectionId: 4,
        doing: 'apps 1 of 2',
        tasksDone: 2,
        tasksPlanned: 10,
        requests: 103,
        evidence: 52,
        events: 12,
        notRead: 2,
        rateLimitRemaining: 4400,
        perTopic: { releases: { items: 52, notRead: 1 }, 'log-drains': { items: 0, notRead: 1 } },
      },
    ])
  })
})
