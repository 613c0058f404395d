/** A token bucket per account: `burst` tokens at most, `perMinute` flow back. */
export interface Buckets {
  /** Takes one token; false when there is none. */
  take(account: string): boolean
  /** Whole tokens left. */
  left(account: string): number
}

/** Buckets by account id, on the clock that is given (milliseconds). */
export function buckets(burst: number, perMinute: number, clock: () => number): Buckets {
  const levels = new Map<string, { tokens: number; at: number }>()
  const level = (account: string) => {
    const now = clock()
    const known = levels.get(account) ?? { tokens: burst, at: now }
    known.tokens = Math.min(burst, known.tokens + ((now - known.at) / 60_000) * perMinute)
    known.at = now
    levels.set(account, known)
    return known
  }
  return {
    take: (account) => {
      const known = level(account)
      if (known.tokens < 1) return false
      known.tokens -= 1
      return true
    },
    left: (account) => Math.floor(level(account).tokens),
  }
}
