import { counted } from '../../lib/format.ts'

const DAY_MS = 86_400_000

/** Where the present day stands in the audit period, in words. Days as `YYYY-MM-DD`. */
export function periodWords(period: { readonly start: string; readonly end: string }, today: string): string {
  const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  if (today < period.start) return `The audit period begins in ${counted(days(today, period.start), 'day')}.`
  if (today > period.end) return `The audit period ended ${counted(days(period.end, today), 'day')} ago.`
  if (today === period.end) return 'The audit period ends today.'
  return `The audit period ends in ${counted(days(today, period.end), 'day')}.`
}

/** Whole days between two moments. */
export function daysBetween(earlier: string, later: string): number {
  return Math.floor((Date.parse(later) - Date.parse(earlier)) / DAY_MS)
}
