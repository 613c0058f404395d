import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROW_HEIGHT, rowsAt, scrollFor, TALLEST } from '../../../../renderer/parts/rows-in-sight.ts'

const VISIBLE = 600

const bottomOf = (total: number) => Math.min(total * ROW_HEIGHT, TALLEST) - VISIBLE

describe('rows in sight', () => {
  it('an empty list has none', () => {
    expect(rowsAt(0, VISIBLE, 0)).toEqual({ first: 0, last: -1, shift: 0, height: 0 })
  })

  it('a list of a million is drawn pixel by pixel, from its first to its last row', () => {
    expect(rowsAt(0, VISIBLE, 1_000_000)).toMatchObject({ first: 0, last: 27, shift: 0 })
    expect(rowsAt(3000, VISIBLE, 1_000_000)).toMatchObject({ first: 92, last: 127, shift: 0 })
    expect(rowsAt(bottomOf(1_000_000), VISIBLE, 1_000_000).last).toBe(999_999)
  })

  it('a list of ten millions scrolls in larger steps to its very last row', () => {
    const { last, shift, height } = rowsAt(bottomOf(10_000_000), VISIBLE, 10_000_000)
    expect(last).toBe(9_999_999)
    expect(height).toBe(TALLEST)
    // The last row ends where the list ends.
    expect(last * ROW_HEIGHT + shift + ROW_HEIGHT).toBeCloseTo(TALLEST, 3)
  })

  it('every row of lists of any length can be brought into sight', () => {
    const list = fc.integer({ min: 1, max: 30_000_000 })
    fc.assert(
      fc.property(
        list,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, a, b) => {
          const index = Math.min(total - 1, Math.floor(a * total))
          const before = Math.max(0, b * bottomOf(total))
          const scrollTop = scrollFor(index, before, VISIBLE, total)
          const { first, last, shift } = rowsAt(scrollTop, VISIBLE, total)
          expect(first).toBeLessThanOrEqual(index)
          expect(last).toBeGreaterThanOrEqual(index)
          const top = index * ROW_HEIGHT + shift - scrollTop
          expect(top).toBeGreaterThanOrEqual(-0.01)
          expect(top + ROW_HEIGHT).toBeLessThanOrEqual(VISIBLE + 0.01)
        },
      ),
    )
  })
})
