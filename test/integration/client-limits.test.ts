import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { backoff, retryAfterMs } from '../../electron/core/heroku/timing.ts'
import { json, sequence } from '../fakes/hostile-heroku-replies.ts'
import { errorOf, starter } from '../fakes/hostile-heroku-started.ts'

const start = starter()
const Thing = z.object({ id: z.string() })
const good = json(200, { id: 'x' })
const limited = json(429, { id: 'rate_limit', message: 'Please wait a few minutes.' })

describe('an account whose allowance is used up', () => {
  it.each([
    ['with Retry-After', json(429, { id: 'rate_limit' }, { 'retry-after': '0' })],
    ['without a word', limited],
  ])('is waited for: %s', async (_, reply) => {
    const { server, reader } = await start({ '/x': sequence(reply, reply, good) })
    expect(await reader.get('/x', Thing)).toEqual({ id: 'x' })
    expect(reader.last()).toMatchObject({ attempts: 3, status: 200 })
    expect(server.seen).toHaveLength(3)
  })

  it('makes all reads wait, not only the one that was told', async () => {
    const script = { '/x': sequence(limited, good), '/y': good }
    const { server, client, reader } = await start(script, { timing: { limitedMs: 200 }, concurrency: 1 })
    const first = reader.get('/x', Thing)
    while (client.stats().pausedMs === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    const waited = client.stats().pausedMs
    const told = server.seen.length
    await Promise.all([first, reader.get('/y', Thing)])
    expect(waited).toBeGreaterThan(0)
    expect(told).toBe(1)
    expect(server.seen).toHaveLength(3)
  })

  it('stops the collection when it stays so', async () => {
    const { server, reader } = await start({ '*': limited }, { timing: { limitedTimes: 3, limitedMs: 2 } })
    expect(await errorOf(reader.get('/x', Thing))).toMatchObject({ kind: 'rate-limited' })
    expect(server.seen).toHaveLength(4)
  })

  it('stops the collection at once when it is asked to come back much later', async () => {
    const { server, reader } = await start({ '*': json(429, {}, { 'retry-after': '86400' }) })
    const error = await errorOf(reader.get('/x', Thing))
    expect(error.message).toContain('86400 seconds')
    expect(server.seen).toHaveLength(1)
  })
})

describe('an allowance that comes to its end', () => {
  it('is read from the answers, and its reserve is not touched by requests side by side', async () => {
    let left = 20
    let inFlight = 0
    const most: number[] = []
    const { client, reader } = await start(
      {
        '*': (response, seen) => {
          inFlight++
          most.push(inFlight)
          setTimeout(() => {
            inFlight--
            json(200, { id: 'x' }, { 'ratelimit-remaining': String(left--) })(response, seen)
          }, 40)
        },
      },
      { concurrency: 8, reserve: 10 },
    )
    await reader.get('/first', Thing)
    await Promise.all(Array.from({ length: 30 }, (_, at) => reader.get(`/x/${at}`, Thing)))
    expect(Math.max(...most.slice(0, 8))).toBeGreaterThan(2)
    expect(Math.max(...most.slice(-15))).toBe(1)
    expect(client.stats()).toMatchObject({ requests: 31 })
  })
})

describe('waits', () => {
  it('double, have an end, and vary by the jitter only', () => {
    expect([1, 2, 3, 4, 9].map((attempt) => backoff(500, 15_000, attempt, 0))).toEqual([
      500, 1000, 2000, 4000, 15_000,
    ])
    const waits = Array.from({ length: 500 }, () => backoff(1000, 15_000, 1, 0.25))
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(750)
    expect(Math.max(...waits)).toBeLessThanOrEqual(1250)
    expect(new Set(waits).size).toBeGreaterThan(50)
  })

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['1.5', 1500],
    ['Sat, 21 Nov 2026 09:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 08:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('are taken from Retry-After %j', (header, wait) => {
    expect(retryAfterMs(header, Date.parse('2026-11-21T09:00:00Z'))).toBe(wait)
  })
})
