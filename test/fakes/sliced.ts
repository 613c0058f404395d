import type { Sliced } from '../../electron/core/store/slices.ts'

/** Sliced work, done in one go. */
export function whole<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
