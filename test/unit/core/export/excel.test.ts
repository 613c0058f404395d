import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type WorkbookOptions, writeWorkbook } from '../../../../electron/core/export/excel.ts'
import { fileProblem } from '../../../../electron/core/export/new-file.ts'
import {
  type Cell,
  type Column,
  FILL_IN,
  type Row,
  type Sheet,
} from '../../../../electron/core/export/sheet.ts'
import { partsOfWorkbook, readWorkbook } from '../../../fakes/read-workbook.ts'

const options: WorkbookOptions = {
  title: 'Evidence & workpapers',
  author: 'ana@laptop',
  organisation: 'R&D "Rot & Gelb" GmbH',
  footer: 'Evidence Locker 0.1.0',
  createdAt: new Date('2026-11-21T09:30:00Z'),
}

const column = (title: string, kind: Column['kind'], width = 20): Column => ({ title, kind, width })

function sheet(
  name: string,
  columns: readonly Column[],
  rows: readonly Row[] | (() => Iterable<Row>),
): Sheet {
  return {
    name,
    title: `About ${name}`,
    notes: ['Where it comes from.'],
    columns,
    rows: typeof rows === 'function' ? rows : () => rows,
  }
}

const texts = (...cells: Cell[]): Row[] => cells.map((cell) => ({ cells: [cell] }))

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  file = join(folder, 'workpapers.xlsx')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (sheets: readonly Sheet[], more: Partial<WorkbookOptions> = {}) =>
  writeWorkbook(sheets, file, { ...options, ...more })

