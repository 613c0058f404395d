import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Collection, CollectionProgress, RequestRecord } from '../../../shared/model/collection.ts'
import type { EarlierRead, HerokuClient, SubjectCache } from '../heroku/client.ts'
import { getCollection } from '../store/collections.ts'
import { inTransaction, type WritableDb } from '../store/db.ts'
import { topicCounts } from '../store/evidence.ts'
import { notRead } from '../store/readings.ts'
import { storeTask, type TaskToStore } from '../store/tasks.ts'
import type { AnyCollector } from './collector.ts'
import { countProgress, type ProgressCount } from './progress.ts'

/** What a run of a collection works with. */
export interface RunDeps {
  readonly db: WritableDb
  readonly client: HerokuClient
  readonly collectors: readonly AnyCollector[]
  /** A collection that is running: new, or taken up again. */
  readonly collectionId: number
  readonly signal: AbortSignal
  readonly onProgress: (progress: CollectionProgress) => void
  readonly now: () => Date
  /** Subjects that are read at once. */
  readonly concurrency: number
  /** Reads made before the collection began, such as whose token it is; stored with the first task. */
  readonly opening?: {
    readonly cache: SubjectCache
    readonly exchanges: readonly RequestRecord[]
    readonly reads?: readonly EarlierRead[] | null
  }
  /** The complete collection before, where what it read may be asked for by its tags; see `resight`. */
  readonly earlier?: number | null
}

/** A run on its way. */
export interface Run extends RunDeps {
  readonly collection: Collection
  readonly progress: ProgressCount
  /** Exchanges that wait for a task to be stored with. */
  readonly waiting: RequestRecord[]
  /** Something stops the collection: nothing new is begun. */
  halted: boolean
}

/** Takes up a collection as it stands in the locker. */
export function startRun(deps: RunDeps): Run {
  const { db, collectionId, client, now, onProgress } = deps
  const collection = getCollection(db, collectionId)
  if (!collection) throw new Error(`there is no collection ${collectionId}`)
  const progress = countProgress({
    collection,
    perTopic: topicCounts(db, collectionId),
    notRead: notRead(db, collectionId),
    stats: client.stats,
    now,
    onProgress,
  })
  return { ...deps, collection, progress, waiting: [...(deps.opening?.exchanges ?? [])], halted: false }
}

/** Stores tasks in one transaction, then lets whoever waits have a turn. */
export async function commit(run: Run, tasks: readonly TaskToStore[]): Promise<void> {
  const [first, ...rest] = tasks
  if (!first) return
  const withWaiting = { ...first, requests: [...run.waiting.splice(0), ...first.requests] }
  inTransaction(run.db, () => {
    for (const task of [withWaiting, ...rest]) storeTask(run.db, task)
  })
  for (const task of tasks) run.progress.stored(task)
  await nextTurn()
}
