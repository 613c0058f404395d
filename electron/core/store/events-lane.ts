import { type IngestThread, startIngestThread } from '../events/ingest-thread.ts'
import type { WritableDb } from './db.ts'
import { clearStages } from './events-stage.ts'

/** A place in a queue. */
export interface Turn {
  /** Resolves when everyone before is done. */
  readonly mine: Promise<void>
  /** Lets the next one go; more than once does no harm. */
  done(): void
}

/**
 * How archives pass into one locker: each is read by the thread and then stored, both in the order of the calls.
 * The next one is read while the one before is stored.
 */
export interface Lane {
  readonly reading: () => Turn
  readonly storing: () => Turn
  /** The thread, which is started when it is needed and ends when it has been idle for a while. */
  readonly thread: () => IngestThread
  /** A number that no other archive on its way has. */
  readonly stage: () => number
  /** Counts an archive on its way; call the answer when it is through. */
  readonly enter: () => () => void
  /** True while events may be left of an ingest that did not finish. */
  unclean: boolean
}

const IDLE_MS = 2000

const lanes = new WeakMap<WritableDb, Lane>()

/** The lane of an open locker. */
export function laneOf(db: WritableDb): Lane {
  const lane = lanes.get(db) ?? makeLane(db)
  lanes.set(db, lane)
  return lane
}

function queue(): () => Turn {
  let last = Promise.resolve()
  return () => {
    const mine = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = mine.then(() => promise)
    return { mine, done: resolve }
  }
}

function makeLane(db: WritableDb): Lane {
  clearStages(db)
  let thread: IngestThread | null = null
  let inside = 0
  let stages = 0
  let idle: NodeJS.Timeout | undefined

  const rest = () => {
    thread?.hold(false)
    idle = setTimeout(() => {
      void thread?.close()
      thread = null
    }, IDLE_MS).unref()
  }

  return {
    reading: queue(),
    storing: queue(),
    thread() {
      if (thread === null || thread.isGone()) thread = startIngestThread()
      thread.hold(true)
      return thread
    },
    stage: () => ++stages,
    enter() {
      clearTimeout(idle)
      thread?.hold(true)
      inside++
      let left = false
      return () => {
        if (left) return
        left = true
        if (--inside === 0) rest()
      }
    },
    unclean: true,
  }
}
