import type { ArchiveIssue, AuditHoldingContent, Ref } from '../../../shared/model/content.ts'
import type { DayCount } from '../events/messages.ts'
import { isDay } from '../store/archives.ts'
import type { EventSource } from '../store/events-days.ts'

/** A source of events with what it holds of each day. */
export interface CountedSource extends EventSource {
  readonly days: readonly DayCount[]
}

type Of<K extends AuditHoldingContent['of']> = Extract<AuditHoldingContent, { of: K }>

const DAY_MS = 86_400_000

/** The month of a day, such as `2026-05` of `2026-05-14`. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** The first moment after a month or a day. */
export function endOf(span: string): number {
  const [year = 0, month = 1, day] = span.split('-').map(Number)
  return day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day) + DAY_MS
}

/** The days of a month in order. */
export function daysIn(month: string): readonly string[] {
  const days: string[] = []
  for (let at = Date.parse(`${month}-01T00:00:00Z`); at < endOf(month); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** Different events by id that sources have brought of a day, and those told differently under one id. */
interface Brought {
  readonly distinct: number
  readonly changed: number
}

/** The sources of one enterprise account, by what they are about. */
export interface Trail {
  readonly enterprise: Ref
  /** Archives by month, in the order taken over. */
  readonly months: ReadonlyMap<string, readonly CountedSource[]>
  /** The newest list of each day. */
  readonly days: ReadonlyMap<string, CountedSource>
  readonly brought: ReadonlyMap<string, Brought>
}

/** Sorts the sources of an enterprise account, which come in the order in which they were taken over. */
export function trailOf(enterprise: Ref, sources: Iterable<CountedSource>): Trail {
  const months = new Map<string, CountedSource[]>()
  const days = new Map<string, CountedSource>()
  const brought = new Map<string, Brought>()
  for (const source of sources) {
    const span = `${source.year}-${source.month}`
    if (isDay(source)) days.set(span, source)
    else months.set(span, [...(months.get(span) ?? []), source])
    for (const { day, kept, changed } of source.days) {
      const before = brought.get(day) ?? { distinct: 0, changed: 0 }
      brought.set(day, { distinct: before.distinct + kept - changed, changed: before.changed + changed })
    }
  }
  return { enterprise, months, days, brought }
}

/** The newest archive that covers a day or month to its end. */
function archiveOver({ months }: Trail, span: string): CountedSource | undefined {
  return months.get(monthOf(span))?.findLast(({ createdAt }) => Date.parse(createdAt) >= endOf(span))
}

/** Different events that a source holds of a day. */
function heldOf(source: CountedSource, day: string): number {
  const found = source.days.find((one) => one.day === day)
  return found === undefined ? 0 : found.events - found.repeated
}

/** Compares the list of a day with the archive of its month, by id. */
export function dayOf(trail: Trail, day: string, list: CountedSource): Of<'day'> {
  const { distinct, changed } = trail.brought.get(day) ?? { distinct: 0, changed: 0 }
  const archive = archiveOver(trail, day)
  const whole = Date.parse(list.createdAt) >= endOf(day)
  const inDaily = heldOf(list, day)
  const inArchive = archive === undefined ? null : heldOf(archive, day)
  const compared = whole && inArchive !== null
  const repeated = [list, archive].map((source) => source?.days.find((one) => one.day === day)?.repeated ?? 0)
  return {
    of: 'day',
    enterprise_account: { id: trail.enterprise.id, name: trail.enterprise.name },
    day,
    whole,
    in_archive: inArchive,
    in_daily: inDaily,
    distinct,
    missing_in_archive: compared ? distinct - inArchive : null,
    missing_in_daily: compared ? distinct - inDaily : null,
    changed,
    repeated: repeated.reduce((sum, count) => sum + count, 0),
  }
}

/** Puts the archives and lists of a month side by side; `days` are those of its days that were compared. */
export function monthOfTrail(
  trail: Trail,
  month: string,
  days: readonly Of<'day'>[],
  about: { readonly publishedChecksum: string | null; readonly asOf: number },
): Of<'month'> {
  const sources = trail.months.get(month) ?? []
  const issues = sources.map(({ checksum, createdAt, events }): ArchiveIssue => {
    return { checksum, created_at: createdAt, events }
  })
  const read = days.filter(({ whole }) => whole)
  const compared = read.filter(({ missing_in_archive: missing }) => missing !== null)
  const sum = (count: (day: Of<'day'>) => number) => compared.reduce((total, day) => total + count(day), 0)
  const inMonth = daysIn(month)
  const covered = (day: string) =>
    archiveOver(trail, day) !== undefined || read.some((one) => one.day === day)
  return {
    of: 'month',
    enterprise_account: { id: trail.enterprise.id, name: trail.enterprise.name },
    month,
    closed: endOf(month) <= about.asOf,
    published_checksum: about.publishedChecksum,
    issues,
    reissued: sources.filter(({ createdAt }) => Date.parse(createdAt) >= endOf(month)).length > 1,
    changed: inMonth.reduce((total, day) => total + (trail.brought.get(day)?.changed ?? 0), 0),
    days_read: read.length,
    days: inMonth.length,
    in_archive: sum((day) => day.in_archive ?? 0),
    in_daily: sum((day) => day.in_daily),
    distinct: sum((day) => day.distinct),
    days_different: compared
      .filter(({ missing_in_archive: a, missing_in_daily: b }) => a !== 0 || b !== 0)
      .map(({ day }) => day),
    days_without_events: inMonth.filter((day) => covered(day) && !trail.brought.has(day)),
  }
}

/** True where an archive is held that was made after the month had ended. */
export function isHeldWhole(trail: Trail, month: string): boolean {
  return archiveOver(trail, month) !== undefined
}

/** The month before, or after. */
export function monthBeside(month: string, step: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + step)).toISOString().slice(0, 7)
}

/** All months of an enterprise account together. */
export function holdingOf(
  trail: Trail,
  about: { readonly firstPublished: string | null; readonly asOf: number; readonly events: number },
): Of<'holding'> {
  const open = new Date(about.asOf).toISOString().slice(0, 7)
  const whole = [...trail.months.keys()].filter((month) => isHeldWhole(trail, month)).sort()
  const [first = null, last = null] = [whole[0], whole.at(-1)]
  const gaps: string[] = []
  for (let month = first ?? open; month < open; month = monthBeside(month, 1))
    if (!isHeldWhole(trail, month)) gaps.push(month)
  let consecutive = 0
  for (let month = monthBeside(open, -1); isHeldWhole(trail, month); month = monthBeside(month, -1))
    consecutive++
  return {
    of: 'holding',
    enterprise_account: { id: trail.enterprise.id, name: trail.enterprise.name },
    first,
    last,
    gaps,
    consecutive,
    open_month: open,
    open_month_held: trail.months.has(open) || [...trail.days.keys()].some((day) => monthOf(day) === open),
    first_published: about.firstPublished,
    events: about.events,
  }
}
