import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askEarly, askOrTake } from '../../../../renderer/lib/early.ts'

const policy = vi.fn<(input: unknown) => Promise<unknown>>()
const good = (output: unknown) => ({ ok: true, output })
const bad = (kind: string) => ({ ok: false, problem: { kind, what: 'it failed', remedy: 'try again' } })

beforeEach(() => {
  vi.useFakeTimers()
  policy.mockReset()
  vi.stubGlobal('window', { api: { 'policy:get': policy } })
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('the answer of a question that was asked early is taken once', async () => {
  policy.mockResolvedValueOnce(good(1)).mockResolvedValueOnce(good(2))
  askEarly('policy:get', {})
  askEarly('policy:get', {})
  expect(await askOrTake('policy:get', {})).toBe(1)
  expect(await askOrTake('policy:get', {})).toBe(2)
  expect(policy).toHaveBeenCalledTimes(2)
})

it('an answer that nobody takes is forgotten, and what failed early is asked anew', async () => {
  policy.mockResolvedValueOnce(good(1)).mockResolvedValueOnce(bad('unexpected')).mockResolvedValue(good(3))
  askEarly('policy:get', {})
  vi.advanceTimersByTime(10_000)
  askEarly('policy:get', {})
  expect(await askOrTake('policy:get', {})).toBe(3)
})

it('a core that dies over a question is asked once more, and no more; other failures are told', async () => {
  policy.mockResolvedValueOnce(bad('core-crashed')).mockResolvedValueOnce(good(2))
  expect(await askOrTake('policy:get', {})).toBe(2)
  policy.mockResolvedValue(bad('core-crashed'))
  await expect(askOrTake('policy:get', {})).rejects.toMatchObject({ kind: 'core-crashed' })
  expect(policy).toHaveBeenCalledTimes(4)
  policy.mockResolvedValue(bad('no-collection'))
  await expect(askOrTake('policy:get', {})).rejects.toMatchObject({ kind: 'no-collection' })
  expect(policy).toHaveBeenCalledTimes(5)
})
