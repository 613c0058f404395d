/**
 * Heroku's allowance of requests per account: a bucket that holds so many and is refilled by so many a minute.
 * Source: Platform API reference, rate limits. A 304 takes one as well: nothing says that it is spared.
 */
export const ALLOWANCE = { most: 4500, perMinute: 75 } as const

/** The requests of a full bucket that a share of it is. */
export function reserveOf(percent: number): number {
  return Math.round((ALLOWANCE.most * percent) / 100)
}

/** What a number of requests is up against. */
export interface Demand {
  readonly requests: number
  /** Requests left in the bucket now; null where that is not known: then it counts as full. */
  readonly remaining: number | null
  readonly reserve: number
  readonly latencyMs: number
  readonly concurrency: number
}

/**
 * Seconds that so many requests take at least: by their latency while the bucket holds more than the reserve, and
 * by the refill from then on.
 */
export function secondsFor({ requests, remaining, reserve, latencyMs, concurrency }: Demand): number {
  const perSecond = ALLOWANCE.perMinute / 60
  const atOnce = Math.max(0, (remaining ?? ALLOWANCE.most) - reserve)
  const byLatency = (requests * latencyMs) / 1000 / concurrency
  const byRefill = (requests - atOnce) / perSecond
  return Math.max(byLatency, byRefill, 0)
}
