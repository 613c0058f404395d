import { describe, expect, it } from 'vitest'
import { personOf } from '../../../../electron/core/collectors/member-removals.ts'
import {
  type CountedSource,
  dayOf,
  daysIn,
  endOf,
  holdingOf,
  monthBeside,
  monthOfTrail,
  trailOf,
} from '../../../../electron/core/collectors/trail-days.ts'
import type { DayCount } from '../../../../electron/core/events/messages.ts'

const ACME = { id: 'e1', name: 'acme' }

/** Events of a day as a source told them: how many, and how many of them were new to the locker. */
function counted(day: string, events: number, kept = events, more: Partial<DayCount> = {}): DayCount {
  return { day, events, kept, changed: 0, repeated: 0, ...more }
}

let ids = 0

/** An archive of a month, or the list of a day, made at a moment. */
function source(span: string, createdAt: string, ...days: DayCount[]): CountedSource {
  const events = days.reduce((sum, day) => sum + day.events, 0)
  const [year = '', ...month] = span.split('-')
  return {
    ...{ id: ++ids, collectionId: 1, year: Number(year), month: month.join('-'), createdAt },
    ...{ checksum: `${ids}`.padStart(64, '0'), events, days },
  }
}

const MADE = '2026-11-01T00:02:00Z'
const ABOUT = { publishedChecksum: null, asOf: Date.parse('2026-11-21T09:00:00Z') }

function monthWith(...sources: CountedSource[]) {
  const trail = trailOf(ACME, sources)
  const days = [...trail.days].map(([day, list]) => dayOf(trail, day, list))
  return { days, month: monthOfTrail(trail, '2026-10', days, ABOUT) }
}

describe('months and days', () => {
  it('begin and end in UTC, over the turn of a year and in a leap year', () => {
    expect(daysIn('2024-02')).toHaveLength(29)
    expect(daysIn('2026-02').at(-1)).toBe('2026-02-28')
    expect([monthBeside('2026-01', -1), monthBeside('2025-12', 1)]).toEqual(['2025-12', '2026-01'])
    expect(endOf('2026-12')).toBe(Date.parse('2027-01-01T00:00:00Z'))
    expect(endOf('2026-02-28')).toBe(Date.parse('2026-03-01T00:00:00Z'))
  })
})

