import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { TableReading } from '../../../shared/contract-scope.ts'
import { problem } from '../../../shared/errors.ts'
import type { Json } from '../../../shared/model/json.ts'
import type { ListSource } from '../../../shared/model/records/lists.ts'
import type { TableFault } from '../../../shared/model/table.ts'
import { readTable, tableOfText } from '../tables/read-table.ts'
import { type ReadRows, type RowDefinition, readRows } from './read-rows.ts'

/** Faults that an answer carries; the rest is counted. */
export const MOST_FAULTS = 500

const SAMPLE = 20

/** What a face gives: a file, or a text that was pasted. */
export interface TableInput {
  readonly destination?: string | undefined
  readonly text?: string | undefined
}

/**
 * Reads the rows of a file or of a pasted text, with where they come from. Throws `wrong-use` where neither or
 * both are given, `cannot-read` and `not-a-table` where there is no table.
 */
export async function importTable<Row>(
  { destination, text }: TableInput,
  definition: RowDefinition<Row>,
): Promise<{ readonly read: ReadRows<Row>; readonly source: ListSource }> {
  if (destination !== undefined && text === undefined) {
    const { table, bytes } = await readTable(destination)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const source = { how: 'imported', file: basename(destination), sha256 } as const
    return { read: readRows(table, definition, false), source }
  }
  if (text === undefined || destination !== undefined)
    throw problem('wrong-use', {
      what: 'there is no table to read',
      remedy: 'give either a file or the text of a table',
    })
  return {
    read: readRows(tableOfText(text), definition, true),
    source: { how: 'pasted', file: null, sha256: null },
  }
}

/** A reading as faces show it; `more` are faults that only the caller can see. */
export function readingOf<Row>(read: ReadRows<Row>, more: readonly TableFault[] = []): TableReading {
  const faults = [...read.faults, ...more]
  return {
    rows: read.rows.length,
    columns: read.header.found.map(({ column, header }) => ({ field: column.field, header })),
    faults: faults.slice(0, MOST_FAULTS),
    faultsTotal: faults.length,
    notes: read.notes,
    sample: read.rows.slice(0, SAMPLE).map(({ row }) => row as Readonly<Record<string, Json>>),
  }
}
