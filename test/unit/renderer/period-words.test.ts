import { expect, it } from 'vitest'
import { instantOf, localTime } from '../../../renderer/lib/zoned.ts'
import { daysBetween, periodWords } from '../../../renderer/views/overview/period-words.ts'

it('says where a day stands in the audit period', () => {
  const period = { start: '2026-03-01', end: '2026-11-30' }
  expect(periodWords(period, '2026-02-27')).toBe('The audit period begins in 2 days.')
  expect(periodWords(period, '2026-11-29')).toBe('The audit period ends in 1 day.')
  expect(periodWords(period, '2026-11-30')).toBe('The audit period ends today.')
  expect(periodWords(period, '2027-01-01')).toBe('The audit period ended 32 days ago.')
  expect(daysBetween('2026-11-01T12:00:00Z', '2026-11-03T11:59:59Z')).toBe(1)
})

it('reads times of a field in the zone of the engagement, over the change of clocks too', () => {
  expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z')
  expect(instantOf('2026-12-01T12:00', 'America/New_York')).toBe('2026-12-01T17:00:00.000Z')
  for (const local of ['2026-03-29T01:30', '2026-03-29T03:30', '2026-10-25T04:30'])
    expect(localTime(instantOf(local, 'Europe/Berlin') ?? '', 'Europe/Berlin')).toBe(local)
  expect(instantOf('no time', 'UTC')).toBeNull()
})
