import { setImmediate } from 'node:timers/promises'

/**
 * Long work that yields how many units it has done since the last time and returns its answer. It runs in
 * slices, so that other questions are answered meanwhile.
 */
export type Sliced<T> = Generator<number, T>

const SLICE_MS = 20

/**
 * Lets everything that waits have its turn. Once would do only for what is known already: a question that came in
 * meanwhile is read in the turn after.
 */
export async function wholeTurn(): Promise<void> {
  await setImmediate()
  await setImmediate()
}

/** Runs sliced work to its end; between slices everything else that waits gets its turn. */
export async function inSlices<T>(work: Sliced<T>, onUnits: (done: number) => void = () => {}): Promise<T> {
  for (let until = performance.now() + SLICE_MS; ; ) {
    const step = work.next()
    if (step.done) return step.value
    onUnits(step.value)
    if (performance.now() < until) continue
    await wholeTurn()
    until = performance.now() + SLICE_MS
  }
}
