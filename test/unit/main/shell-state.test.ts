import { expect, it } from 'vitest'
import type { ShellParts } from '../../../electron/main/shell-answers.ts'
import { shellState } from '../../../electron/main/shell-state.ts'

it('of two answers that overlap, the one that ends last tells the newer state', async () => {
  let isDown = true
  const slow = Promise.withResolvers<readonly []>()
  const lists = [slow.promise, Promise.resolve([] as const)]
  const parts = {
    coreDown: () => isDown,
    keychainProblem: () => null,
    jobs: { list: () => [] },
    settings: { current: () => ({}) },
    lockers: { current: () => null, locked: () => null, recent: () => lists.shift() },
  } as unknown as ShellParts
  const first = shellState(parts)
  isDown = false
  expect((await shellState(parts)).coreDown).toBe(false)
  slow.resolve([])
  expect((await first).coreDown).toBe(false)
})
