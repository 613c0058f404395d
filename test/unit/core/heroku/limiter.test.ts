import { afterEach, describe, expect, it, vi } from 'vitest'
import { openLimiter } from '../../../../electron/core/heroku/limiter.ts'

const never = new AbortController().signal

/** Lets everything that may start now start. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

function started(limiter: ReturnType<typeof openLimiter>, count: number, host = 'h') {
  const state = { running: 0 }
  for (let at = 0; at < count; at++) void limiter.enter(host, never).then(() => state.running++)
  return state
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a limiter', () => {
  it('lets as many requests run as it was told, and the next when one ends', async () => {
    const limiter = openLimiter({ concurrency: 3, reserve: 0, refillMs: 1000 })
    const state = started(limiter, 5)
    await settle()
    expect(state.running).toBe(3)
    limiter.leave('h')
    await settle()
    expect(state.running).toBe(4)
  })

  it('lets only as many run as leave the reserve untouched', async () => {
    const limiter = openLimiter({ concurrency: 10, reserve: 100, refillMs: 1000 })
    limiter.told('h', 102)
    const state = started(limiter, 10)
    await settle()
    expect(state.running).toBe(2)
  })

  it('goes one at a time, at the pace of the refill, when the reserve is reached', async () => {
    vi.useFakeTimers()
    const limiter = openLimiter({ concurrency: 10, reserve: 100, refillMs: 800 })
    limiter.told('h', 100)
    let running = 0
    for (let at = 0; at < 4; at++) {
      void limiter.enter('h', never).then(() => {
        running++
        limiter.leave('h')
      })
    }
    const counts: number[] = []
    for (const wait of [0, 799, 1, 800, 800]) {
      await vi.advanceTimersByTimeAsync(wait)
      counts.push(running)
    }
    expect(counts).toEqual([1, 1, 2, 3, 4])
  })

  it('does not let an empty allowance of one host hold up another', async () => {
    const limiter = openLimiter({ concurrency: 4, reserve: 10, refillMs: 60_000 })
    limiter.told('poor', 0)
    const [poor, rich] = [started(limiter, 3, 'poor'), started(limiter, 2, 'rich')]
    await settle()
    expect([poor.running, rich.running]).toEqual([1, 2])
  })

  it('starts nothing while it pauses', async () => {
    vi.useFakeTimers()
    const limiter = openLimiter({ concurrency: 4, reserve: 0, refillMs: 1 })
    limiter.pauseUntil(Date.now() + 5000)
    const state = started(limiter, 2)
    await vi.advanceTimersByTimeAsync(4999)
    expect([state.running, limiter.pausedMs()]).toEqual([0, 1])
    await vi.advanceTimersByTimeAsync(1)
    expect([state.running, limiter.pausedMs()]).toEqual([2, 0])
  })

  it('lets go of those who wait when they are told to stop', async () => {
    const limiter = openLimiter({ concurrency: 1, reserve: 0, refillMs: 1 })
    await limiter.enter('h', never)
    const stop = new AbortController()
    const waiting = limiter.enter('h', stop.signal)
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    const state = started(limiter, 1)
    limiter.leave('h')
    await settle()
    expect(state.running).toBe(1)
  })
})

describe('a limiter that keeps a pace', () => {
  it('starts requests at least so far apart, of all hosts together, until that is lifted', async () => {
    vi.useFakeTimers()
    const limiter = openLimiter({ concurrency: 10, reserve: 0, refillMs: 800 })
    limiter.pace(1000)
    const states = [started(limiter, 2, 'a'), started(limiter, 2, 'b')]
    const counts: number[] = []
    for (const wait of [0, 999, 1, 1000]) {
      await vi.advanceTimersByTimeAsync(wait)
      counts.push(states.reduce((sum, { running }) => sum + running, 0))
    }
    expect(counts).toEqual([1, 1, 2, 3])
    limiter.pace(0)
    await vi.advanceTimersByTimeAsync(0)
    expect(states.reduce((sum, { running }) => sum + running, 0)).toBe(4)
  })

  it('takes half the refill only where others took of the reserve', async () => {
    vi.useFakeTimers()
    const limiter = openLimiter({ concurrency: 10, reserve: 100, refillMs: 800 })
    limiter.told('h', 50)
    let running = 0
    for (let at = 0; at < 3; at++)
      void limiter.enter('h', never).then(() => {
        running++
        limiter.leave('h')
      })
    const counts: number[] = []
    for (const wait of [0, 1599, 1]) {
      await vi.advanceTimersByTimeAsync(wait)
      counts.push(running)
    }
    expect(counts).toEqual([1, 1, 2])
  })
})
