import Papa from 'papaparse'
import { problem } from '../../../shared/errors.ts'
import { MOST_TABLE_ROWS, type Table } from './table.ts'

const SEPARATORS = [',', ';', '\t', '|'] as const
const NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

function rowsOf(text: string, delimiter: string, preview: number) {
  return Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false })
}

/** The separator that makes the first rows agree in their number of cells, and has the most of them. */
function separatorOf(text: string): string {
  const scored = SEPARATORS.map((delimiter) => {
    const rows = rowsOf(text, delimiter, 20).data.filter((row) => row.length > 1 || row[0] !== '')
    const width = rows[0]?.length ?? 0
    const agreeing = rows.filter((row) => row.length === width).length
    return { delimiter, score: width > 1 ? agreeing / rows.length + width / 1000 : 0 }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

/**
 * Reads a text with separators: commas, semicolons, tabs or bars, quoted or not, and Excel's `sep=;` line.
 * Throws `not-a-table` where a quotation mark is not closed, because everything after it would be one cell.
 */
export function readDelimited(text: string, file: string): Table {
  const told = /^sep=(.)\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const delimiter = told?.[1] ?? separatorOf(body)
  const { data, errors } = rowsOf(body, delimiter, MOST_TABLE_ROWS)
  const open = errors.find((error) => error.type === 'Quotes')
  if (open)
    throw problem('not-a-table', {
      file,
      why: `a quotation mark in row ${(open.row ?? 0) + 1} is not closed, or text stands behind one`,
    })
  while (data.length > 0 && data.at(-1)?.every((cell) => cell.trim() === '')) data.pop()
  const formulas = data.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell.startsWith('=') ? [{ row: at, column }] : [])),
  )
  const wide = data.some((row) => row.length > 1)
  return {
    rows: data,
    formulas,
    notes: wide ? [`Read with ${NAMES[delimiter] ?? delimiter} between cells.`] : [],
  }
}
