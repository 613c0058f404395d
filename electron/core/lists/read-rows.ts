import type { z } from 'zod'
import type { ListColumn } from '../../../shared/model/records/list-definition.ts'
import { MOST_ROWS } from '../../../shared/model/records/lists.ts'
import type { TableFault } from '../../../shared/model/table.ts'
import type { Table } from '../tables/table.ts'
import { cellValue } from './cell-values.ts'
import { findHeader, type Header, inTemplateOrder } from './match-columns.ts'

/** What a table should be read as. */
export interface RowDefinition<Row> {
  readonly row: z.ZodType<Row>
  readonly columns: readonly ListColumn[]
  readonly key: readonly string[]
}

/** A row of a table that passed its schema. */
export interface ReadRow<Row> {
  /** As the spreadsheet counts it. */
  readonly n: number
  readonly row: Row
}

/** Everything that a table held, and everything that is wrong with it. */
export interface ReadRows<Row> {
  readonly rows: readonly ReadRow<Row>[]
  readonly header: Header
  readonly faults: readonly TableFault[]
  readonly notes: readonly string[]
}

const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text}”`

/**
 * Reads the rows of a table. Blank rows and rows that repeat another in every field are left out with a note;
 * everything else that is wrong is a fault with its row and column. `pasted` tables may come without headers.
 */
export function readRows<Row>(table: Table, definition: RowDefinition<Row>, pasted: boolean): ReadRows<Row> {
  const seen = findHeader(table.rows, definition.columns)
  const header = pasted && seen.found.length === 0 ? inTemplateOrder(definition.columns) : seen
  const notes = [...table.notes]
  if (header.row < 0)
    notes.push('No headers were found: the columns were taken in the order of the template.')
  if (header.ignored.length > 0)
    notes.push(`Not read: ${header.ignored.slice(0, 20).map(quoted).join(', ')}.`)
  const faults = headerFaults(header, table, definition.columns)
  if (faults.length > 0) return { rows: [], header, faults, notes }
  const body = bodyOf(table, header, definition)
  const apart = tellApart(body.rows, definition, header)
  const blank =
    body.blank > 0 ? [`${body.blank} blank ${body.blank === 1 ? 'row was' : 'rows were'} left out.`] : []
  return {
    rows: apart.rows,
    header,
    faults: [...body.faults, ...apart.faults].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    notes: [...notes, ...blank, ...apart.notes],
  }
}

function headerFaults(header: Header, table: Table, columns: readonly ListColumn[]): TableFault[] {
  const whole = (what: string): TableFault => ({ row: null, column: null, what })
  if (table.rows.length === 0) return [whole('the table is empty')]
  const rows = table.rows.length - header.row - 1
  if (rows > MOST_ROWS)
    return [whole(`it has more than ${MOST_ROWS.toLocaleString('en')} rows; give it in parts`)]
  const row = Math.max(header.row, 0) + 1
  const there = (table.rows[Math.max(header.row, 0)] ?? []).filter((cell) => cell.trim() !== '').slice(0, 12)
  const names = columns.map((one) => one.header).join(', ')
  return [
    ...header.twice.map((column) => ({ row, column, what: 'names a column that is already there' })),
    ...header.missing.map((column) => ({
      row,
      column: null,
      what: `there is no column ${quoted(column.header)} (${column.says}); found ${there.map(quoted).join(', ') || 'nothing'}; the columns are ${names}`,
    })),
  ]
}

function bodyOf<Row>(table: Table, header: Header, { row: schema }: RowDefinition<Row>) {
  const rows: ReadRow<Row>[] = []
  const faults: TableFault[] = []
  const formulas = new Set(table.formulas.map(({ row, column }) => `${row}/${column}`))
  const widest = Math.max(...(table.rows[Math.max(header.row, 0)] ?? []).map((_, at) => at + 1), 0)
  let blank = 0
  for (let at = header.row + 1; at < table.rows.length; at += 1) {
    const cells = table.rows[at] ?? []
    const n = at + 1
    const fault = (column: string | null, what: string) => faults.push({ row: n, column, what })
    const before = faults.length
    const read: Record<string, unknown> = {}
    for (const { column, at: place, header: name } of header.found) {
      const cell = cells[place] ?? ''
      if (formulas.has(`${at}/${place}`)) {
        fault(name, 'holds a formula; paste its value instead')
        continue
      }
      const value = cellValue(column.as, cell)
      if ('fault' in value) fault(name, `${quoted(cell.trim())} ${value.fault}`)
      else if (value.value !== null) read[column.field] = value.value
    }
    if (faults.length === before && cells.every((cell) => cell.trim() === '')) {
      blank += 1
      continue
    }
    if (cells.slice(widest).some((cell) => cell.trim() !== ''))
      fault(null, `has ${cells.length} cells, the headers are ${widest}; put cells with separators in quotes`)
    if (faults.length > before) continue
    const parsed = schema.safeParse(read)
    if (parsed.success) rows.push({ n, row: parsed.data })
    else for (const issue of parsed.error.issues) faults.push(issueFault(n, issue, header, cells))
  }
  return { rows, faults, blank }
}

function issueFault(
  n: number,
  issue: z.core.$ZodIssue,
  header: Header,
  cells: readonly string[],
): TableFault {
  const found = header.found.find(({ column }) => column.field === issue.path[0])
  const cell = found ? (cells[found.at] ?? '').trim() : ''
  const column = found?.header ?? String(issue.path[0] ?? '')
  return { row: n, column, what: cell === '' ? 'is missing' : `${quoted(cell)} ${issue.message}` }
}

/** Rows that agree in every field are one; rows that agree in their key only contradict each other. */
function tellApart<Row>(rows: readonly ReadRow<Row>[], { key, columns }: RowDefinition<Row>, header: Header) {
  const first = new Map<string, ReadRow<Row>>()
  const faults: TableFault[] = []
  const repeated: number[] = []
  const names = key.flatMap((field) => columns.filter((one) => one.field === field).map((one) => one.header))
  for (const one of rows) {
    const name = keyOf(one.row, key)
    const earlier = first.get(name)
    if (!earlier) first.set(name, one)
    else if (JSON.stringify(earlier.row) === JSON.stringify(one.row)) repeated.push(one.n)
    else
      faults.push({
        row: one.n,
        column: header.found.find(({ column }) => column.field === key[0])?.header ?? null,
        what: `says something else than row ${earlier.n} about the same ${names.join(' and ')}`,
      })
  }
  const notes =
    repeated.length === 0
      ? []
      : [
          `${repeated.length === 1 ? 'Row' : 'Rows'} ${repeated.slice(0, 10).join(', ')}${repeated.length > 10 ? ' …' : ''} only ${repeated.length === 1 ? 'repeats another row' : 'repeat other rows'} and ${repeated.length === 1 ? 'was' : 'were'} left out.`,
        ]
  return { rows: [...first.values()], faults, notes }
}

/** What tells a row from the others of its list. */
export function keyOf(row: unknown, key: readonly string[]): string {
  const fields = row as Readonly<Record<string, unknown>>
  return JSON.stringify(key.map((field) => fields[field] ?? null))
}
