import { hash } from 'node:crypto'

/** What everything in the demo is derived from: a seed, and the moment that counts as now (milliseconds). */
export interface Ground {
  readonly seed: string
  readonly now: number
}

type Key = readonly (string | number)[]

const digest = (ground: Ground, key: Key) => hash('sha1', `${ground.seed}\u0000${key.join('\u0000')}`)

/** A version 4 UUID that is the same for the same seed and key, whatever else was asked before. */
export function idOf(ground: Ground, ...key: Key): string {
  return asUuid(digest(ground, key))
}

/** Formats 32 hexadecimal digits as a version 4 UUID. */
export function asUuid(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Hexadecimal digits from the same source as `idOf`; up to 128 of them. */
export function hexOf(ground: Ground, digits: number, ...key: Key): string {
  return hash('sha512', `${ground.seed}\u0000${key.join('\u0000')}`).slice(0, digits)
}

/** A small generator of reproducible choices. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Dice of their own for each key: asking one thing never shifts the answers to another. */
export function diceOf(ground: Ground, ...key: Key): Dice {
  const hex = digest(ground, key)
  const word = (at: number) => Number.parseInt(hex.slice(at, at + 8), 16) | 0
  return dice(word(0), word(8), word(16), word(24))
}

/** The sfc32 generator: four 32-bit words of state, no dependencies, fast enough for a million events. */
function dice(a: number, b: number, c: number, d: number): Dice {
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => {
      const chosen = list[int(0, list.length - 1)]
      if (chosen === undefined) throw new RangeError('nothing to pick from')
      return chosen
    },
  }
}

/** `2026-10-03T09:12:44Z`, the way the Platform API writes times, for milliseconds. */
export const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

const HOUR = 3_600_000

/** The moment so many days (and hours) before now. Fractions are welcome, negative days lie ahead. */
export function ago(ground: Ground, days: number, hours = 0): string {
  return instant(ground.now - (days * 24 + hours) * HOUR)
}
