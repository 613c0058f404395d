/** How a column's values are written and read. */
export type CellKind = 'text' | 'number' | 'instant' | 'day' | 'boolean' | 'link'

/** One column of a sheet. */
export interface Column {
  readonly title: string
  readonly kind: CellKind
  /** Width in characters. */
  readonly width: number
  /** Long text wraps; the default is one line. */
  readonly wrap?: boolean
}

/** A jump within the workbook: the text to show, and the sheet and row (1 is the first data row) to go to. */
export interface Link {
  readonly text: string
  readonly sheet: string
  readonly row?: number
}

/** What a cell may hold; text of any origin is written as text, never as a formula. */
export type Cell = string | number | boolean | Date | Link | null

/** Emphasis of a row, always told in words in a cell as well. */
export type Tone = 'plain' | 'heading' | 'good' | 'bad' | 'unknown' | 'muted'

/** One row. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly tone?: Tone
}

/**
 * A sheet is columns and rows as plain data; `excel.ts` draws any list of them. Rows are pulled once, in
 * order, and may be a generator over millions.
 */
export interface Sheet {
  /** At most 31 characters; `excel.ts` splits a sheet past Excel's row limit and numbers the parts. */
  readonly name: string
  /** Shown above the table: what the sheet is, its source and its as-of time. */
  readonly title: string
  readonly notes: readonly string[]
  readonly columns: readonly Column[]
  rows(): Iterable<Row>
}
