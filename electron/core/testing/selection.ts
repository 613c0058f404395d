import { createHash } from 'node:crypto'

/** How the choice is made, as exports state it; another tool can follow it with SHA-256 alone. */
export const SELECTION_RULE =
  'Items are numbered from 0 in the order of the population. For n = 0, 1, 2 … the text «SEED:n» (UTF-8) is hashed with SHA-256; the first 8 bytes, big-endian, are a number r. Random: where r is below the largest multiple of the count that fits into 2^64, item r mod count is chosen, unless it was chosen before. Systematic: the first r below the largest multiple of 1,000,000 gives the start, (r mod 1,000,000) / 1,000,000 × count / size; the items at floor(start + k × count / size), k = 0 to size − 1, are chosen.'

const SPAN = 1n << 64n

/** The numbers below `below` that a seed gives, evenly spread, without end. */
function* numbers(seed: string, below: bigint): Generator<number> {
  const limit = SPAN - (SPAN % below)
  for (let n = 0; ; n++) {
    const r = createHash('sha256').update(`${seed}:${n}`).digest().readBigUInt64BE()
    if (r < limit) yield Number(r % below)
  }
}

/** Positions chosen at random by a seed, in ascending order: all of them where the size reaches the count. */
export function randomPositions(seed: string, count: number, size: number): readonly number[] {
  if (size >= count) return Array.from({ length: count }, (_, position) => position)
  const chosen = new Set<number>()
  for (const position of numbers(seed, BigInt(count))) {
    chosen.add(position)
    if (chosen.size === size) break
  }
  return [...chosen].sort((a, b) => a - b)
}

/** Every n-th position from a start that a seed gives: at even distances over the whole population. */
export function systematicPositions(seed: string, count: number, size: number): readonly number[] {
  if (size >= count) return Array.from({ length: count }, (_, position) => position)
  const steps = 1_000_000
  const interval = count / size
  const [drawn = 0] = numbers(seed, BigInt(steps))
  const start = (drawn / steps) * interval
  return Array.from({ length: size }, (_, k) => Math.min(count - 1, Math.floor(start + k * interval)))
}
