import { expect, it } from 'vitest'
import { meaningOf, type Shortcut } from '../../../renderer/lib/shortcuts.ts'

const key = (keys: string): Shortcut => ({ keys, says: keys, run: () => {} })
const [everywhere, go, here] = [[key('?'), key('c')], [key('g o'), key('g c')], [key('c')]]
const groups = [
  { title: 'Everywhere', shortcuts: everywhere },
  { title: 'Go to', shortcuts: go },
  { title: 'Controls', shortcuts: here },
]

it('reads single keys, the first of two, and the second', () => {
  expect(meaningOf(groups, null, '?')).toBe(everywhere[0])
  expect(meaningOf(groups, null, 'g')).toBe('wait')
  expect(meaningOf(groups, 'g', 'o')).toBe(go[0])
  expect(meaningOf(groups, null, 'o')).toBeNull()
})

it('takes two keys for the sequence where there is one, else the second for itself', () => {
  expect(meaningOf(groups, 'g', 'c')).toBe(go[1])
  expect(meaningOf(groups, 'g', '?')).toBe(everywhere[0])
})

it('gives the screen that came last the say', () => {
  expect(meaningOf(groups, null, 'c')).toBe(here[0])
  expect(meaningOf(groups.slice(0, 2), null, 'c')).toBe(everywhere[1])
})
