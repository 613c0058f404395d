import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { readTable, tableOf, tableOfText } from '../../../../electron/core/tables/read-table.ts'
import { unpackedSize } from '../../../../electron/core/tables/zip-sizes.ts'

const folder = mkdtempSync(join(tmpdir(), 'tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (bytes: Buffer | string) => tableOf(Buffer.from(bytes), 'list.csv')
const ROWS = [
  ['Name', 'Left on'],
  ['Zoë', '2026-06-30'],
]

/** A zip archive of one file `a`, without a sheet. */
const ARCHIVE =
  'UEsDBBQAAAAAAAAAIQCDFtyMAQAAAAEAAAABAAAAYXhQSwECFAMUAAAAAAAAACEAgxbcjAEAAAABAAAAAQAAAAAAAA' +
  'AAAAAAgAEAAAAAYVBLBQYAAAAAAQABAC8AAAAgAAAAAAA='

describe('a text with separators', () => {
  const utf16be = Buffer.from('\ufeffName;Left on\r\nZoë;2026-06-30', 'utf16le').swap16()
  it.each([
    ['UTF-8', Buffer.from('Name,Left on\nZoë,2026-06-30\n'), []],
    ['UTF-8 with its mark', Buffer.from('\ufeffName,Left on\r\nZoë,2026-06-30\r\n'), []],
    [
      'UTF-16 as Excel writes it',
      Buffer.from('\ufeffName\tLeft on\r\nZoë\t2026-06-30\r\n', 'utf16le'),
      ['Read as UTF-16.'],
    ],
    ['UTF-16, the other way round', utf16be, ['Read as UTF-16.']],
    ['UTF-16 without mark', Buffer.from('Name|Left on\r\nZoë|2026-06-30', 'utf16le'), ['Read as UTF-16.']],
    ['Windows-1252', Buffer.from('Name;Left on\nZo\xeb;2026-06-30', 'latin1'), ['Read as Windows-1252.']],
    ['Excel’s own hint', Buffer.from('sep=;\r\nName;Left on\r\nZoë;2026-06-30'), []],
    ['quoted cells', Buffer.from('"Name","Left on"\n"Zoë","2026-06-30"'), []],
    ['blank lines at the end', Buffer.from('Name,Left on\nZoë,2026-06-30\n\n,\n'), []],
  ])('is read: %s', async (_, bytes, notes) => {
    const table = await read(bytes)
    expect(table.rows).toEqual(ROWS)
    expect(table.notes.slice(0, notes.length)).toEqual(notes)
    expect(table.formulas).toEqual([])
  })

  it('may have one column, and separators within quotes', () => {
    expect(tableOfText('Host\nlogs.example.com').rows).toEqual([['Host'], ['logs.example.com']])
    expect(tableOfText('A,B\n"x, y",z').rows[1]).toEqual(['x, y', 'z'])
  })

  it('keeps blank rows in between, so that numbers agree with the spreadsheet', () => {
    expect(tableOfText('A,B\n\n1,2').rows).toEqual([['A', 'B'], [''], ['1', '2']])
  })

  it('tells formulas', () => {
    expect(tableOfText('A,B\n1,"=HYPERLINK(1)"').formulas).toEqual([{ row: 1, column: 1 }])
  })

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), /it is no text/],
    ['a UTF-8 mark over other bytes', Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff]), /it is no text/],
    [
      'an old Excel file',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      /old Excel file, or one with a password/,
    ],
    ['a quotation mark that stays open', Buffer.from('A,B\n1,2\n"3,4\n5,6'), /quotation mark in row 3/],
    ['an archive that is no workbook', Buffer.from(ARCHIVE, 'base64'), /no workbook that can be read/],
    ['half a workbook', Buffer.from('PK\u0003\u0004 and nothing else'), /no whole workbook/],
  ])('refuses %s', async (_, bytes, why) => {
    await expect(read(bytes)).rejects.toMatchObject({
      kind: 'not-a-table',
      message: expect.stringMatching(why),
    })
  })

  it('refuses a file that cannot be read, and one that is too large', async () => {
    await expect(readTable(join(folder, 'none.csv'))).rejects.toMatchObject({ kind: 'cannot-read' })
    const large = join(folder, 'large.csv')
    writeFileSync(large, '')
    truncateSync(large, 65 * 1024 * 1024)
    await expect(readTable(large)).rejects.toMatchObject({ kind: 'not-a-table' })
  })
})

async function workbook(fill: (book: Excel.Workbook) => void): Promise<Buffer> {
  const book = new Excel.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a workbook', () => {
  it('gives its first filled sheet: texts, days, numbers, links, gaps and formulas', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('empty')
      const sheet = book.addWorksheet('Leavers')
      sheet.addRow(['Name', 'Left on', 'Release'])
      sheet.addRow(['Zoë', new Date('2026-06-30'), 42])
      sheet.getCell('A4').value = { text: 'zoe@example.com', hyperlink: 'mailto:zoe@example.com' }
      sheet.getCell('B4').value = { formula: '1+1', result: 2 }
      sheet.getCell('C4').value = { richText: [{ text: 'a' }, { text: 'b' }] }
      book.addWorksheet('more').addRow(['x'])
    })
    const table = await tableOf(bytes, 'leavers.xlsx')
    expect(table.rows).toEqual([
      ['Name', 'Left on', 'Release'],
      ['Zoë', '2026-06-30', '42'],
      [],
      ['zoe@example.com', '', 'ab'],
    ])
    expect(table.formulas).toEqual([{ row: 3, column: 1 }])
    expect(table.notes).toEqual(['Read from sheet Leavers. One more sheet was not read.'])
  })

  it('may be one that another program wrote', async ({ skip }) => {
    const file = join(folder, 'other.xlsx')
    const script = `import openpyxl, datetime
book = openpyxl.Workbook(); sheet = book.active; sheet.title = 'Leavers'
sheet.append(['Name', 'Left on']); sheet.append(['Zoë', datetime.date(2026, 6, 30)]); book.save(${JSON.stringify(file)})`
    try {
      execFileSync('python3', ['-c', script], { stdio: 'pipe' })
    } catch {
      return skip('openpyxl is not there')
    }
    expect((await readTable(file)).table.rows).toEqual(ROWS)
  })

  it('is refused where it says that it unpacks to gigabytes, before it is unpacked', async () => {
    const bytes = await workbook((book) => book.addWorksheet('a').addRow(['x']))
    expect(unpackedSize(bytes)).toBeGreaterThan(1000)
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.writeUInt32LE(0xf0000000, entry + 24)
    await expect(tableOf(bytes, 'bomb.xlsx')).rejects.toThrow(/unpacks to more than a list can need/)
  })

  it('is refused where it is a zip of something else', async () => {
    const bytes = await workbook((book) => book.addWorksheet('a').addRow(['x']))
    const start = bytes.indexOf('xl/worksheets')
    bytes.fill(0x41, start, start + 200)
    await expect(tableOf(bytes, 'x.xlsx')).rejects.toMatchObject({ kind: 'not-a-table' })
  })
})
