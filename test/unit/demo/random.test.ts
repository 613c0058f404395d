import { describe, expect, it } from 'vitest'
import { ago, diceOf, idOf } from '../../../electron/demo/random.ts'

const ground = { seed: 's', now: Date.UTC(2026, 10, 21) }

describe('choices that can be repeated', () => {
  it('the same seed and key give the same id, another key or seed another one', () => {
    expect(idOf(ground, 'app', 'a')).toBe(idOf(ground, 'app', 'a'))
    expect(idOf(ground, 'app', 'a')).not.toBe(idOf(ground, 'app', 'b'))
    expect(idOf(ground, 'app', 'a')).not.toBe(idOf({ ...ground, seed: 't' }, 'app', 'a'))
    expect(idOf(ground, 'ab', 'c')).not.toBe(idOf(ground, 'a', 'bc'))
  })

  it('ids are version 4 UUIDs, and a thousand of them differ', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => idOf(ground, i))
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(new Set(ids).size).toBe(1000)
  })

  it('dice of one key do not move those of another', () => {
    const first = diceOf(ground, 'a')
    const untouched = diceOf(ground, 'b').next()
    for (let i = 0; i < 50; i++) first.next()
    expect(diceOf(ground, 'b').next()).toBe(untouched)
  })

  it('whole numbers reach both ends and no further', () => {
    const roll = diceOf(ground, 'ints')
    const seen = new Set(Array.from({ length: 500 }, () => roll.int(2, 5)))
    expect([...seen].sort()).toEqual([2, 3, 4, 5])
    expect(() => roll.pick([])).toThrow(RangeError)
  })

  it('times are written as the Platform API writes them', () => {
    expect(ago(ground, 1, 2)).toBe('2026-11-19T22:00:00Z')
    expect(ago(ground, -1)).toBe('2026-11-22T00:00:00Z')
  })
})
