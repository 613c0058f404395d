/** What a command that was stopped ends with, as shells have it: 128 and the number of the signal. */
const STOP_CODES = { SIGINT: 130, SIGTERM: 143 } as const

type StopCode = (typeof STOP_CODES)[keyof typeof STOP_CODES]

/** A watch for somebody who wants the command to stop. */
export interface StopWatch {
  readonly signal: AbortSignal
  /** The exit code of a command that was stopped; null where nobody asked for that. */
  code(): StopCode | null
  end(): void
}

/**
 * Watches for Ctrl-C and for SIGTERM: the first one fires the signal, so that the command stops cleanly; the
 * second one ends the process at once. `note` tells the person.
 */
export function watchStop(note: (line: string) => void): StopWatch {
  const controller = new AbortController()
  let code: StopCode | null = null
  const stop = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      end()
      process.kill(process.pid, name)
      return
    }
    note('stopping cleanly, please wait … (Ctrl-C again stops at once)')
    code = STOP_CODES[name as keyof typeof STOP_CODES]
    controller.abort()
  }
  const end = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return { signal: controller.signal, code: () => code, end }
}
