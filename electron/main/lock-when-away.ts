/** What decides when a locker is shut for want of a person. */
export interface IdleLockHost {
  /** Seconds since the last key press or mouse move anywhere on the computer. */
  readonly idleSeconds: () => number
  readonly limitMinutes: () => number
  /** Long work is going on: wait for it. */
  readonly busy: () => boolean
  readonly lock: () => void
}

/** Looks every fifteen seconds whether the person has gone; returns how to stop looking. */
export function watchIdle(host: IdleLockHost): () => void {
  const timer = setInterval(() => {
    const limit = host.limitMinutes() * 60
    if (limit > 0 && host.idleSeconds() >= limit && !host.busy()) host.lock()
  }, 15_000)
  timer.unref()
  return () => clearInterval(timer)
}
