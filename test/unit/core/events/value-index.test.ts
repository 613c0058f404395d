import { describe, expect, it } from 'vitest'
import { valueIndex } from '../../../../electron/core/events/value-index.ts'

describe('the index of a run', () => {
  const id = '1b4db7eb-4057-5ddf-91e0-36dec72071f5'

  it('keeps the words and ids of a long text once, however often it says them', () => {
    const index = valueIndex()
    index.add({ told: `set config vars by ${id} `.repeat(10_000) }, [])
    expect(index.terms).toEqual(['set', 'config', 'vars', 'by'])
    expect(index.texts).toEqual([{ terms: [0, 1, 2, 3], refs: [0x1b4db7eb] }])
    expect(index.size()).toBe(5)
  })

  it('grows with the words of its texts, so that a run of long texts ends early', () => {
    const index = valueIndex()
    const words = Array.from({ length: 1000 }, (_, i) => `word${i}`).join(' ')
    for (let i = 0; i < 100; i++) index.add({ told: `${words} ${i}` }, [])
    expect(index.terms).toHaveLength(1100)
    expect(index.size()).toBeGreaterThan(20_000)
    index.clear()
    expect(index.size()).toBe(0)
  })
})
