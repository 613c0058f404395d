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
  /** Hours over which the requests are spread; 0 or nothing: as fast as the allowance permits. */
  readonly spreadHours?: number
  /** The complete collection before, where what it read may be asked for by its tags; see `resight`. */
  readonly earlier?: number | null
}

/** A run on its way. */
export interface Run extends RunDeps {
  readonly collection: Collection
  readonly progress: ProgressCount
  /** Exchanges that wait for a task to be stored with. */
  readonly waiting: RequestRecord[]
  /** Sets how far apart requests start, by what is left to do and the time it is to take. */
  readonly keepPace: () => void
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
  const keepPace = pacing(deps, progress)
  const waiting = [...(deps.opening?.exchanges ?? [])]
  return { ...deps, collection, progress, keepPace, waiting, halted: false }
}

/** Requests that a task is taken for until this run has seen some. */
const PER_TASK = 1

/**
 * Spreads a collection over hours: after each task, the time that is left is divided by the requests that are
 * still to come, counted from the tasks planned and from how many requests a task took so far.
 */
function pacing({ client, now, spreadHours = 0 }: RunDeps, progress: ProgressCount): () => void {
  if (spreadHours <= 0) return () => {}
  const until = now().getTime() + spreadHours * 3_600_000
  const before = client.stats().requests
  let done = 0
  return () => {
    done++
    const { tasksDone, tasksPlanned } = progress.tasks()
    const perTask = done > 20 ? (client.stats().requests - before) / done : PER_TASK
    const toCome = Math.max(1, (tasksPlanned - tasksDone) * perTask)
    client.pace(tasksPlanned > tasksDone ? Math.max(0, until - now().getTime()) / toCome : 0)
  }
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
  run.keepPace()
  await nextTurn()
}
