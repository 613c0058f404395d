import type { Day, Instant } from '../../../../shared/model/json.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Whole days from a moment to the as-of time; negative for the future. */
export function ageInDays(asOf: Date, moment: Instant): number {
  return Math.floor((asOf.getTime() - Date.parse(moment)) / DAY_MS)
}

/** True when more than `days` days have passed since a moment; exactly `days` is not older. */
export function isOlderThan(asOf: Date, moment: Instant, days: number): boolean {
  return asOf.getTime() - Date.parse(moment) > days * DAY_MS
}

/** True when a moment is at most `hours` hours before the as-of time, or after it. */
export function isWithinHours(asOf: Date, moment: Instant, hours: number): boolean {
  return asOf.getTime() - Date.parse(moment) <= hours * HOUR_MS
}

/** True when a moment lies more than `days` days after the as-of time; exactly `days` is not enough. */
export function isAfterDays(asOf: Date, moment: Instant, days: number): boolean {
  return Date.parse(moment) - asOf.getTime() > days * DAY_MS
}

/** The same day and time some calendar months earlier, in UTC; the last day of a shorter month. */
export function monthsBefore(asOf: Date, months: number): Date {
  const then = new Date(asOf)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(asOf.getUTCDate(), lastDay))
  return then
}

/** True when a moment falls on a day of the period, first and last day included, in UTC. */
export function isInPeriod(period: { readonly start: Day; readonly end: Day }, moment: Instant): boolean {
  const dayOf = (moment.endsWith('Z') ? moment : new Date(moment).toISOString()).slice(0, 10)
  return period.start <= dayOf && dayOf <= period.end
}

/** The months from the first to the last day of a period, as `2026-03`. */
export function monthsOf(period: { readonly start: Day; readonly end: Day }): readonly string[] {
  const months: string[] = []
  let [year, month] = period.start.split('-').map(Number) as [number, number]
  const last = period.end.slice(0, 7)
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (name > last) return months
    months.push(name)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
}
