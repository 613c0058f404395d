/** Every duration and bound of the client in one place; tests shorten them. Milliseconds unless told. */
export interface Timing {
  /** Until a connection stands. */
  readonly connectMs: number
  /** Until the first byte of an answer, and between any two pieces of it. */
  readonly answerMs: number
  /** Until an answer is whole; a server that drips does not hold us longer. Not for archives. */
  readonly wholeMs: number
  /** How often one read is tried again after a broken connection or a 5xx. */
  readonly retries: number
  /** First wait after a broken connection or a 5xx; doubles up to `retryMaxMs`. */
  readonly retryMs: number
  readonly retryMaxMs: number
  /** First wait after a 429 without `Retry-After`; doubles. Heroku's own Go client uses 30 s and 15 min. */
  readonly limitedMs: number
  readonly limitedMaxMs: number
  /** How many 429 in a row one read bears before the collection stops. */
  readonly limitedTimes: number
  /** Share by which a wait is lengthened or shortened at random. */
  readonly jitter: number
  /** Time in which Heroku puts one request back into the account's bucket: 75 a minute. */
  readonly refillMs: number
  /** Reads in a row that may fail on Heroku's side before the collection stops. */
  readonly failuresInARow: number
}

/** What the app runs with. `answerMs` is what Heroku's fetch library waits. */
export const TIMING: Timing = {
  connectMs: 10_000,
  answerMs: 30_000,
  wholeMs: 120_000,
  retries: 4,
  retryMs: 500,
  retryMaxMs: 15_000,
  limitedMs: 30_000,
  limitedMaxMs: 900_000,
  limitedTimes: 5,
  jitter: 0.25,
  refillMs: 800,
  failuresInARow: 12,
}

/** The wait before try number `attempt + 1`: doubled each time, bounded, jittered. */
export function backoff(firstMs: number, maxMs: number, attempt: number, jitter: number): number {
  const wait = Math.min(maxMs, firstMs * 2 ** (attempt - 1))
  return Math.round(wait * (1 - jitter + 2 * jitter * Math.random()))
}

/** Milliseconds that a `Retry-After` header asks for (seconds or a date), or null without a usable one. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return seconds < 0 ? null : Math.ceil(seconds * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
