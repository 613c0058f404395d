/**
 * The events of a run that hold a term, packed: a kind byte, then nothing (all of them), a bitmap, or the
 * distances between their numbers as variable-length integers, whichever is shortest.
 */
const ALL = 0
const BITMAP = 1
const DISTANCES = 2

/** A set of events of one run, one bit for each, 32 to a word. */
export type Bits = Uint32Array

/** The empty set for a run of `n` events. */
export function noBits(n: number): Bits {
  return new Uint32Array((n + 31) >>> 5)
}

/** Packs ascending, distinct numbers below `n` into `out` at `at`; answers the position behind them. */
export function pack(docs: Uint16Array, n: number, out: Uint8Array, at: number): number {
  if (docs.length === n) {
    out[at] = ALL
    return at + 1
  }
  const bitmap = (n + 7) >>> 3
  if (docs.length >= bitmap) return packBitmap(docs, bitmap, out, at)
  let to = at
  out[to++] = DISTANCES
  let last = -1
  for (const doc of docs) {
    let distance = doc - last - 1
    last = doc
    while (distance > 127) {
      out[to++] = (distance & 127) | 128
      distance >>>= 7
    }
    out[to++] = distance
  }
  return to - at > bitmap ? packBitmap(docs, bitmap, out, at) : to
}

function packBitmap(docs: Uint16Array, bytes: number, out: Uint8Array, at: number): number {
  out[at] = BITMAP
  const from = at + 1
  out.fill(0, from, from + bytes)
  for (const doc of docs) out[from + (doc >>> 3)] = (out[from + (doc >>> 3)] as number) | (1 << (doc & 7))
  return from + bytes
}

/** Most bytes that packed postings of a run of `n` events take. */
export function packedLimit(n: number): number {
  return 1 + 3 * ((n + 7) >>> 3)
}

/** Adds packed postings to a set. */
export function unpackInto(bits: Bits, packed: Uint8Array, n: number): void {
  const kind = packed[0]
  if (kind === ALL) fill(bits, 0, n)
  else if (kind === BITMAP) {
    for (let i = 1; i < packed.length; i++) {
      const word = (i - 1) >>> 2
      bits[word] = (bits[word] as number) | ((packed[i] as number) << (((i - 1) & 3) * 8))
    }
  } else if (kind === DISTANCES) {
    let doc = -1
    for (let i = 1; i < packed.length; ) {
      let distance = 0
      for (let shift = 0; ; shift += 7) {
        const byte = packed[i++] as number
        distance |= (byte & 127) << shift
        if (byte < 128) break
      }
      doc += distance + 1
      bits[doc >>> 5] = (bits[doc >>> 5] as number) | (1 << (doc & 31))
    }
  } else throw new Error(`postings of an unknown kind ${kind}`)
}

/** Adds the events [from, to) to a set. */
export function fill(bits: Bits, from: number, to: number): void {
  for (let i = from; i < to && (i & 31) !== 0; i++)
    bits[i >>> 5] = (bits[i >>> 5] as number) | (1 << (i & 31))
  const start = (from + 31) >>> 5
  const end = to >>> 5
  if (end > start) bits.fill(0xffffffff, start, end)
  for (let i = Math.max(end << 5, from); i < to; i++)
    bits[i >>> 5] = (bits[i >>> 5] as number) | (1 << (i & 31))
}

/** Keeps in `bits` what `other` holds too; answers whether anything is left. */
export function keepBoth(bits: Bits, other: Bits): boolean {
  let any = 0
  for (let i = 0; i < bits.length; i++) any |= bits[i] = (bits[i] as number) & (other[i] as number)
  return any !== 0
}

/** How many events a set holds. */
export function countBits(bits: Bits): number {
  let count = 0
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i] as number
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** The next event of a set at or after `from`, or -1. */
export function nextBit(bits: Bits, from: number): number {
  for (let i = from >>> 5, skip = from & 31; i < bits.length; i++, skip = 0) {
    const word = ((bits[i] as number) >>> skip) << skip
    if (word !== 0) return (i << 5) + (31 - Math.clz32(word & -word))
  }
  return -1
}

/** The last event of a set at or before `from`, or -1. */
export function previousBit(bits: Bits, from: number): number {
  for (let i = from >> 5, drop = 31 - (from & 31); i >= 0; i--, drop = 0) {
    const word = ((bits[i] as number) << drop) >>> drop
    if (word !== 0) return (i << 5) + (31 - Math.clz32(word))
  }
  return -1
}
