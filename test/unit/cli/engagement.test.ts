import { describe, expect, it } from 'vitest'
import { engagementOf, yearUpTo } from '../../../electron/cli/engagement.ts'

const today = new Date('2026-11-21T10:00:00Z')

describe('engagementOf', () => {
  it('fills in what is left out', () => {
    expect(engagementOf({ organisation: 'Acme', preparer: 'Ana' }, today)).toEqual({
      organisation: 'Acme',
      period: { start: '2025-11-22', end: '2026-11-21' },
      timeZone: 'UTC',
      frameworks: ['iso27001-2022', 'soc2-2017', 'pci-dss-4.0.1', 'hipaa'],
      preparer: 'Ana',
      reviewer: null,
    })
  })

  it.each([
    [{ organisation: ' ' }, /--organisation .*name the organisation/],
    [{ organisation: 'A', period: '2026-12-31..2026-01-01' }, /--period .*the first one first/],
    [{ organisation: 'A', period: 'last year' }, /--period does not take last year/],
    [{ organisation: 'A', frameworks: 'soc3' }, /--frameworks does not take soc3.*soc2-2017/],
    [{ organisation: 'A', timeZone: 'Mars/Base' }, /--time-zone does not take Mars\/Base.*Europe\/Berlin/],
  ])('names the flag at fault: %j', (flags, sentence) => {
    expect(() => engagementOf(flags, today)).toThrow(sentence)
  })
})

describe('yearUpTo', () => {
  it('is twelve months long, also over a leap day', () => {
    expect(yearUpTo(new Date('2024-02-29T00:00:00Z'))).toEqual({ start: '2023-03-02', end: '2024-02-29' })
    expect(yearUpTo(new Date('2026-12-31T23:59:59Z'))).toEqual({ start: '2026-01-01', end: '2026-12-31' })
  })
})
