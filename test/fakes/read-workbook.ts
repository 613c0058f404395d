import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** A cell as openpyxl tells it: dates in an object of their own. */
export type ReadCell = string | number | boolean | null | { readonly date: string }

/** A sheet as openpyxl tells it. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly ReadCell[])[]
  /** Cell address to where it jumps. */
  readonly links: Readonly<Record<string, string>>
  /** Addresses of the cells that Excel treats as typed with an apostrophe. */
  readonly quoted: readonly string[]
  /** openpyxl's letters for what the cells hold: s text, n number, d date, f formula … */
  readonly types: readonly string[]
  /** Number formats of the last row. */
  readonly formats: Readonly<Record<string, string>>
  readonly frozen: string | null
  readonly filter: string | null
  readonly merged: readonly string[]
  readonly printTitleRows: string | null
  readonly orientation: string
  readonly fitToWidth: number
  readonly fitToHeight: number
  readonly header: readonly (string | null)[]
  readonly footer: readonly (string | null)[]
  readonly widths: Readonly<Record<string, number>>
}

/** A workbook as openpyxl tells it. */
export interface ReadWorkbook {
  readonly creator: string
  readonly title: string
  readonly sheets: readonly ReadSheet[]
}

const script = join(import.meta.dirname, 'read-workbook.py')

function told(words: readonly string[]): unknown {
  return JSON.parse(
    execFileSync('/usr/bin/python3', [script, ...words], { encoding: 'utf8', maxBuffer: 1 << 30 }),
  )
}

/** Reads a workbook with a library that is not the one that wrote it. */
export function readWorkbook(file: string): ReadWorkbook {
  return told([file]) as ReadWorkbook
}

/** Names and numbers of rows of all sheets, for files too large to read whole. */
export function countWorkbook(file: string): { sheets: { name: string; rows: number }[] } {
  return told([file, '--counts']) as { sheets: { name: string; rows: number }[] }
}

/** The raw text of every part of the file, by its name. */
export function partsOfWorkbook(file: string): Readonly<Record<string, string>> {
  return told([file, '--parts']) as Record<string, string>
}

/** The data rows of a sheet as objects, by the titles of its columns; the title row is where the filter begins. */
export function tableOf(workbook: ReadWorkbook, name: string): Record<string, ReadCell>[] {
  const sheet = workbook.sheets.find((one) => one.name === name)
  if (!sheet?.filter)
    throw new Error(`no table ${name}: ${workbook.sheets.map((one) => one.name).join(', ')}`)
  const head = Number(/\d+/.exec(sheet.filter)?.[0])
  const titles = sheet.rows[head - 1] ?? []
  return sheet.rows
    .slice(head)
    .map((row) => Object.fromEntries(titles.map((title, index) => [String(title), row[index] ?? null])))
}
