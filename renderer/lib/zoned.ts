import { moment } from './format.ts'

/** A moment as a field of date and time wants it, such as `2026-11-21T09:30`, in a time zone. */
export function localTime(instant: string, timeZone: string): string {
  return moment(instant, timeZone).slice(0, 16).replace(' ', 'T')
}

/** The moment that a field of date and time means in a time zone; null where it holds none. */
export function instantOf(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return null
  const shown = (time: number) =>
    Date.parse(`${moment(new Date(time).toISOString(), timeZone).replace(' ', 'T')}Z`)
  // Twice, for the days on which clocks change.
  const first = asUtc - (shown(asUtc) - asUtc)
  return new Date(first - (shown(first) - asUtc)).toISOString()
}
