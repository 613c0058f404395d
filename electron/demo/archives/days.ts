import type { Organisation } from '../organisation.ts'
import { monthEvents, type Pieces } from './event.ts'
import { type Month, midnight } from './months.ts'

/** A day of the newest month that has ended whose list lacks an event of the archive, and one that has one more. */
const LACKS_ONE = '12'
const HAS_ONE_MORE = '20'

/** Larger months are made anew for each of their days, rather than held in memory. */
const MOST_HELD = 100_000

/** Events since midnight, in no archive yet. */
const TODAY = 12
const HALF_AN_HOUR = 1_800_000

type DayEvents = (day: string) => readonly Record<string, unknown>[]

/**
 * The events of any day as the API tells them: those of its archive, but for two days that differ, and today's.
 * Where an archive says `null` the API leaves the field out, as its schema wants.
 */
export function dailyEvents(org: Organisation, months: readonly Month[], pieces: Pieces): DayEvents {
  const start = midnight(org.options)
  const today = new Date(start).toISOString().slice(0, 10)
  const ended = months.find(
    ({ from, until }) => from < until && until <= start && new Date(until).getUTCDate() === 1,
  )
  const now = Math.max(org.ground.now, start + HALF_AN_HOUR)
  let held: { readonly month: Month; readonly days: ReadonlyMap<string, readonly string[]> } | null = null

  const some = (month: Month, part: string, from: number, until: number, events: number) => [
    ...monthEvents(org, { ...month, part, from, until, events, unknownType: false }, pieces),
  ]

  const daysOf = (month: Month): ReadonlyMap<string, readonly string[]> => {
    if (held?.month === month) return held.days
    const days = Map.groupBy(monthEvents(org, month, pieces), dayOf)
    held = { month, days }
    return days
  }

  const textsOf = (day: string): readonly string[] => {
    const month = months.find((one) => day.startsWith(`${one.year}-${one.month}`))
    if (month === undefined) return []
    if (day === today) return some(month, ' today', start, now, TODAY)
    const texts =
      month.events > MOST_HELD
        ? [...monthEvents(org, month, pieces)].filter((text) => dayOf(text) === day)
        : (daysOf(month).get(day) ?? [])
    if (month !== ended || month.events === 0) return texts
    const at = Date.parse(`${day}T00:00:00Z`)
    if (day.endsWith(LACKS_ONE)) return texts.slice(1)
    return day.endsWith(HAS_ONE_MORE) ? [...texts, ...some(month, ' late', at, at + 86_400_000, 1)] : texts
  }
  return (day) => textsOf(day).map((text) => JSON.parse(text, (_, value) => value ?? undefined))
}

function dayOf(text: string): string {
  const at = text.indexOf('"created_at":"') + 14
  return text.slice(at, at + 10)
}
