/** What the operating system tells of the person and the computer; Electron's `powerMonitor` has it. */
export interface Power {
  /** Seconds since the last key press or mouse move anywhere on the computer. */
  getSystemIdleTime(): number
  on(event: 'suspend' | 'lock-screen', listener: () => void): unknown
}

/** What decides when a locker is shut for want of a person. */
export interface AwayHost {
  readonly power: Power
  /** 0 never locks for idling. */
  readonly limitMinutes: () => number
  readonly onSuspend: () => boolean
  /** Long work is going on: idling waits for it. */
  readonly busy: () => boolean
  /** Stops long work, and waits until it has ended: what was committed stays, a collection can be resumed. */
  readonly stopWork: () => Promise<void>
  readonly lock: (why: 'idle' | 'suspend') => void
}

/** How often it is looked whether the person has gone. */
const LOOK_MS = 5_000

/** Locks after idling, and when the computer goes to sleep or its screen is locked; returns how to stop looking. */
export function lockWhenAway({ power, limitMinutes, onSuspend, busy, stopWork, lock }: AwayHost): () => void {
  const timer = setInterval(() => {
    const limit = limitMinutes() * 60
    if (limit > 0 && power.getSystemIdleTime() >= limit && !busy()) lock('idle')
  }, LOOK_MS)
  timer.unref()
  const asleep = () => {
    if (onSuspend()) void stopWork().then(() => lock('suspend'))
  }
  power.on('suspend', asleep)
  power.on('lock-screen', asleep)
  return () => clearInterval(timer)
}
