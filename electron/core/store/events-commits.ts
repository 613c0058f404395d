import { inTransaction, type WritableDb } from './db.ts'
import type { Sliced } from './slices.ts'

/** A slice with its commit: long enough that commits cost little, short enough that a question does not wait noticeably. */
const SLICE_MS = 50

/** A commit encrypts what the slice wrote and takes as long as that, or longer; the next slice is as much shorter. */
const LEAST_MS = 10

/**
 * Runs sliced writes, a commit after each slice; between commits whatever waits gets its turn. Whoever uses it
 * sees to it that what is committed half does not show. Throws the signal's reason where it is aborted.
 */
export async function inCommits<T>(db: WritableDb, work: Sliced<T>, signal?: AbortSignal): Promise<T> {
  let commitMs = SLICE_MS / 2
  for (;;) {
    signal?.throwIfAborted()
    let written = 0
    const step = inTransaction(db, () => {
      const until = performance.now() + Math.max(LEAST_MS, SLICE_MS - commitMs)
      let next = work.next()
      while (!next.done && performance.now() < until) next = work.next()
      written = performance.now()
      return next
    })
    commitMs = performance.now() - written
    if (step.done) return step.value
    await new Promise<void>((resume) => setImmediate(resume))
  }
}
