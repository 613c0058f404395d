import type { ListColumn } from '../../../shared/model/records/list-definition.ts'

/** A column of a list, found in a table. */
export interface FoundColumn {
  readonly column: ListColumn
  /** Position in the table, from 0. */
  readonly at: number
  /** The header as the table has it. */
  readonly header: string
}

/** Where the columns of a list are in a table. */
export interface Header {
  /** Position of the row with the headers, from 0; -1 where there is none. */
  readonly row: number
  readonly found: readonly FoundColumn[]
  /** Headers that belong to no column, and are not read. */
  readonly ignored: readonly string[]
  /** Headers that two columns of the table claim. */
  readonly twice: readonly string[]
  readonly missing: readonly ListColumn[]
}

/** Rows above the headers that people leave for titles. */
const TITLE_ROWS = 10

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

function headerAt(row: number, cells: readonly string[], columns: readonly ListColumn[]): Header {
  const found: FoundColumn[] = []
  const ignored: string[] = []
  const twice: string[] = []
  for (const [at, header] of cells.entries()) {
    const name = folded(header)
    if (name === '') continue
    const column = columns.find((one) => [one.field, one.header, ...one.synonyms].map(folded).includes(name))
    if (!column) ignored.push(header.trim())
    else if (found.some((one) => one.column === column)) twice.push(header.trim())
    else found.push({ column, at, header: header.trim() })
  }
  const missing = columns.filter((column) => column.required && !found.some((one) => one.column === column))
  return { row, found, ignored, twice, missing }
}

/** Looks for the row of headers among the first rows: the first that names every column that has to be there. */
export function findHeader(rows: readonly (readonly string[])[], columns: readonly ListColumn[]): Header {
  const candidates = rows.slice(0, TITLE_ROWS).map((cells, row) => headerAt(row, cells, columns))
  const whole = candidates.find((header) => header.missing.length === 0)
  if (whole) return whole
  const best = candidates.reduce<Header | null>(
    (most, one) => (one.found.length > (most?.found.length ?? 0) ? one : most),
    null,
  )
  return best ?? candidates[0] ?? headerAt(0, [], columns)
}

/** Pasted cells often come without headers: their columns are then those of the template, in its order. */
export function inTemplateOrder(columns: readonly ListColumn[]): Header {
  const found = columns.map((column, at) => ({ column, at, header: column.header }))
  return { row: -1, found, ignored: [], twice: [], missing: [] }
}
