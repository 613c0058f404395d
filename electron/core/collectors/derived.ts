import type { Topic } from '../../../shared/model/topic.ts'
import { inSlices, type Sliced } from '../store/slices.ts'
import { type TaskToStore, taskDone } from '../store/tasks.ts'
import { holdings } from './audit-trail-retention.ts'
import { reconciliationsOf } from './derived-reconciliations.ts'
import { driftOf } from './drift-between-periods.ts'
import { removals } from './member-removals.ts'
import { taskKey } from './plan.ts'
import { commit, type Run } from './running.ts'

/** What the program makes of the evidence of a collection when all of it is stored. */
export interface Derived {
  readonly subjectId: string
  readonly subject: string
  readonly content: object
}

/** One kind of derived evidence. */
interface Deriver {
  /** Stable name, as a collector's. */
  readonly id: string
  readonly topic: Topic
  readonly derive: (run: Run) => Sliced<readonly Derived[]>
}

const DERIVERS: readonly Deriver[] = [
  { id: 'audit-trail-retention', topic: 'audit-trail-retention', derive: holdings },
  { id: 'member-removals', topic: 'member-removals', derive: removals },
  {
    id: 'evidence-package-integrity.reconciliations',
    topic: 'evidence-package-integrity',
    derive: reconciliationsOf,
  },
  { id: 'drift-between-periods', topic: 'drift-between-periods', derive: driftOf },
]

/** Items that are stored in one go: questions are answered between them. */
const ITEMS_AT_ONCE = 200

/**
 * Derives evidence from what the collection has stored: that its sources agree, and what changed since the
 * collection before. It rests on no request of its own; what it was made of stands in its content. The first part
 * of what was derived is stored last: that it is there stands for all of them.
 */
export async function deriveEvidence(run: Run): Promise<void> {
  const due = DERIVERS.filter(({ topic }) => run.collection.topics.includes(topic))
  run.progress.planned(due.length)
  const account = { kind: 'account', id: '~', name: run.collection.account } as const
  for (const deriver of due) {
    const key = taskKey(deriver, account)
    if (taskDone(run.db, run.collectionId, key)) {
      run.progress.skipped()
      continue
    }
    const found = await inSlices(deriver.derive(run), () => run.signal.throwIfAborted())
    const capturedAt = run.now().toISOString()
    const part = (name: string, from: number): TaskToStore => {
      const items = found.slice(from, from + ITEMS_AT_ONCE)
      const about = { topic: deriver.topic, subjectKind: account.kind, subjectId: account.id }
      const read = { path: null, outcome: 'read', reason: null, items: items.length } as const
      return {
        ...{ collectionId: run.collectionId, key: name, topic: deriver.topic, subject: account },
        items: items.map((one) => ({ ...one, capturedAt, requestSeq: null })),
        ...{ requests: [], lists: [], dropped: [] },
        readings: [{ ...about, subject: account.name, ...read }],
      }
    }
    for (let from = ITEMS_AT_ONCE; from < found.length; from += ITEMS_AT_ONCE) {
      const name = `${key}/${from}`
      if (!taskDone(run.db, run.collectionId, name)) await commit(run, [part(name, from)])
    }
    await commit(run, [part(key, 0)])
  }
}
