import type { ListInfo } from '../../../shared/contract-scope.ts'
import { problem } from '../../../shared/errors.ts'
import type { Json } from '../../../shared/model/json.ts'
import {
  type AnyList,
  LIST_KINDS,
  type ListKind,
  type ListSource,
  listOf,
  MOST_ROWS,
} from '../../../shared/model/records/lists.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import { faultSentence } from '../../../shared/model/table.ts'
import { count } from '../checks/facts/words.ts'
import { importTable, readingOf } from '../lists/import-table.ts'
import { differenceOf, withRows } from '../lists/merge-rows.ts'
import { keyOf } from '../lists/read-rows.ts'
import { rowProposals } from '../scope/row-proposals.ts'
import { newestComplete } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { keepRecords, recordOf } from '../store/records.ts'
import { evidenceView } from './evidence-view.ts'
import { type Deps, type Handlers, who } from './handler.ts'

type Row = Readonly<Record<string, Json>>

function infoOf(kind: ListKind, record: RecordItem<'list'> | null): ListInfo {
  const { row: _, ...definition } = listOf(kind)
  if (!record) return { ...definition, kind, given: null }
  const { rows, suppliedBy, source } = record.content
  return {
    ...definition,
    kind,
    given: { rows: rows.length, suppliedBy, source, by: record.by, at: record.at, act: record.act },
  }
}

function rowsOf(db: ReadableDb, kind: ListKind): readonly Row[] {
  return (recordOf(db, 'list', kind)?.content.rows ?? []) as unknown as readonly Row[]
}

/** Rows as the schema of their kind keeps them. Throws `wrong-use` with the first row that breaks it. */
function parsedRows(kind: ListKind, rows: readonly unknown[]): readonly Row[] {
  const { row: schema, columns, key, title } = listOf(kind)
  const seen = new Set<string>()
  return rows.map((row, at) => {
    const refuse = (column: string | null, what: string) => {
      const sentence = faultSentence({ row: at + 1, column, what }).replace(/\.$/, '')
      return problem('wrong-use', {
        what: `${sentence} (${title})`,
        remedy: 'correct it; nothing was changed',
      })
    }
    const parsed = schema.safeParse(row)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const column = columns.find(({ field }) => field === issue?.path[0])
      throw refuse(column?.header ?? null, issue?.message ?? 'is not as it should be')
    }
    const name = keyOf(parsed.data, key)
    if (seen.has(name)) throw refuse(null, 'repeats a row above')
    seen.add(name)
    return parsed.data as Row
  })
}

function keep(
  deps: Deps,
  kind: ListKind,
  suppliedBy: string,
  source: ListSource,
  rows: readonly Row[],
  how: string,
) {
  if (rows.length > MOST_ROWS)
    throw problem('wrong-use', {
      what: `the list would have ${rows.length} rows, more than ${MOST_ROWS.toLocaleString('en')}`,
      remedy: 'leave some out',
    })
  const content = { kind, suppliedBy, source, rows } as unknown as AnyList
  const says = `list of ${listOf(kind).of}: ${count(rows.length, 'row')} ${how} for ${suppliedBy}`
  return keepRecords(deps.db, who(deps), says, [{ kind: 'list', key: kind, content }])
}

/** Lists that people give: typed, pasted, imported, or taken over from what the evidence suggests. */
export const listHandlers = {
  'list:kinds': ({ db }) => LIST_KINDS.map((kind) => infoOf(kind, recordOf(db, 'list', kind))),
  'list:window'({ db }, { kind, search, start, limit }) {
    const record = recordOf(db, 'list', kind)
    const words = search.trim().toLowerCase()
    const all = ((record?.content.rows ?? []) as unknown as readonly Row[]).map((row, n) => ({ n, row }))
    const found =
      words === ''
        ? all
        : all.filter(({ row }) =>
            Object.values(row).some((cell) =>
              String(cell ?? '')
                .toLowerCase()
                .includes(words),
            ),
          )
    return { info: infoOf(kind, record), total: found.length, start, rows: found.slice(start, start + limit) }
  },
  'list:proposals'({ db }, { kind, collectionId }) {
    const id = collectionId ?? newestComplete(db)?.id
    return id === undefined ? [] : [...rowProposals(evidenceView(db, id), kind, rowsOf(db, kind))]
  },
  'list:set': (deps, { kind, suppliedBy, rows }) =>
    keep(deps, kind, suppliedBy, TYPED, parsedRows(kind, rows), 'given'),
  'list:edit'(deps, { kind, suppliedBy, add, remove }) {
    const before = rowsOf(deps.db, kind)
    const gone = new Set(remove)
    const stranger = remove.find((n) => n >= before.length)
    if (stranger !== undefined)
      throw problem('wrong-use', {
        what: `the list has no row ${stranger}`,
        remedy: 'look at the list again',
      })
    const kept = before.filter((_, n) => !gone.has(n))
    const rows = withRows(kept, parsedRows(kind, add), listOf(kind).key)
    return keep(deps, kind, suppliedBy, TYPED, rows, `(${add.length} added, ${gone.size} removed)`)
  },
  async 'list:import'(deps, { kind, suppliedBy, mode, dryRun, ...input }) {
    const definition = listOf(kind)
    const { read, source } = await importTable(input, definition)
    const before = rowsOf(deps.db, kind)
    const given = read.rows.map(({ row }) => row as Row)
    const rows = mode === 'add' ? withRows(before, given, definition.key) : given
    const reading = readingOf(read)
    const difference = differenceOf(before, rows, definition.key)
    const refused = dryRun || reading.faultsTotal > 0
    const from = source.file === null ? 'pasted' : `imported from ${source.file}`
    return {
      act: refused ? null : keep(deps, kind, suppliedBy, source, rows, from),
      reading,
      ...(reading.faultsTotal > 0 ? { added: 0, changed: 0, removed: 0, kept: before.length } : difference),
    }
  },
  'list:remove'(deps, { kind }) {
    if (!recordOf(deps.db, 'list', kind))
      throw problem('wrong-use', { what: `no list of ${listOf(kind).of} was given`, remedy: 'give it first' })
    const says = `list of ${listOf(kind).of} removed`
    return keepRecords(deps.db, who(deps), says, [{ kind: 'list', key: kind, content: null }])
  },
} satisfies Partial<Handlers>

const TYPED: ListSource = { how: 'typed', file: null, sha256: null }
