import type { Json } from '../../../shared/model/json.ts'
import type { ListColumn } from '../../../shared/model/records/list-definition.ts'

/** What a person typed into the cells of a row, by field. */
export type TypedRow = Readonly<Record<string, string>>

/** A typed cell as the row keeps it: empty is nothing, `many` is split at semicolons and line breaks. */
export function cellValue({ as }: Pick<ListColumn, 'as'>, typed: string): Json {
  const text = typed.trim()
  if (as === 'many')
    return text
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
  if (text === '') return null
  if (as === 'number') return Number(text.replaceAll(',', ''))
  if (as === 'yes-no') return /^(y|yes|true|1)$/i.test(text)
  return text
}

/** The row that the typed cells make. */
export function rowOf(columns: readonly ListColumn[], typed: TypedRow): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    columns.map((column) => [column.field, cellValue(column, typed[column.field] ?? '')]),
  )
}

/** A row as it would be typed. */
export function typedOf(columns: readonly ListColumn[], row: Readonly<Record<string, Json>>): TypedRow {
  return Object.fromEntries(
    columns.map(({ field }) => {
      const value = row[field] ?? null
      if (value === null) return [field, '']
      if (typeof value === 'boolean') return [field, value ? 'yes' : 'no']
      return [field, Array.isArray(value) ? value.join('; ') : String(value)]
    }),
  )
}

/** Whether everything that a row has to have was typed. */
export function isWhole(columns: readonly ListColumn[], typed: TypedRow): boolean {
  return columns.every(({ field, required }) => !required || (typed[field] ?? '').trim() !== '')
}

/** The headers of a list and one example row, as cells for a spreadsheet. */
export function templateOf(columns: readonly ListColumn[]): string {
  return [columns.map(({ header }) => header), columns.map(({ example }) => example)]
    .map((cells) => cells.join('\t'))
    .join('\n')
}
