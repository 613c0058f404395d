import { expect, it } from 'vitest'
import { ownIdOf } from '../../../renderer/views/frameworks/own-id.ts'

it.each([
  ['Internal controls 2026', 'own-internal-controls-2026'],
  ['  Contrôles — Ávila & Co. ', 'own-controles-avila-co'],
  [`${'long '.repeat(20)}`, 'own-long-long-long-long-long-long-long-long'],
  ['統制', null],
  ['', null],
])('a framework called %j is kept as %s', (title, id) => {
  expect(ownIdOf(title)).toBe(id)
})
