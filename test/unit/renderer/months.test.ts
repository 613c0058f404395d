import { expect, it } from 'vitest'
import { monthsOf } from '../../../renderer/views/events/months.ts'

const DAY = 86_400_000
const from = (instant: string) => Date.parse(instant)

it('a trail has every month from its first event to its last, newest first', () => {
  const counts = [1, 0, 0, 0, 0, 0, 2, 0, 0, 0]
  expect(monthsOf({ from: from('2025-11-28T12:00:00Z'), step: 10 * DAY, counts })).toEqual([
    '2026-02',
    '2026-01',
    '2025-12',
    '2025-11',
  ])
})

it('a bar that ends with the month does not reach into the next one', () => {
  expect(monthsOf({ from: from('2026-03-01T00:00:00Z'), step: 31 * DAY, counts: [5] })).toEqual(['2026-03'])
})

it('without events there is no month', () => {
  expect(monthsOf({ from: 0, step: DAY, counts: [] })).toEqual([])
  expect(monthsOf({ from: 0, step: DAY, counts: [0, 0] })).toEqual([])
})
