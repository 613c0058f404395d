import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { problem } from '../../../shared/errors.ts'
import { ordinaryFile, toRead } from '../ordinary-file.ts'
import { readDelimited } from './delimited.ts'
import { textOf } from './encoding.ts'
import { readSpreadsheet } from './spreadsheet.ts'
import { LARGEST_TABLE, type Table } from './table.ts'

const startsWith = (bytes: Buffer, ...start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte)

/** Reads a table from the bytes of a file: CSV, TSV or a workbook, told by what is in it, not by its name. */
export async function tableOf(bytes: Buffer, file: string): Promise<Table> {
  if (startsWith(bytes, 0x50, 0x4b)) return readSpreadsheet(bytes, file)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw problem('not-a-table', { file, why: 'it is an old Excel file, or one with a password' })
  const { text, encoding } = textOf(bytes, file)
  const table = readDelimited(text, file)
  return { ...table, notes: encoding === 'UTF-8' ? table.notes : [`Read as ${encoding}.`, ...table.notes] }
}

/** Reads a table from a pasted text: as a spreadsheet copies it, or with separators. */
export function tableOfText(text: string): Table {
  return readDelimited(text.replace(/^\ufeff/, ''), 'the pasted text')
}

/** Reads a table from a file, with the bytes that it was read from. Throws `cannot-read` and `not-a-table`. */
export async function readTable(path: string): Promise<{ readonly table: Table; readonly bytes: Buffer }> {
  const file = basename(path)
  const bytes = bytesOf(path, file)
  return { table: await tableOf(bytes, file), bytes }
}

function bytesOf(path: string, file: string): Buffer {
  const { size } = ordinaryFile(path)
  if (size > LARGEST_TABLE)
    throw problem('not-a-table', { file, why: `it has more than ${LARGEST_TABLE / 1024 / 1024} MB` })
  return toRead(path, () => readFileSync(path))
}
