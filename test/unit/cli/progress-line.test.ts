import { describe, expect, it } from 'vitest'
import {
  bar,
  collectLine,
  count,
  duration,
  inUtc,
  size,
  stepLine,
  timeLeft,
} from '../../../electron/cli/progress-line.ts'

const progress = {
  collectionId: 1,
  doing: 'apps 120 of 400',
  tasksDone: 120,
  tasksPlanned: 400,
  requests: 1234,
  evidence: 5678,
  events: 0,
  notRead: 12,
  rateLimitRemaining: 4321,
  perTopic: {},
}

describe('words for numbers', () => {
  it.each([
    [0.44, '0.4 s'],
    [12.4, '12 s'],
    [200, '3 min 20 s'],
    [3900, '1 h 05 min'],
  ])('%d seconds', (seconds, words) => {
    expect(duration(seconds)).toBe(words)
  })

  it.each([
    [812, '812 bytes'],
    [4100, '4.1 kB'],
    [12_340_000, '12.3 MB'],
    [2_500_000_000, '2.50 GB'],
  ])('%d bytes', (bytes, words) => {
    expect(size(bytes)).toBe(words)
  })

  it('shows an instant to the second', () => {
    expect(inUtc('2026-11-21T09:30:00.123Z')).toBe('2026-11-21 09:30:00')
  })

  it('separates thousands', () => {
    expect(count(1234567)).toBe('1,234,567')
  })
})

describe('bar', () => {
  it('grows from nothing to full and no further', () => {
    expect(bar(0, 10)).toBe('░░░░░░░░░░░░░░░░   0 %')
    expect(bar(5, 10)).toBe('████████░░░░░░░░  50 %')
    expect(bar(12, 10)).toBe('████████████████ 100 %')
    expect(bar(3, 0)).toContain('  0 %')
  })
})

describe('timeLeft', () => {
  it('waits until enough is done to tell', () => {
    expect(timeLeft(1, 100, 60)).toBeNull()
    expect(timeLeft(50, 100, 1)).toBeNull()
    expect(timeLeft(100, 100, 60)).toBeNull()
    expect(timeLeft(50, 100, 60)).toBe('about 1 min 00 s left')
  })
})

describe('collectLine', () => {
  it('tells work, counts, what was not read, the budget and the time left', () => {
    expect(collectLine(progress, 60, false)).toBe(
      'collecting: apps 120 of 400 · about 2 min 20 s left · 1,234 requests · 5,678 items · 12 not read · rate limit 4,321 left',
    )
  })

  it('draws the bar on a terminal', () => {
    expect(collectLine(progress, 1, true)).toMatch(/^████░+ {2}30 % {2}apps 120 of 400/)
  })
})

describe('stepLine', () => {
  it('is words elsewhere and a bar on a terminal', () => {
    expect(stepLine('verifying', 500, 1000, false)).toBe('verifying: 50 %, 500 of 1,000')
    expect(stepLine('verifying', 500, 1000, true)).toBe('████████░░░░░░░░  50 %  verifying 500 of 1,000')
    expect(stepLine('checking', 0, 0, false)).toBe('checking: 0 %, 0 of 0')
  })
})