describe('archive and daily events', () => {
  it('that hold the same events agree, whichever came first', () => {
    const archive = (kept: number) => source('2026-10', MADE, counted('2026-10-03', 5, kept))
    const list = (kept: number) =>
      source('2026-10-03', '2026-10-05T00:00:00Z', counted('2026-10-03', 5, kept))
    for (const sources of [
      [archive(5), list(0)],
      [list(5), archive(0)],
    ]) {
      const { days, month } = monthWith(...sources)
      expect(days).toMatchObject([
        { whole: true, in_archive: 5, in_daily: 5, distinct: 5, missing_in_archive: 0, missing_in_daily: 0 },
      ])
      expect(month).toMatchObject({
        in_archive: 5,
        in_daily: 5,
        distinct: 5,
        days_different: [],
        days_read: 1,
      })
    }
  })

  it('that differ say which of them lacks how many', () => {
    const archive = source('2026-10', MADE, counted('2026-10-03', 5), counted('2026-10-04', 2))
    const { days, month } = monthWith(
      archive,
      source('2026-10-03', MADE, counted('2026-10-03', 4, 1)),
      source('2026-10-04', MADE, counted('2026-10-04', 2, 0)),
      source('2026-10-05', MADE, counted('2026-10-05', 1)),
    )
    expect(
      days.map((day) => [day.in_archive, day.in_daily, day.missing_in_archive, day.missing_in_daily]),
    ).toEqual([
      [5, 4, 1, 2],
      [2, 2, 0, 0],
      [0, 1, 1, 0],
    ])
    expect(month).toMatchObject({ days_different: ['2026-10-03', '2026-10-05'], distinct: 9, closed: true })
    expect(month.days_without_events).toHaveLength(28)
  })

  it('are not compared on a day that had not ended, or that no archive covers', () => {
    const early = source('2026-10', '2026-10-03T00:01:00Z', counted('2026-10-02', 1))
    const { days, month } = monthWith(
      early,
      source('2026-10-02', '2026-10-02T12:00:00Z', counted('2026-10-02', 1, 0)),
      source('2026-10-03', '2026-10-04T12:00:00Z', counted('2026-10-03', 7)),
    )
    expect(days).toMatchObject([
      { whole: false, in_archive: 1, missing_in_archive: null, missing_in_daily: null },
      { whole: true, in_archive: null, missing_in_archive: null },
    ])
    expect(month).toMatchObject({ days_read: 1, in_archive: 0, in_daily: 0, days_different: [] })
  })

  it('count an event once that one source tells twice, and name those told differently', () => {
    const archive = source('2026-10', MADE, counted('2026-10-03', 6, 5, { repeated: 1 }))
    const list = source('2026-10-03', MADE, counted('2026-10-03', 5, 1, { changed: 1 }))
    const { days, month } = monthWith(archive, list)
    expect(days).toMatchObject([
      { in_archive: 5, in_daily: 5, distinct: 5, missing_in_archive: 0, missing_in_daily: 0, changed: 1 },
    ])
    expect(days[0]?.repeated).toBe(1)
    expect(month.changed).toBe(1)
  })

  it('rest on the newest list and the newest archive; an archive issued anew after the month is told', () => {
    const { days, month } = monthWith(
      source('2026-10', '2026-10-20T00:00:00Z', counted('2026-10-03', 3)),
      source('2026-10-03', '2026-10-03T10:00:00Z', counted('2026-10-03', 2, 0)),
      source('2026-10-03', '2026-10-05T00:00:00Z', counted('2026-10-03', 4, 1)),
      source('2026-10', MADE, counted('2026-10-03', 4, 0)),
    )
    expect(days).toMatchObject([{ in_archive: 4, in_daily: 4, distinct: 4 }])
    expect(month.reissued).toBe(false)
    const again = monthWith(source('2026-10', MADE), source('2026-10', '2026-11-09T00:00:00Z'))
    expect(again.month.reissued).toBe(true)
    expect(again.month.issues).toHaveLength(2)
  })
})

describe('what is held', () => {
  const asOf = ABOUT.asOf
  const held = (...months: string[]) =>
    holdingOf(
      trailOf(
        ACME,
        months.map((month) => source(month, new Date(endOf(month)).toISOString())),
      ),
      {
        ...{ firstPublished: months[0] ?? null, asOf, events: 0 },
      },
    )

  it('counts months in a row back from the newest that has ended, and names those missing', () => {
    expect(held('2026-06', '2026-08', '2026-09', '2026-10')).toMatchObject({
      ...{ first: '2026-06', last: '2026-10', gaps: ['2026-07'], consecutive: 3 },
      ...{ open_month: '2026-11', open_month_held: false },
    })
    expect(held('2026-09')).toMatchObject({ gaps: ['2026-10'], consecutive: 0 })
    expect(held()).toMatchObject({ first: null, last: null, gaps: [], consecutive: 0 })
  })

  it('does not count the archive of a month that was running when it was made', () => {
    const trail = trailOf(ACME, [source('2026-10', '2026-10-20T00:00:00Z'), source('2026-11-20', MADE)])
    const told = holdingOf(trail, { firstPublished: null, asOf, events: 0 })
    expect(told).toMatchObject({ first: null, consecutive: 0, open_month_held: true })
  })
})

describe('the person that a removal is about', () => {
  it.each([
    [{ data: { collaborator: { id: '7', email: 'a@x.example' } } }, { id: '7', email: 'a@x.example' }],
    [{ data: { member: { user: { email: 'b@x.example' } } } }, { id: null, email: 'b@x.example' }],
    [{ data: { email: 'c@x.example' } }, { id: null, email: 'c@x.example' }],
    [{ actor: { email: 'boss@x.example' }, data: { resource: { id: '1' } } }, null],
    [{ data: { user: { email: 'no address' } } }, null],
    [{ data: null }, null],
    ['x', null],
  ])('is read from where it is likely, never from the actor: %j', (details, person) => {
    expect(personOf(details)).toEqual(person)
  })
})
