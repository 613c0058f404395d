import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countBits,
  fill,
  keepBoth,
  nextBit,
  noBits,
  pack,
  packedLimit,
  previousBit,
  unpackInto,
} from '../../../../electron/core/events/postings.ts'

const size = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(4096, 41_667, 65_536))

/** A run's size and ascending numbers below it, from none to all. */
const lists = size.chain((n) =>
  fc
    .tuple(fc.constantFrom(0, 0.001, 0.1, 0.5, 0.99, 1), fc.integer())
    .map(([share, seed]) => ({ n, events: numbers(n, share, seed) })),
)

function numbers(n: number, share: number, seed: number): number[] {
  let state = seed
  return Array.from({ length: n }, (_, i) => i).filter(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 2 ** 32 < share
  })
}

function bitsOf(n: number, events: readonly number[]) {
  const out = new Uint8Array(packedLimit(n) + 3)
  const end = pack(Uint16Array.from(events), n, out, 3)
  expect(end).toBeLessThanOrEqual(out.length)
  const bits = noBits(n)
  unpackInto(bits, out.subarray(3, end), n)
  return { bits, bytes: end - 3 }
}

function upwards(bits: Uint32Array): number[] {
  const found: number[] = []
  for (let at = nextBit(bits, 0); at >= 0; at = nextBit(bits, at + 1)) found.push(at)
  return found
}

function downwards(bits: Uint32Array): number[] {
  const found: number[] = []
  for (let at = previousBit(bits, 32 * bits.length - 1); at >= 0; at = previousBit(bits, at - 1))
    found.push(at)
  return found
}

describe('the events that hold a term', () => {
  it('come out of their packed form as they went in, from either end', () => {
    fc.assert(
      fc.property(lists, ({ n, events }) => {
        const { bits } = bitsOf(n, events)
        expect(upwards(bits)).toEqual(events)
        expect(downwards(bits)).toEqual(events.toReversed())
        expect(countBits(bits)).toBe(events.length)
      }),
      { numRuns: 60 },
    )
  })

  it('take one byte where all hold it, never more than a bitmap, and less than two bytes each where few do', () => {
    expect(bitsOf(1000, numbers(1000, 1, 1)).bytes).toBe(1)
    expect(bitsOf(65_536, numbers(65_536, 0.5, 1)).bytes).toBe(1 + 65_536 / 8)
    const few = numbers(65_536, 0.01, 1)
    expect(bitsOf(65_536, few).bytes).toBeLessThan(2 * few.length)
  })

  it('are narrowed by what else is wanted', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(0, 0.1, 0.9), fc.integer(), ({ n, events }, share, seed) => {
        const others = numbers(n, share, seed)
        const { bits } = bitsOf(n, events)
        const both = events.filter((event) => others.includes(event))
        expect(keepBoth(bits, bitsOf(n, others).bits)).toBe(both.length > 0)
        expect(upwards(bits)).toEqual(both)
      }),
      { numRuns: 25 },
    )
  })

  it('can be a span', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const bits = noBits(200)
        fill(bits, from, to)
        expect(upwards(bits)).toEqual(Array.from({ length: to - from }, (_, i) => from + i))
      }),
    )
  })

  it('are refused in a form that is not known', () => {
    expect(() => unpackInto(noBits(8), Uint8Array.of(9), 8)).toThrow(/unknown kind 9/)
  })
})
