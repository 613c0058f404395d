import { isProblem } from '../../shared/errors.ts'
import type { Job, ProblemShape } from '../../shared/shell.ts'
import type { CoreProcess } from './core-process.ts'

/** Long questions, kept outside the window so that they survive its reload. */
export interface Jobs {
  list(): readonly Job[]
  /** Asks the core and keeps the books; resolves or rejects as the core does. */
  run(question: string, input: unknown): Promise<unknown>
  /** Other work on the locker, which no list shows: `busy` counts it, and `stopAll` ends it. */
  unlisted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(id: number): void
  /** Takes an ended job off the list. */
  dismiss(id: number): void
  /** True while something runs that an idle lock would cut off. */
  busy(): boolean
  /** Cancels what runs and waits until it has ended: before the locker is shut. */
  stopAll(): Promise<void>
}

/** The shape in which an error goes to the window; what is not meant for people stays behind. */
export function problemShape(error: unknown): ProblemShape {
  if (isProblem(error)) return { kind: error.kind, what: error.what, remedy: error.remedy }
  return {
    kind: 'unexpected',
    what: 'something unexpected happened in the app',
    remedy: 'try again; if it stays, please report it',
  }
}

/** A collection that is cancelled ends well: it answers with what it has so far. */
function wasCancelled(output: unknown): boolean {
  const { collection } = (output ?? {}) as { readonly collection?: { readonly state?: string } }
  return collection?.state === 'cancelled'
}

/** Makes the list of jobs; every change is told to `announce`. */
export function jobs(core: CoreProcess, announce: (job: Job) => void, now: () => Date): Jobs {
  const all = new Map<number, Job>()
  const stops = new Map<number, AbortController>()
  const running = new Map<number, Promise<unknown>>()
  const unlisted = new Map<Promise<unknown>, AbortController>()
  let next = 1

  function change(id: number, change: Partial<Job>) {
    const job = all.get(id)
    if (!job) return
    const changed = { ...job, ...change }
    all.set(id, changed)
    announce(changed)
  }

  return {
    list: () => [...all.values()],
    busy: () => unlisted.size > 0 || [...all.values()].some((job) => job.state === 'running'),
    cancel: (id) => stops.get(id)?.abort(),
    dismiss(id) {
      if (all.get(id)?.state !== 'running') all.delete(id)
    },
    async stopAll() {
      for (const stop of [...stops.values(), ...unlisted.values()]) stop.abort()
      await Promise.allSettled([...running.values(), ...unlisted.keys()])
    },
    async unlisted(work) {
      const stop = new AbortController()
      const running = work(stop.signal)
      unlisted.set(running, stop)
      try {
        return await running
      } finally {
        unlisted.delete(running)
      }
    },
    async run(question, input) {
      const id = next++
      const stop = new AbortController()
      stops.set(id, stop)
      all.set(id, {
        id,
        question,
        startedAt: now().toISOString(),
        state: 'running',
        progress: null,
        output: null,
        problem: null,
      })
      change(id, {})
      try {
        const asked = core.ask(question, input, {
          signal: stop.signal,
          onProgress: (progress) => change(id, { progress }),
        })
        running.set(id, asked)
        const output = await asked
        change(id, { state: wasCancelled(output) ? 'cancelled' : 'done', output })
        return output
      } catch (error) {
        const problem = problemShape(error)
        change(id, { state: problem.kind === 'cancelled' ? 'cancelled' : 'failed', problem })
        throw error
      } finally {
        stops.delete(id)
        running.delete(id)
      }
    },
  }
}
