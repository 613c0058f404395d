import type { Collection, CollectionProgress, RequestRecord } from '../../../shared/model/collection.ts'
import type { EarlierRead, HerokuClient, SubjectCache } from '../heroku/client.ts'
import { getCollection } from '../store/collections.ts'
import type { WritableDb } from '../store/db.ts'
import { topicCounts } from '../store/evidence.ts'
import { notRead } from '../store/readings.ts'
import { wholeTurn } from '../store/slices.ts'
import { storeTasks, type TaskToStore } from '../store/tasks.ts'
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
  /** Tasks that are read and wait to be stored together. */
  readonly pending: TaskToStore[]
  /** Sets how far apart requests start, by what is left to do and the time it is to take. */
  readonly keepPace: (tasksStored: number) => void
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
  return { ...deps, collection, progress, keepPace, waiting, pending: [], halted: false }
}

/** Requests that a task is taken for until this run has seen some. */
const PER_TASK = 1

/**
 * Spreads a collection over hours: after each task, the time that is left is divided by the requests that are
 * still to come, counted from the tasks planned and from how many requests a task took so far.
 */
function pacing({ client, now, spreadHours = 0 }: RunDeps, progress: ProgressCount): Run['keepPace'] {
  if (spreadHours <= 0) return () => {}
  const until = now().getTime() + spreadHours * 3_600_000
  const before = client.stats().requests
  let done = 0
  return (tasksStored) => {
    done += tasksStored
    const { tasksDone, tasksPlanned } = progress.tasks()
    const perTask = done > 20 ? (client.stats().requests - before) / done : PER_TASK
    const toCome = Math.max(1, (tasksPlanned - tasksDone) * perTask)
    client.pace(tasksPlanned > tasksDone ? Math.max(0, until - now().getTime()) / toCome : 0)
  }
}

/**
 * Items, exchanges and tasks that are stored in one transaction: a page that several subjects touch is written once,
 * and whoever asks a question meanwhile waits for so many at most.
 */
const AT_ONCE = 250

const weightOf = (task: TaskToStore) => task.items.length + task.requests.length + 1

/**
 * Stores tasks together with those of other subjects, a few subjects in one transaction: encrypting what a
 * transaction changed, and waiting for the disk, cost more than storing itself. Who ends a kind of subjects calls
 * `commit`; a process that dies before reads the subjects again that it had not stored.
 */
export async function commitSoon(run: Run, tasks: readonly TaskToStore[]): Promise<void> {
  run.pending.push(...tasks)
  const weight = run.pending.reduce((sum, one) => sum + weightOf(one), 0)
  if (weight >= AT_ONCE) await commit(run)
}

/** Tasks in their order, as many together as one transaction takes; a task is never divided. */
export function transactionsOf(tasks: readonly TaskToStore[]): readonly (readonly TaskToStore[])[] {
  const parts: TaskToStore[][] = []
  let room = 0
  for (const task of tasks) {
    room -= weightOf(task)
    const part = parts.at(-1)
    if (part && room >= 0) part.push(task)
    else {
      parts.push([task])
      room = AT_ONCE - weightOf(task)
    }
  }
  return parts
}

/** Stores tasks, and those before them that wait; after each transaction, whoever waits has a turn. */
export async function commit(run: Run, more: readonly TaskToStore[] = []): Promise<void> {
  for (const tasks of transactionsOf([...run.pending.splice(0), ...more])) {
    const [first, ...rest] = tasks
    if (!first) return
    const withWaiting = { ...first, requests: [...run.waiting.splice(0), ...first.requests] }
    storeTasks(run.db, [withWaiting, ...rest])
    for (const task of tasks) run.progress.stored(task)
    run.keepPace(tasks.length)
    await wholeTurn()
  }
}
