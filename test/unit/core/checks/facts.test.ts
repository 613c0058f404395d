import { describe, expect, it } from 'vitest'
import { isInPeriod, monthsBefore, monthsOf } from '../../../../electron/core/checks/facts/ages.ts'
import { MOST_CITED, pass } from '../../../../electron/core/checks/facts/verdict.ts'
import { count, listed, short } from '../../../../electron/core/checks/facts/words.ts'

describe('days and months', () => {
  it('months before keep to the calendar, in UTC', () => {
    const earlier = (text: string, months: number) =>
      monthsBefore(new Date(text), months).toISOString().slice(0, 10)
    expect(earlier('2026-03-31T12:00:00Z', 1)).toBe('2026-02-28')
    expect(earlier('2024-02-29T12:00:00Z', 12)).toBe('2023-02-28')
    expect(earlier('2026-01-15T23:59:59Z', 13)).toBe('2024-12-15')
  })

  it('a period has its first and its last day, and an instant with an offset is taken to UTC', () => {
    const period = { start: '2026-01-01', end: '2026-01-31' }
    expect(isInPeriod(period, '2026-01-31T23:59:59Z')).toBe(true)
    expect(isInPeriod(period, '2026-02-01T00:30:00+01:00')).toBe(true)
    expect(isInPeriod(period, '2026-02-01T00:00:00Z')).toBe(false)
  })

  it('months of a period go over the year', () => {
    expect(monthsOf({ start: '2025-11-30', end: '2026-02-01' })).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ])
  })
})

describe('reasons', () => {
  it('list names up to a limit and count the rest', () => {
    expect(listed(['a'])).toBe('a')
    expect(listed(['a', 'b'])).toBe('a and b')
    expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more')
    expect([count(1, 'person', 'people'), count(2, 'person', 'people')]).toEqual(['1 person', '2 people'])
  })

  it('stay one short line whatever Heroku calls things', () => {
    const about = { subject: 'x', subjectId: 'x' }
    const { reason } = pass(about, `Named ${'\u{1F600}'.repeat(20_000)}\n\u0007=1+1.`)
    expect(reason.length).toBeLessThanOrEqual(1200)
    expect(reason.isWellFormed()).toBe(true)
    expect(pass(about, 'a\r\nb\u0000c.').reason).toBe('a b c.')
    expect(short('\u{1F600}'.repeat(80), 80).isWellFormed()).toBe(true)
  })

  it('cite a bounded number of items', () => {
    const items = Array.from({ length: 1000 }, (_, id) => ({ id }))
    expect(pass({ subject: 'x', subjectId: 'x' }, 'Many.', items).evidence).toHaveLength(MOST_CITED)
  })
})
