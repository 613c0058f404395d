import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthEvents, piecesOf } from '../../../../electron/demo/archives/event.ts'
import { monthsOf } from '../../../../electron/demo/archives/months.ts'
import { demoOptions } from '../../../../electron/demo/options.ts'
import { makeOrganisation } from '../../../../electron/demo/organisation.ts'

const now = new Date('2026-11-21T00:00:00Z')

describe('months of the audit trail', () => {
  it('hold exactly as many events as asked for, besides the damaged one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 1, max: 60 }), (events, months) => {
        const intact = monthsOf(demoOptions({ now, events, months })).filter((month) => !month.damaged)
        expect(intact.reduce((total, month) => total + month.events, 0)).toBe(events)
      }),
    )
  })

  it('one of 24 is missing, none of six is, one before them is damaged', () => {
    const names = monthsOf(demoOptions({ now })).map((month) => `${month.year}-${month.month}`)
    expect(names).toHaveLength(24)
    expect(names).not.toContain('2026-04')
    expect(names.at(-1)).toBe('2024-11')
    const short = monthsOf(demoOptions({ now, months: 6 }))
    expect(short.map((month) => [month.month, month.damaged])).toEqual([
      ['11', false],
      ['10', false],
      ['09', false],
      ['08', false],
      ['07', false],
      ['06', false],
      ['05', true],
    ])
    expect(monthsOf(demoOptions({ now, months: 0 }))).toEqual([])
  })

  it('on the first of a month the current archive is empty', () => {
    const first = monthsOf(demoOptions({ now: new Date('2026-11-01T00:00:00Z'), months: 3, events: 90 }))
    expect(first[0]).toMatchObject({ month: '11', events: 0 })
  })
})

describe('events', () => {
  const org = makeOrganisation(demoOptions({ now, events: 20_000 }))
  const pieces = piecesOf(org)
  const months = monthsOf(org.options)
  const texts = months.flatMap((month) => [...monthEvents(org, month, pieces)])
  const events = texts.map((text) => JSON.parse(text))

  it('are valid JSON of about 726 bytes, each with an id of its own', () => {
    const mean = texts.reduce((total, text) => total + Buffer.byteLength(text), 0) / texts.length
    expect(mean).toBeGreaterThan(690)
    expect(mean).toBeLessThan(760)
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length)
  })

  it('lie inside their month, in no order, and one is of a type that nobody knows', () => {
    const [, october] = months
    if (!october) throw new Error('no october')
    const times = [...monthEvents(org, october, pieces)].map((text) =>
      Date.parse(JSON.parse(text).created_at),
    )
    expect(Math.min(...times)).toBeGreaterThanOrEqual(october.from)
    expect(Math.max(...times)).toBeLessThan(october.until)
    expect(times).not.toEqual(times.toSorted((a, b) => a - b))
    expect(events.filter((event) => event.type === 'tidal_lock')).toHaveLength(1)
  })

  it('some lack an actor, an app or the request', () => {
    expect(events.some((event) => event.actor === null)).toBe(true)
    expect(events.some((event) => event.app === null)).toBe(true)
    expect(events.some((event) => !('request' in event))).toBe(true)
  })
})
