import type { Instant } from '../../../shared/model/json.ts'

/** Milliseconds since 1970 that a date can reach. */
const LAST = 8.64e15

/**
 * When a token ends that was seen at a moment (milliseconds since 1970) with so many seconds left; null for one
 * without end, and where the numbers make no date.
 */
export function endOf(seenAt: number, seconds: number | null): Instant | null {
  if (seconds === null) return null
  const at = seenAt + seconds * 1000
  return Number.isFinite(at) && Math.abs(at) <= LAST ? new Date(at).toISOString() : null
}
