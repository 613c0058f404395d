import { endCollection, startCollection } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { storeTask } from '../../electron/core/store/tasks.ts'
import type { Topic } from '../../shared/model/topic.ts'
import type { Planted } from './evidence.ts'
import { exchange, FACTS } from './locker.ts'

/** A complete collection of planted items, topic by topic; answers its number. */
export function collectedPlanted(db: WritableDb, items: readonly Planted[]): number {
  const topics = [...new Set(items.map(({ topic }) => topic))]
  const id = startCollection(db, { ...FACTS, topics })
  for (const [n, topic] of topics.entries()) {
    const seq = n + 1
    const own = items.filter((item) => item.topic === topic)
    storeTask(db, {
      collectionId: id,
      key: `planted:${topic}`,
      topic: topic as Topic,
      subject: { kind: 'account', id: '~', name: 'account' },
      items: own.map(({ subjectId, subject, content }) => ({
        ...{ subjectId, subject, content },
        capturedAt: FACTS.startedAt,
        requestSeq: seq,
      })),
      requests: [exchange(seq, `/${topic}`)],
      readings: [],
      lists: [],
      dropped: [],
    })
  }
  endCollection(db, id, { state: 'complete', finishedAt: '2026-11-01T09:05:00.000Z', clockOffsetMs: 0 })
  return id
}
