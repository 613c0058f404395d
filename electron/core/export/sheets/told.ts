import { DATA_CLASS_WORDS } from '../../../../shared/model/records/data-class.ts'
import { type AnyList, listOf } from '../../../../shared/model/records/lists.ts'
import type { RecordItem, RecordKind } from '../../../../shared/model/records.ts'
import type { Row, Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { instant, prose, text } from './column.ts'
import { SHEET } from './names.ts'
import { counted } from './words.ts'

/** What people said of the scope, of apps and in lists, as it stood when the workbook was made; null where nothing was said. */
export function toldSheet(source: WorkbookSource): Sheet | null {
  const scope = source.records('scope')
  const tags = source.records('app-tag')
  const lists = source.records('list')
  if (scope.length + tags.length + lists.length === 0) return null
  return {
    name: SHEET.told,
    title: 'Scope and lists',
    about: `What people told: ${counted(tags.length, 'tagged app')}, ${counted(lists.length, 'list')}`,
    notes: [
      'What people said, not what Heroku answered. The checks take it as given: whether it is true is for its giver to show. A list of which only the headers stand here was given empty.',
    ],
    columns: [
      text('Kind', 26, { wrap: true }),
      prose('About', 34),
      prose('What was said', 70),
      text('Given by', 20, { wrap: true }),
      prose('Source', 30),
      instant('Recorded'),
      text('Recorded by', 22, { wrap: true }),
    ],
    *rows() {
      for (const record of scope) yield* scopeRows(record)
      for (const record of tags) yield tagRow(record)
      for (const record of lists) yield* listRows(record)
    },
  }
}

function line(
  record: RecordItem<RecordKind>,
  cells: readonly [kind: string, about: string, says: string, by: string | null, source: string | null],
): Row {
  return { cells: [...cells, record.at, record.by] }
}

function* scopeRows(record: RecordItem<'scope'>): Iterable<Row> {
  const { teams, spaces, apps, reason } = record.content
  const parts = [
    ['Teams', teams],
    ['Spaces', spaces],
    ['Apps', apps],
  ] as const
  for (const [what, names] of parts)
    yield line(record, [
      'Scope',
      what,
      names === null ? 'every one' : names.map(({ name }) => name).join(', ') || 'none',
      null,
      reason || null,
    ])
}

function tagRow(record: RecordItem<'app-tag'>): Row {
  const { name, dataClasses, environment, owner, criticality, internal } = record.content
  const said = [
    ['environment', environment],
    ['data', dataClasses?.map((one) => DATA_CLASS_WORDS[one].title).join(', ') ?? null],
    ['owner', owner],
    ['criticality', criticality],
    ['internal', internal === null ? null : internal ? 'yes' : 'no'],
  ].flatMap(([what, value]) => (value === null ? [] : [`${what}: ${value}`]))
  return line(record, ['Tag of an app', name, said.join('; ') || 'nothing', null, null])
}

function* listRows(record: RecordItem<'list'>): Iterable<Row> {
  const list: AnyList = record.content
  const { title, key, columns, emptyMeans } = listOf(list.kind)
  const { how, file, sha256 } = list.source
  const source = file === null ? how : `${how} from ${file}, SHA-256 ${sha256 ?? 'not kept'}`
  if (list.rows.length === 0)
    yield line(record, [title, 'empty', `It says that ${emptyMeans}.`, list.suppliedBy, source])
  for (const row of list.rows) {
    const fields = row as Readonly<Record<string, unknown>>
    const about = key.flatMap((field) => shown(fields[field])).join(', ')
    const said = columns
      .filter(({ field }) => !key.includes(field))
      .flatMap(({ field, header }) => shown(fields[field]).map((value) => `${header}: ${value}`))
    yield line(record, [title, about, said.join('; '), list.suppliedBy, source])
  }
}

function shown(value: unknown): readonly string[] {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return [Array.isArray(value) ? value.join(', ') : String(value)]
}
