import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { randomPositions, systematicPositions } from '../../../../electron/core/testing/selection.ts'

/** The stated rule, followed by another tool. */
const PYTHON = `
import hashlib, json, sys
seed, count, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
def numbers(below):
    n = 0
    while True:
        r = int.from_bytes(hashlib.sha256(f"{seed}:{n}".encode()).digest()[:8], "big")
        if r < 2**64 - 2**64 % below: yield r % below
        n += 1
chosen = set()
for p in numbers(count):
    chosen.add(p)
    if len(chosen) == size: break
start = next(numbers(1000000)) / 1000000 * (count / size)
print(json.dumps([sorted(chosen), [int(start + k * (count / size)) for k in range(size)]]))
`

function byPython(seed: string, count: number, size: number): unknown {
  return JSON.parse(
    execFileSync('python3', ['-c', PYTHON, seed, String(count), String(size)], { encoding: 'utf8' }),
  )
}

const python = (() => {
  try {
    execFileSync('python3', ['--version'])
    return true
  } catch {
    return false
  }
})()

describe('drawing a sample', () => {
  it('gives the same positions for the same seed, others for another', () => {
    expect(randomPositions('a', 1_000_000, 60)).toEqual(randomPositions('a', 1_000_000, 60))
    expect(randomPositions('a', 1_000_000, 60)).not.toEqual(randomPositions('b', 1_000_000, 60))
  })

  it.each([
    [10, 3],
    [61, 60],
    [1_000_000, 60],
  ])('chooses distinct positions of %i, in order, %i of them', (count, size) => {
    for (const positions of [randomPositions('s', count, size), systematicPositions('s', count, size)]) {
      expect(positions).toHaveLength(size)
      expect(new Set(positions).size).toBe(size)
      expect(positions).toEqual(positions.toSorted((a, b) => a - b))
      expect(Math.min(...positions)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...positions)).toBeLessThan(count)
    }
  })

  it('takes everything where the size reaches the count', () => {
    expect(randomPositions('s', 3, 3)).toEqual([0, 1, 2])
    expect(systematicPositions('s', 2, 5)).toEqual([0, 1])
  })

  it('spreads evenly: no tenth of a population is left out or crowded', () => {
    const tenths = new Map<number, number>()
    for (let n = 0; n < 200; n++)
      for (const position of randomPositions(`seed ${n}`, 1000, 10)) {
        const tenth = Math.floor(position / 100)
        tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1)
      }
    for (const count of tenths.values()) expect(Math.abs(count - 200)).toBeLessThan(70)
    expect(tenths.size).toBe(10)
  })

  it.skipIf(!python).each([
    ['5f1c', 1000, 25],
    ['Käse ☂', 1_000_000, 60],
    ['x', 7, 3],
  ])('is repeated by another tool from the seed %s', (seed, count, size) => {
    const ours = [randomPositions(seed, count, size), systematicPositions(seed, count, size)]
    expect(byPython(seed, count, size)).toEqual(ours)
  })
})
