import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AwayHost, lockWhenAway } from '../../../electron/main/lock-when-away.ts'

/** A computer whose person comes and goes as the test says. */
function computer(change: Partial<AwayHost> = {}) {
  const told: string[] = []
  const state = { idle: 0, minutes: 15, busy: false }
  const power = Object.assign(new EventEmitter(), { getSystemIdleTime: () => state.idle })
  const stop = lockWhenAway({
    power,
    limitMinutes: () => state.minutes,
    onSuspend: () => true,
    busy: () => state.busy,
    stopWork: async () => void told.push('work stopped'),
    lock: (why) => told.push(`locked: ${why}`),
    ...change,
  })
  return { told, state, power, stop }
}

describe('locking when nobody is there', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('locks once the person has been away as long as the setting says, not before', () => {
    const { told, state, stop } = computer()
    state.idle = 15 * 60 - 1
    vi.advanceTimersByTime(10_000)
    expect(told).toEqual([])
    state.idle = 15 * 60
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual(['locked: idle'])
    stop()
  })

  it('a changed setting holds at once; 0 never locks', () => {
    const { told, state, stop } = computer()
    state.idle = 3600
    state.minutes = 0
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([])
    state.minutes = 5
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual(['locked: idle'])
    stop()
  })

  it('waits for long work', () => {
    const { told, state, stop } = computer()
    state.idle = 3600
    state.busy = true
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([])
    state.busy = false
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual(['locked: idle'])
    stop()
  })

  it.each(['suspend', 'lock-screen'])('on %s it stops work first, then locks', async (event) => {
    const { told, power, stop } = computer()
    power.emit(event)
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual(['work stopped', 'locked: suspend'])
    stop()
  })

  it('does not lock on suspend where the setting says so', async () => {
    const { told, power, stop } = computer({ onSuspend: () => false })
    power.emit('suspend')
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual([])
    stop()
  })

  it('stops looking when told', () => {
    const { told, state, stop } = computer()
    state.idle = 3600
    stop()
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([])
  })
})
