import { setTimeout as sleep } from 'node:timers/promises'
import { problem } from '../../../shared/errors.ts'
import type { Limiter } from './limiter.ts'
import { backoff, retryAfterMs, type Timing } from './timing.ts'
import { Broken, getOnce, type WireAnswer, type WireBounds } from './wire.ts'

/** What all attempts of a client share. */
export interface Attempting {
  readonly limiter: Limiter
  readonly timing: Timing
  /** Called before each request that is really sent. */
  readonly sending: () => void
}

/** An answer and how many requests it took. */
export interface Attempted {
  readonly answer: WireAnswer
  readonly attempts: number
}

const PASSING = new Set([408, 500, 502, 503, 504])

/**
 * Asks until there is an answer that stays: waits behind the limiter, tries again after broken connections and
 * passing server errors, and lets the whole client pause after a 429. Bounded in every direction.
 * @throws Broken when the last try broke, Problem `rate-limited`, TooLarge, the signal's reason
 */
export async function attempt(
  shared: Attempting,
  url: URL,
  headers: Readonly<Record<string, string>>,
  bounds: WireBounds,
): Promise<Attempted> {
  const { limiter, timing } = shared
  let failures = 0
  let limited = 0
  for (let attempts = 1; ; attempts++) {
    await limiter.enter(url.host, bounds.signal)
    let answer: WireAnswer | null = null
    let broken: Broken | null = null
    try {
      shared.sending()
      answer = await getOnce(url, headers, bounds)
      notice(limiter, answer, url)
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      broken = error
    } finally {
      limiter.leave(url.host)
    }
    if (answer?.status === 429) {
      limited++
      const asked = retryAfterMs(textOf(answer, 'retry-after'), Date.now())
      const wait = asked ?? backoff(timing.limitedMs, timing.limitedMaxMs, limited, timing.jitter)
      if (limited > timing.limitedTimes || wait > timing.limitedMaxMs * (1 + timing.jitter)) {
        throw problem('rate-limited', { host: url.host, seconds: Math.ceil(wait / 1000) })
      }
      limiter.pauseUntil(Date.now() + wait)
      continue
    }
    if (answer && !PASSING.has(answer.status)) return { answer, attempts }
    failures++
    if (failures > timing.retries || broken?.again === false) {
      if (answer) return { answer, attempts }
      throw broken
    }
    const asked = answer ? retryAfterMs(textOf(answer, 'retry-after'), Date.now()) : null
    const wait = backoff(timing.retryMs, timing.retryMaxMs, failures, timing.jitter)
    await pause(Math.min(asked ?? wait, timing.retryMaxMs), bounds.signal)
  }
}

/** Tells the limiter what the answer says about the allowance; a 429 without a word says that it is used up. */
function notice(limiter: Limiter, answer: WireAnswer, url: URL): void {
  const remaining = textOf(answer, 'ratelimit-remaining')
  if (remaining !== null && /^\d{1,9}$/.test(remaining)) limiter.told(url.host, Number(remaining))
  else if (answer.status === 429) limiter.told(url.host, 0)
}

function textOf(answer: WireAnswer, name: string): string | null {
  const value = answer.headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal })
  } catch {
    signal.throwIfAborted()
  }
}
