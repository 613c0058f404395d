import { problem } from '../../shared/errors.ts'

/** The work that is under way in the open locker. */
export interface AtWork {
  /**
   * Does one piece of work. Its signal fires when the caller's does, or when the locker is closed. Work that
   * stands `alone` is refused while the same is under way.
   */
  run<T>(
    name: string,
    alone: boolean,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => T | Promise<T>,
  ): Promise<T>
  /** Refuses with a sentence while anything is under way. */
  refuseBusy(): void
  /** Stops all work, and waits until it has. */
  stop(): Promise<void>
}

/** Begins with nothing under way. */
export function beginWork(): AtWork {
  const running = new Map<Promise<unknown>, string>()
  let stopping = new AbortController()

  const busy = (name: string) =>
    problem('wrong-use', {
      what: `${name} is under way in this locker`,
      remedy: 'wait until it is done, or stop it',
    })

  return {
    async run(name, alone, signal, work) {
      if (alone && [...running.values()].includes(name)) throw busy(name)
      const both = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal
      const done = (async () => work(both))()
      running.set(done, name)
      try {
        return await done
      } finally {
        running.delete(done)
      }
    },
    refuseBusy() {
      const [name] = running.values()
      if (name !== undefined) throw busy(name)
    },
    async stop() {
      stopping.abort()
      await Promise.allSettled(running.keys())
      stopping = new AbortController()
    },
  }
}
