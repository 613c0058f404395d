import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, cut, pad, plain, withoutColours, wrap } from '../../../electron/cli/screen-text.ts'

describe('plain', () => {
  it('keeps a terminal from obeying text from outside', () => {
    expect(plain('a\x1b[31mred\x07')).toBe('a\ufffd[31mred\ufffd')
    expect(plain('two\nlines\ttab')).toBe('two lines tab')
    expect(plain('abc\u202egnp.exe')).toBe('abc\ufffdgnp.exe')
    expect(plain('lone \ud800 surrogate')).toBe('lone \ufffd surrogate')
  })

  it('leaves ordinary text alone, of any language', () => {
    for (const text of ['shop-api v42', 'Zoë Müller', '東京', 'مرحبا', '👩‍💻 team'])
      expect(plain(text)).toBe(text)
  })

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\p{Cs}\u202a-\u202e]/u.test(plain(text))),
    )
  })
})

describe('columnsOf', () => {
  it.each([
    ['abc', 3],
    ['Zoë', 3],
    ['Zoe\u0308', 3],
    ['東京', 4],
    ['🚀', 2],
    ['👩‍💻', 2],
    ['\x1b[1mbold\x1b[22m', 4],
  ])('%s takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns)
  })

  it('does not count colours', () => {
    expect(withoutColours('\x1b[1mbold\x1b[22m')).toBe('bold')
  })
})

describe('cut and pad', () => {
  it('cuts with an ellipsis and never splits a wide letter', () => {
    expect(cut('abcdef', 4)).toBe('abc…')
    expect(cut('abc', 3)).toBe('abc')
    expect(cut('東京都', 4)).toBe('東…')
    expect(cut('abc', 0)).toBe('')
  })

  it('always fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, columns) => {
        expect(columnsOf(cut(plain(text), columns))).toBeLessThanOrEqual(columns)
      }),
    )
  })

  it('pads by columns on either side', () => {
    expect(pad('東', 4)).toBe('東  ')
    expect(pad('7', 3, 'right')).toBe('  7')
    expect(pad('long', 2)).toBe('long')
  })
})

describe('wrap', () => {
  it('breaks at spaces and loses nothing', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('unbreakable', 4)).toEqual(['unbreakable'])
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (line, columns) => {
        expect(wrap(line, columns).join(' ')).toBe(line)
      }),
    )
  })
})
