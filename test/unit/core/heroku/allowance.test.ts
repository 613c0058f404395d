import { describe, expect, it } from 'vitest'
import { reserveOf, secondsFor } from '../../../../electron/core/heroku/allowance.ts'

const DEMAND = { requests: 3000, remaining: 4500, reserve: 1125, latencyMs: 120, concurrency: 12 }

describe('the time that requests take', () => {
  it('is that of their latency while the bucket holds more than the reserve', () => {
    expect(secondsFor(DEMAND)).toBe(30)
  })

  it('is that of the refill from the reserve on', () => {
    expect(reserveOf(25)).toBe(1125)
    expect(secondsFor({ ...DEMAND, requests: 4500 })).toBe((4500 - 3375) / 1.25)
    expect(secondsFor({ ...DEMAND, requests: 750, remaining: 100 })).toBe(600)
  })

  it('takes a bucket of which nothing is known for full', () => {
    expect(secondsFor({ ...DEMAND, remaining: null })).toBe(30)
  })
})
