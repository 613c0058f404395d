import { Readable } from 'node:stream'
import type Excel from 'exceljs'
import { isProblem, problem } from '../../../shared/errors.ts'
import { MOST_TABLE_ROWS, type Table } from './table.ts'
import { unpackedSize } from './zip-sizes.ts'

/** A workbook of 100,000 rows unpacks to some 60 MB; what says it is larger than this is no list. */
const MOST_UNPACKED = 400 * 1024 * 1024

interface Cell {
  readonly text: string
  readonly formula: boolean
}

function cellOf(value: Excel.CellValue): Cell {
  if (value === null || value === undefined) return { text: '', formula: false }
  if (value instanceof Date) return { text: dayOf(value), formula: false }
  if (typeof value !== 'object') return { text: String(value), formula: false }
  if ('formula' in value || 'sharedFormula' in value) return { text: '', formula: true }
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join(''), formula: false }
  if ('hyperlink' in value) return cellOf(value.text)
  return { text: 'error' in value ? value.error : '', formula: false }
}

function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
}

/** The cells of the first sheet that holds any, row by row; rows that the file leaves out are blank. */
async function firstSheet(
  bytes: Buffer,
): Promise<{ readonly name: string; readonly rows: Cell[][]; readonly others: number }> {
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  } as const
  let found: { name: string; rows: Cell[][] } | null = null
  let [sheets, others] = [0, 0]
  // Takes half a second to load; whoever gives no spreadsheet never waits for it.
  const { default: excel } = await import('exceljs')
  for await (const sheet of new excel.stream.xlsx.WorkbookReader(Readable.from([bytes]), options)) {
    sheets += 1
    const rows: Cell[][] = []
    for await (const row of sheet) {
      if (found !== null || rows.length >= MOST_TABLE_ROWS) break
      while (rows.length < Math.min(row.number - 1, MOST_TABLE_ROWS)) rows.push([])
      const values = Array.isArray(row.values) ? row.values.slice(1) : []
      rows.push(Array.from(values, cellOf))
    }
    if (found !== null) others += 1
    else if (rows.some((row) => row.some(({ text, formula }) => text !== '' || formula)))
      found = { name: 'name' in sheet ? String(sheet.name) : '', rows }
  }
  if (sheets === 0) throw new TypeError('an archive without a sheet')
  return { name: found?.name ?? '', rows: found?.rows ?? [], others }
}

/**
 * Reads the first filled sheet of an `.xlsx` workbook. Formulas are told, not computed: what they showed last
 * is not what a person typed. Throws `not-a-table` where the workbook cannot be read or unpacks too large.
 */
export async function readSpreadsheet(bytes: Buffer, file: string): Promise<Table> {
  const size = unpackedSize(bytes)
  if (size === null) throw problem('not-a-table', { file, why: 'it is no whole workbook' })
  if (size > MOST_UNPACKED)
    throw problem('not-a-table', { file, why: 'it unpacks to more than a list can need' })
  try {
    const { name, rows, others } = await firstSheet(bytes)
    const formulas = rows.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell.formula ? [{ row: at, column }] : [])),
    )
    const told =
      others > 0 ? ` ${others === 1 ? 'One more sheet was' : `${others} more sheets were`} not read.` : ''
    return {
      rows: rows.map((row) => row.map(({ text }) => text)),
      formulas,
      notes: [`Read from sheet ${name}.${told}`],
    }
  } catch (error) {
    if (isProblem(error)) throw error
    throw problem('not-a-table', { file, why: 'it is no workbook that can be read' }, error)
  }
}
