import { describe, expect, it } from 'vitest'
import { linesOf, rowHeight } from '../../../../electron/core/export/row-height.ts'
import { cellXml, lettersOf, rowXml } from '../../../../electron/core/export/row-xml.ts'
import type { Column } from '../../../../electron/core/export/sheet.ts'

describe('a row as XML', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('knows column %d as %s', (column, letters) => {
    expect(lettersOf(column)).toBe(letters)
  })

  it('writes text so that it is no markup, and white space so that it stays', () => {
    const cell = (value: string | number | null, delicate = false) =>
      cellXml('B7', { value, delicate, look: 'plain' }, 3)
    expect(cell('a<b & c>d "e"')).toBe('<c r="B7" s="3" t="str"><v>a&lt;b &amp; c&gt;d "e"</v></c>')
    expect(cell(' a', true)).toBe('<c r="B7" s="3" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>')
    expect(cell(-1.5)).toBe('<c r="B7" s="3"><v>-1.5</v></c>')
    expect(cell(null)).toBe('<c r="B7" s="3"/>')
  })

  it('proposes a height, and fixes none', () => {
    expect(rowXml(7, null, '<c/>')).toBe('<row r="7"><c/></row>')
    expect(rowXml(7, 40.25, '')).toBe('<row r="7" ht="40.25"></row>')
  })
})

describe('the height of a row', () => {
  const wrapped = (width: number): Column => ({ title: '', kind: 'text', width, wrap: true })

  it('counts lines, broken and wrapped', () => {
    expect(linesOf('', 10)).toBe(1)
    expect(linesOf('one\ntwo\n', 10)).toBe(3)
    expect(linesOf('illicit till', 8)).toBe(1)
    expect(linesOf('MWMWMWMW', 8)).toBeGreaterThan(1)
    expect(linesOf('漢字漢字漢字', 8)).toBe(2)
    expect(linesOf('a'.repeat(64), 34)).toBe(2)
  })

  it('is left alone where one line does, and ends where Excel ends', () => {
    const tall = 'line\n'.repeat(100)
    expect(rowHeight(['short', tall], [wrapped(10), { ...wrapped(10), wrap: false }])).toBeNull()
    expect(rowHeight([tall, 1], [wrapped(10), wrapped(10)])).toBe(409)
    expect(rowHeight(['a\nb'], [wrapped(10)])).toBe(27.5)
  })
})
