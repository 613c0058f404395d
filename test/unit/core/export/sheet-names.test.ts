import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameGiver, sheetName } from '../../../../electron/core/export/sheet-names.ts'

describe('names of sheets', () => {
  it.each([
    ['Events', 'Events'],
    ['a/b\\c?d*e[f]g:h!i', 'a b c d e f g h i'],
    ["O'Brien", 'O’Brien'],
    ['', 'Sheet'],
    ['   ', 'Sheet'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ['History', 'History sheet'],
    ['😀 team', 'team'],
  ])('%j becomes %j', (wanted, name) => {
    expect(sheetName(wanted)).toBe(name)
  })

  it('are unlike each other as Excel compares them', () => {
    const give = nameGiver()
    const long = 'A name of exactly thirty-one ch'
    expect(['Team', 'TEAM', 'team', `${long}a`, `${long}b`].map(give)).toEqual([
      'Team',
      'TEAM 2',
      'team 3',
      long,
      'A name of exactly thirty-one 2',
    ])
  })

  it('are always valid and never given twice', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("'", '[', '\\', '\u0000', '\ud800', '😀', 'é', 'Sheet'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(piece), { maxLength: 12 }), (wanted) => {
        const give = nameGiver()
        const names = wanted.map((pieces) => give(pieces.join('')))
        for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\!']{1,31}$/)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
      }),
    )
  })
})
