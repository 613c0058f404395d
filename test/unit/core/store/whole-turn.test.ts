import { stat } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { wholeTurn } from '../../../../electron/core/store/slices.ts'

/** Whether a timer that was due fired while somebody who works where files are read gave way. */
function firedMeanwhile(giveWay: () => Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    stat('/', () => {
      let fired = false
      setTimeout(() => {
        fired = true
      }, 1)
      for (const until = performance.now() + 5; performance.now() < until; );
      void giveWay().then(() => resolve(fired))
    })
  })
}

it('a whole turn hears what came in meanwhile; giving way once does not', async () => {
  expect(await firedMeanwhile(wholeTurn)).toBe(true)
  expect(await firedMeanwhile(async () => void (await setImmediate()))).toBe(false)
})