describe('a workbook', () => {
  it('tells what it left behind', async () => {
    const made = await write([sheet('One', [column('A', 'text')], texts('a', 'b'))])
    expect(made).toMatchObject({ file, sheets: [{ name: 'One', rows: 2 }] })
    expect(made.bytes).toBe(statSync(file).size)
    expect(made.sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'))
    expect(readdirSync(folder)).toEqual(['workpapers.xlsx'])
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('is set up for reading and for print', async () => {
    await write([sheet('One', [column('A', 'text', 12), column('B', 'number', 30)], [{ cells: ['a', 1] }])])
    const { title, creator, sheets } = readWorkbook(file)
    expect([title, creator]).toEqual([options.title, options.author])
    expect(sheets[0]).toMatchObject({
      rows: [
        ['About One', null],
        ['Where it comes from.', null],
        ['A', 'B'],
        ['a', 1],
      ],
      frozen: 'A4',
      filter: 'A3:B4',
      printTitleRows: '$3:$3',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      widths: { A: 12, B: 30 },
    })
    // `&&` is one ampersand in print, `&P` and `&N` are Excel's fields.
    expect(sheets[0]?.header.join('|')).toBe(' R&&D "Rot && Gelb" GmbH| Evidence && workpapers|&A')
    expect(sheets[0]?.footer.join('|')).toBe(' Evidence Locker 0.1.0|Page &P of &N')
  })

  it('draws a page upright, without filter and column titles', async () => {
    await write([{ ...sheet('Cover', [column('A', 'text')], texts('a')), layout: 'page' }])
    expect(readWorkbook(file).sheets[0]).toMatchObject({
      rows: [['About Cover'], ['Where it comes from.'], [null], ['a']],
      frozen: null,
      filter: null,
      orientation: 'portrait',
    })
  })

  it('writes times in UTC and days as Excel dates, and what is none as text', async () => {
    const moments = [
      '2026-11-21T09:30:15.250Z',
      '2026-11-21T10:30:15+01:00',
      'yesterday',
      '1899-12-31T00:00:00Z',
    ]
    await write([
      sheet('When', [column('A', 'instant')], texts(...moments, new Date(Number.NaN), new Date(0))),
      sheet('Day', [column('A', 'day')], texts('2026-11-21', null)),
    ])
    const [when, day] = readWorkbook(file).sheets
    expect(when?.rows.slice(3).flat()).toEqual([
      { date: '2026-11-21T09:30:15.250000' },
      { date: '2026-11-21T09:30:15' },
      'yesterday',
      '1899-12-31T00:00:00Z',
      'not a date',
      { date: '1970-01-01T00:00:00' },
    ])
    expect(when?.formats).toEqual({ A9: 'yyyy-mm-dd hh:mm:ss' })
    expect(day?.rows[3]).toEqual([{ date: '2026-11-21T00:00:00' }])
  })

  it('says yes and no in words, and leaves fields to fill in empty', async () => {
    await write([
      sheet('One', [column('A', 'boolean')], texts(true, false, null, FILL_IN, Number.POSITIVE_INFINITY)),
    ])
    expect(readWorkbook(file).sheets[0]?.rows.slice(3).flat()).toEqual(['yes', 'no', null, null, 'Infinity'])
  })

  it('keeps text as text that Excel would compute', async () => {
    const hostile = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '=HYPERLINK("http://evil","x")',
      "=cmd|' /C calc'!A0",
    ]
    await write([sheet('One', [column('A', 'text')], texts(...hostile, 'harmless'))])
    const [one] = readWorkbook(file).sheets
    expect(one?.rows.slice(3).flat()).toEqual([...hostile, 'harmless'])
    expect(one?.types).toEqual(['s'])
    expect(one?.quoted).toEqual(hostile.map((_text, index) => `A${index + 4}`))
  })

  it('jumps to rows and sheets; a jump to nowhere is plain text', async () => {
    const links = [
      { text: 'row', sheet: 'It’s: here', row: 2 },
      { text: 'sheet', sheet: 'It’s: here' },
      { text: 'nowhere', sheet: 'Absent' },
    ]
    await write([
      sheet('One', [column('A', 'link')], texts(...links)),
      sheet('It’s: here', [column('A', 'text')], texts('a', 'b')),
    ])
    const [one] = readWorkbook(file).sheets
    expect(one?.links).toEqual({ A4: "'It’s here'!A5", A5: "'It’s here'!A1" })
    expect(one?.rows.slice(3).flat()).toEqual(['row', 'sheet', 'nowhere'])
  })

  it('stops linking where Excel stops, and goes on with text', async () => {
    const link = { text: 'go', sheet: 'Many', row: 1 }
    await write([
      sheet('Many', [column('A', 'link')], () => Array.from({ length: 65_540 }, () => ({ cells: [link] }))),
    ])
    const xml = partsOfWorkbook(file)['xl/worksheets/sheet1.xml'] ?? ''
    expect(xml.match(/<hyperlink /g)).toHaveLength(65_530)
    expect(xml.match(/<v>go<\/v>/g)).toHaveLength(65_540)
  })

  it('goes on in a further sheet where one is full, losing no row', async () => {
    const rows = Array.from({ length: 25 }, (_none, index) => ({ cells: [index] }))
    const exact = rows.slice(0, 7)
    const made = await write(
      [sheet('Events', [column('A', 'number')], rows), sheet('Exact', [column('A', 'number')], exact)],
      { maxRows: 10 },
    )
    expect(made.sheets.map((part) => [part.name, part.rows])).toEqual([
      ['Events', 7],
      ['Events 2', 7],
      ['Events 3', 7],
      ['Events 4', 4],
      ['Exact', 7],
    ])
    const { sheets } = readWorkbook(file)
    const numbers = sheets.slice(0, 4).flatMap((part) => part.rows.slice(3).flat())
    expect(numbers).toEqual(rows.map((row) => row.cells[0]))
    expect(sheets[1]?.rows[0]).toEqual(['About Events (part 2)'])
  })

  it('draws a sheet without rows', async () => {
    const made = await write([sheet('None', [column('A', 'text')], [])])
    expect(made.sheets).toEqual([{ name: 'None', rows: 0 }])
    expect(readWorkbook(file).sheets[0]?.filter).toBe('A3:A3')
  })

  it('never runs far ahead of the disk, however many rows come', async () => {
    let ahead = 0
    const rows = function* () {
      for (let row = 0; row < 30_000; row += 1) {
        if (row % 5000 === 4999) {
          const written = readdirSync(folder).reduce(
            (sum, name) => sum + statSync(join(folder, name)).size,
            0,
          )
          ahead = Math.max(ahead, row * 750 - written)
        }
        yield { cells: [randomBytes(750).toString('base64')] }
      }
    }
    await write([sheet('Noise', [column('A', 'text')], rows)])
    expect(statSync(file).size).toBeGreaterThan(22_000_000)
    expect(ahead).toBeLessThan(4_000_000)
  })

  it('tells its progress and gives others a turn', async () => {
    const told: string[] = []
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const rows = () => Array.from({ length: 5000 }, (_none, index) => ({ cells: [index] }))
    await write([sheet('One', [column('A', 'number')], rows)], {
      onProgress: (now) => told.push(`${now.sheet} ${now.rows}`),
    })
    clearInterval(timer)
    expect(told).toContain('One 1000')
    expect(told.at(-1)).toBe('One 5000')
    expect(turns).toBeGreaterThan(0)
  })
})

describe('a workbook that cannot be written', () => {
  const many = (stop: (row: number) => void) =>
    sheet('Many', [column('A', 'number')], function* () {
      for (let row = 0; row < 1_000_000; row += 1) {
        stop(row)
        yield { cells: [row] }
      }
    })

  it('leaves a file alone that is already there', async () => {
    writeFileSync(file, 'precious')
    await expect(write([sheet('One', [], [])])).rejects.toMatchObject({ kind: 'already-there' })
    expect(readFileSync(file, 'utf8')).toBe('precious')
    await write([sheet('One', [column('A', 'text')], [])], { overwrite: true })
    expect(readWorkbook(file).sheets).toHaveLength(1)
    expect(readdirSync(folder)).toEqual(['workpapers.xlsx'])
  })

  it('leaves a file alone that appears meanwhile', async () => {
    const late = sheet('One', [column('A', 'text')], () => {
      writeFileSync(file, 'precious')
      return texts('a')
    })
    await expect(write([late])).rejects.toMatchObject({ kind: 'already-there' })
    expect(readFileSync(file, 'utf8')).toBe('precious')
    expect(readdirSync(folder)).toEqual(['workpapers.xlsx'])
  })

  it('leaves nothing when cancelled', async () => {
    const cancel = new AbortController()
    const stop = (row: number) => (row === 20_000 ? cancel.abort() : undefined)
    await expect(write([many(stop)], { signal: cancel.signal })).rejects.toMatchObject({ kind: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves nothing when its source fails', async () => {
    const stop = (row: number) => {
      if (row === 20_000) throw new Error('the source broke')
    }
    await expect(write([many(stop)])).rejects.toThrow('the source broke')
    expect(readdirSync(folder)).toEqual([])
  })

  it('names the folder that is not there', async () => {
    const lost = join(folder, 'no', 'where.xlsx')
    await expect(writeWorkbook([], lost, options)).rejects.toMatchObject({
      kind: 'cannot-write',
      what: `${lost} cannot be written (its folder does not exist)`,
    })
    writeFileSync(file, '')
    const under = join(file, 'x.xlsx')
    await expect(writeWorkbook([], under, options)).rejects.toMatchObject({ kind: 'cannot-write' })
    expect(existsSync(under)).toBe(false)
  })

  it('tells a full disk from a forbidden one, and from a mistake of our own', () => {
    const of = (code: string) => fileProblem(Object.assign(new Error(code), { code }), '/x')
    expect(of('ENOSPC')).toMatchObject({ kind: 'disk-full' })
    expect(of('EDQUOT')).toMatchObject({ kind: 'disk-full' })
    expect(of('EROFS')).toMatchObject({
      kind: 'cannot-write',
      what: '/x cannot be written (the disk is read-only)',
    })
    expect(of('ERR_INVALID_ARG_TYPE')).not.toHaveProperty('kind')
  })
})
