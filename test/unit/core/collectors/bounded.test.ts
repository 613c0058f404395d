import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { boundedEach } from '../../../../electron/core/collectors/bounded.ts'

describe('working through a list, a few at a time', () => {
  it.each([1, 3, 50])('does everything in order, at most %i at once', async (atOnce) => {
    const begun: number[] = []
    let running = 0
    let most = 0
    await boundedEach(
      Array.from({ length: 20 }, (_, n) => n),
      atOnce,
      async (n) => {
        begun.push(n)
        most = Math.max(most, ++running)
        await sleep(1)
        running -= 1
      },
    )
    expect(begun).toEqual(Array.from({ length: 20 }, (_, n) => n))
    expect(most).toBe(Math.min(atOnce, 20))
  })

  it('begins nothing after a failure, lets the others finish, and throws the first one', async () => {
    const finished: number[] = []
    const begun: number[] = []
    const work = async (n: number) => {
      begun.push(n)
      if (n === 1) throw new Error('first')
      await sleep(5)
      finished.push(n)
    }
    await expect(boundedEach([0, 1, 2, 3, 4, 5, 6], 3, work)).rejects.toThrow('first')
    expect(begun).toEqual([0, 1, 2])
    expect(finished).toEqual([0, 2])
  })

  it('has nothing to do for an empty list', async () => {
    await expect(boundedEach([], 4, () => Promise.reject(new Error('no')))).resolves.toBeUndefined()
  })
})
