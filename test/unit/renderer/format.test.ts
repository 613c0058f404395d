import { describe, expect, it } from 'vitest'
import { ago, bytes, count, counted, duration, moment, momentUtc } from '../../../renderer/lib/format.ts'

describe('what people read', () => {
  it('moments stand in the zone of the engagement, with UTC beside', () => {
    expect(moment('2026-07-01T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-07-02 00:30:00')
    expect(momentUtc('2026-07-01T22:30:00.000Z')).toBe('2026-07-01 22:30:00 UTC')
    expect(moment('no time at all', 'UTC')).toBe('no time at all')
  })

  it('counts, sizes and spans', () => {
    expect([count(1_234_567), counted(1, 'app'), counted(2, 'app')]).toEqual(['1,234,567', '1 app', '2 apps'])
    expect([bytes(999), bytes(1500), bytes(2_000_000_000)]).toEqual(['999 bytes', '1.5 kB', '2.0 GB'])
    expect([duration(59.4), duration(200), duration(7500)]).toEqual(['59 s', '3 min 20 s', '2 h 5 min'])
    const now = new Date('2026-11-21T12:00:00Z')
    expect([ago('2026-11-21T11:59:30Z', now), ago('2026-11-19T12:00:00Z', now)]).toEqual([
      'just now',
      '2 days ago',
    ])
  })
})
