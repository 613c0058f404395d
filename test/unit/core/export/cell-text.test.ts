import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CELL_LIMIT,
  fileText,
  looksLikeFormula,
  readableText,
} from '../../../../electron/core/export/cell-text.ts'

/** Excel's own decoding of a cell's text. Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring). */
const decode = (text: string) =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

describe('text of a cell', () => {
  it.each([
    ['a\u0000b', 'a\\u0000b'],
    ['\u0007\u001f\u007f\u0085', '\\u0007\\u001f\\u007f\\u0085'],
    ['\ud83d alone', '\\ud83d alone'],
    ['alone \udc00', 'alone \\udc00'],
    ['\ufffe\uffff', '\\ufffe\\uffff'],
    ['one\r\ntwo\nthree', 'one\ntwo\nthree'],
    ['lone\rreturn', 'lone\\u000dreturn'],
  ])('shows what a workbook cannot hold: %j', (given, shown) => {
    expect(readableText(given)).toBe(shown)
  })

  it.each(['tab\tstays', 'مرحبا بالعالم', 'שלום', '👩‍👩‍👧 🇩🇪', '  spaces  ', '<&>"\'', 'Zoë'])(
    'leaves %j unharmed',
    (text) => {
      expect(readableText(text)).toBe(text)
    },
  )

  it('cuts what is longer than a cell holds, and says so', () => {
    const cut = readableText('x'.repeat(40_000))
    expect(cut).toHaveLength(CELL_LIMIT)
    expect(cut).toMatch(/x … \[cut here: 40,000 characters in all, the whole is in the locker\]$/)
    expect(readableText('x'.repeat(CELL_LIMIT))).toBe('x'.repeat(CELL_LIMIT))
  })

  it('never cuts through a character', () => {
    for (const lead of ['', 'x']) {
      const cut = readableText(lead + '😀'.repeat(20_000))
      expect(cut.isWellFormed()).toBe(true)
      expect(cut.length).toBeLessThanOrEqual(CELL_LIMIT)
    }
  })

  it('survives the decoding of Excel, whatever it is', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('_x0041_', '_x005F_', '_', 'x0041_', '_x00', '\ud800'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const readable = readableText(pieces.join(''))
        expect(readable.isWellFormed()).toBe(true)
        expect(decode(fileText(readable))).toBe(readable)
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n=1', '＝1', '=cmd|x'])(
    'knows %j for a formula',
    (text) => {
      expect(looksLikeFormula(text)).toBe(true)
    },
  )

  it.each(['1+1', 'a=b', 'shop-api', '', '"=1"'])('knows %j for none', (text) => {
    expect(looksLikeFormula(text)).toBe(false)
  })
})
