import type { z } from 'zod'

/** How the text of a cell becomes a value: `many` is split at semicolons and line breaks. */
export type CellKind = 'text' | 'day' | 'yes-no' | 'number' | 'many'

/** A column of a list, as a template shows it and an import finds it. */
export interface ListColumn {
  /** The field of the row's schema. */
  readonly field: string
  readonly header: string
  /** Other headers that people use; compared without case, blanks and punctuation. */
  readonly synonyms: readonly string[]
  readonly says: string
  readonly as: CellKind
  readonly required: boolean
  /** One plausible cell, for the template. */
  readonly example: string
}

/** A kind of list: what it is for, what a row holds, how it is imported, and which checks need it. */
export interface ListDefinition<Row extends z.ZodType = z.ZodType> {
  readonly title: string
  /** As in «No list of … was given»: `approved log hosts`. */
  readonly of: string
  /** Why somebody should give it. */
  readonly says: string
  readonly row: Row
  readonly columns: readonly ListColumn[]
  /** Fields that together tell rows apart: two rows that agree in all of them are a duplicate. */
  readonly key: readonly string[]
  /** Ids of the checks that ask for it. */
  readonly checks: readonly string[]
  /** The list may be given empty, which says that there is none: a check can pass on it. */
  readonly emptyMeans: string
}

/** Keeps the type of a definition's row. */
export function list<Row extends z.ZodType>(definition: ListDefinition<Row>): ListDefinition<Row> {
  return definition
}

type More = Partial<Pick<ListColumn, 'synonyms' | 'as' | 'required'>>

/** Writes a column: a text that has to be there unless `more` says otherwise. */
export function column(
  field: string,
  header: string,
  says: string,
  example: string,
  more: More = {},
): ListColumn {
  return { field, header, says, example, synonyms: [], as: 'text', required: true, ...more }
}

/** Writes a column that may be empty or left out. */
export function maybe(
  field: string,
  header: string,
  says: string,
  example: string,
  more: More = {},
): ListColumn {
  return column(field, header, says, example, { ...more, required: false })
}
