/** The bounds that a limiter keeps. */
export interface LimiterRules {
  /** Requests in flight at most, over all hosts. */
  readonly concurrency: number
  /** Requests of the account's hourly allowance that are left for others. */
  readonly reserve: number
  /** At the reserve: one request in this time, which is what Heroku refills. Milliseconds. */
  readonly refillMs: number
}

/** Decides when the next request may start. */
export interface Limiter {
  /** Resolves when a request may start; the caller has to call `leave` once. Rejects with the abort reason. */
  enter(host: string, signal: AbortSignal): Promise<void>
  leave(host: string): void
  /** `RateLimit-Remaining` as the newest answer of a host told it. */
  told(host: string, remaining: number): void
  /** Nothing starts before this moment (milliseconds of the epoch). */
  pauseUntil(moment: number): void
  remaining(host: string): number | null
  /** From now on two requests start at least so many milliseconds apart, whatever their hosts; 0 lifts it. */
  pace(ms: number): void
  /** Milliseconds until requests start again; 0 while they do. */
  pausedMs(): number
}

/** Others took of the reserve as well: under this share of it, half the refill is left for it to fill up again. */
const WELL_BELOW = 0.9

interface Lane {
  inFlight: number
  left: number | null
  lastStart: number
}

interface Waiting {
  readonly lane: Lane
  readonly start: () => void
}

/**
 * A queue in front of the network. As long as the account's allowance is ample, `concurrency` requests are in
 * flight; near its end only as many as still leave the reserve untouched, and at the reserve one at a time at
 * the pace of the refill. So a collection gets slow instead of taking the account's people their share.
 */
export function openLimiter(rules: LimiterRules): Limiter {
  const queue = new Set<Waiting>()
  const lanes = new Map<string, Lane>()
  let inFlight = 0
  let notBefore = 0
  let apartMs = 0
  let lastStart = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null
  let timerAt = 0

  function laneOf(host: string): Lane {
    const lane = lanes.get(host) ?? { inFlight: 0, left: null, lastStart: 0 }
    lanes.set(host, lane)
    return lane
  }

  /** The moment at which one more request may start; Infinity: when another one has ended. */
  function startOf(lane: Lane): number {
    const paced = Math.max(notBefore, lastStart + apartMs)
    if (lane.left === null || lane.left - lane.inFlight > rules.reserve) return paced
    if (lane.inFlight > 0) return Number.POSITIVE_INFINITY
    const slower = lane.left < rules.reserve * WELL_BELOW ? 2 : 1
    return Math.max(paced, lane.lastStart + rules.refillMs * slower)
  }

  function pump(): void {
    const now = Date.now()
    let soonest = Number.POSITIVE_INFINITY
    for (const waiting of queue) {
      if (inFlight >= rules.concurrency) return
      const start = startOf(waiting.lane)
      if (start > now) {
        soonest = Math.min(soonest, start)
        continue
      }
      queue.delete(waiting)
      inFlight++
      waiting.lane.inFlight++
      waiting.lane.lastStart = now
      lastStart = now
      waiting.start()
    }
    if (soonest !== Number.POSITIVE_INFINITY) wake(soonest, now)
  }

  function wake(moment: number, now: number): void {
    if (timer !== null && timerAt <= moment) return
    if (timer !== null) clearTimeout(timer)
    timerAt = moment
    timer = setTimeout(() => {
      timer = null
      pump()
    }, moment - now)
  }

  return {
    enter: (host, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        const stop = () => {
          queue.delete(waiting)
          reject(signal.reason)
        }
        const waiting: Waiting = {
          lane: laneOf(host),
          start: () => {
            signal.removeEventListener('abort', stop)
            resolve()
          },
        }
        signal.addEventListener('abort', stop, { once: true })
        queue.add(waiting)
        pump()
      }),
    leave: (host) => {
      inFlight--
      laneOf(host).inFlight--
      pump()
    },
    told: (host, remaining) => {
      laneOf(host).left = remaining
    },
    pauseUntil: (moment) => {
      notBefore = Math.max(notBefore, moment)
    },
    pace: (ms) => {
      apartMs = ms
      pump()
    },
    remaining: (host) => laneOf(host).left,
    pausedMs: () => Math.max(0, notBefore - Date.now()),
  }
}
