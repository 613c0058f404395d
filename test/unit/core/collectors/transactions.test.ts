import { expect, it } from 'vitest'
import { transactionsOf } from '../../../../electron/core/collectors/running.ts'
import type { TaskToStore } from '../../../../electron/core/store/tasks.ts'

const task = (key: string, items: number) =>
  ({ key, items: Array.from({ length: items }), requests: [] }) as unknown as TaskToStore

const keys = (...tasks: readonly TaskToStore[]) =>
  transactionsOf(tasks).map((part) => part.map(({ key }) => key).join(''))

it('tasks go into transactions in their order, as many as one takes, and none is divided', () => {
  expect(keys()).toEqual([])
  expect(keys(task('a', 99), task('b', 149), task('c', 0), task('d', 9))).toEqual(['ab', 'cd'])
  expect(keys(task('a', 9), task('b', 5000), task('c', 9), task('d', 9))).toEqual(['a', 'b', 'cd'])
})
