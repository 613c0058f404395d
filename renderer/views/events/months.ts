import type { EventHistogram } from '../../../shared/contract-events.ts'

/** The months that a trail covers, newest first, as `2026-05` in UTC: also those in which nothing happened. */
export function monthsOf({ from, step, counts }: EventHistogram): readonly string[] {
  const last = counts.findLastIndex((value) => value > 0)
  if (last < 0) return []
  const end = from + (last + 1) * step - 1
  const months: string[] = []
  const month = new Date(from)
  month.setUTCDate(1)
  month.setUTCHours(0, 0, 0, 0)
  for (; month.getTime() <= end; month.setUTCMonth(month.getUTCMonth() + 1))
    months.push(month.toISOString().slice(0, 7))
  return months.toReversed()
}
