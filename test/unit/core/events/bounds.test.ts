import { describe, expect, it } from 'vitest'
import { boundsOf } from '../../../../electron/core/events/bounds.ts'
import { Damaged, TooLarge } from '../../../../electron/core/events/damaged.ts'
import { LIMITS } from '../../../../electron/core/events/limits.ts'

const USUAL = LIMITS.freeBytes + LIMITS.ratio * 1000

describe('the bounds of an archive', () => {
  const bounds = boundsOf(1000, LIMITS)

  it('let pass what archives usually are, and events told at length', () => {
    bounds.unpacked(USUAL, 0)
    bounds.unpacked(5e9, 4.9e9)
    bounds.read(1_000_000, 5e9, 10)
    bounds.read(1000, 1000, 999)
  })

  it('call an archive a gzip bomb that is mostly no events', () => {
    expect(() => bounds.unpacked(USUAL + 1, USUAL / 2)).toThrow(/^is a gzip bomb: .*from 1000 to more than/)
    expect(() => bounds.unpacked(USUAL + 1, USUAL / 2)).toThrow(Damaged)
  })

  it.each([
    ['large', 1000, USUAL + 1],
    ['many', 4 * LIMITS.runEvents + 1, 1_000_000],
  ])('call an archive a gzip bomb whose events repeat themselves and are %s', (_, events, bytes) => {
    expect(() => bounds.read(events, bytes, events - 1)).toThrow(/^is a gzip bomb: .*again and again/)
    bounds.read(events, bytes, Math.floor(0.9 * events))
  })

  it('tell an archive that is larger than a person allows from one that is damaged', () => {
    expect(() => bounds.unpacked(LIMITS.mostBytes + 1, LIMITS.mostBytes)).toThrow(TooLarge)
    bounds.unpacked(LIMITS.mostBytes, LIMITS.mostBytes)
  })
})
