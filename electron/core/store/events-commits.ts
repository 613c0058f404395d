import { inTransaction, type WritableDb } from './db.ts'
import type { Sliced } from './slices.ts'

/** Long enough that commits cost little, short enough that a question does not wait noticeably. */
const SLICE_MS = 40

/**
 * Runs sliced writes, a commit after each slice; between commits whatever waits gets its turn. Whoever uses it
 * sees to it that what is committed half does not show. Throws the signal's reason where it is aborted.
 */
export async function inCommits<T>(db: WritableDb, work: Sliced<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted()
    const step = inTransaction(db, () => {
      const until = performance.now() + SLICE_MS
      let next = work.next()
      while (!next.done && performance.now() < until) next = work.next()
      return next
    })
    if (step.done) return step.value
    await new Promise<void>((resume) => setImmediate(resume))
  }
}
