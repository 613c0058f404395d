/** How a column's values are written and read. `count` has separators, `number` has none; `instant` and `day` also take ISO text; `boolean` reads yes or no. */
export type CellKind = 'text' | 'number' | 'count' | 'instant' | 'day' | 'boolean' | 'link'

/** One column of a sheet. */
export interface Column {
  readonly title: string
  readonly kind: CellKind
  /** Width in characters. */
  readonly width: number
  /** Long text wraps; the default is one line. */
  readonly wrap?: boolean
  /** The cell of a `good`, `bad` or `unknown` row that is tinted: the one that says the word. */
  readonly toned?: boolean
}

/** A jump within the workbook: what to show, and the sheet and row (1 is the first data row) to go to. */
export interface Link {
  /** Shown on one line: not every program wraps a link. */
  readonly text: string | number
  /** Name of a sheet as its `Sheet.name` says it; a link to a sheet that is not there stays plain text. */
  readonly sheet: string
  readonly row?: number
}

/** A field that is left empty for a person to fill in; drawn as one. */
export interface FillIn {
  readonly fillIn: true
}

/** A field that is left empty for a person to fill in. */
export const FILL_IN: FillIn = { fillIn: true }

/** What a cell may hold; text of any origin is written as text, never as a formula. */
export type Cell = string | number | boolean | Date | Link | FillIn | null

/** Emphasis of a row, always told in words in a cell as well. */
export type Tone = 'plain' | 'heading' | 'good' | 'bad' | 'unknown' | 'muted'

/** One row. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly tone?: Tone
}

/** Which part of the workbook a sheet belongs to: the colour of its tab. */
export type SheetGroup = 'front' | 'controls' | 'results' | 'evidence' | 'provenance'

/**
 * A sheet is columns and rows as plain data; `excel.ts` draws any list of them. Rows are pulled once, in
 * order, and may be a generator over millions.
 */
export interface Sheet {
  /** Unique within the workbook. `excel.ts` makes it fit Excel's rules, and numbers the parts of a split sheet. */
  readonly name: string
  /** Shown above the table: what the sheet is. */
  readonly title: string
  /** What is in it, in one line for the table of contents; the default is the title. */
  readonly about?: string
  /** Lines below the title: source, as-of time, how to read it. Few and short: they stay in view. */
  readonly notes: readonly string[]
  readonly columns: readonly Column[]
  readonly group?: SheetGroup
  /** `page` is read from top to bottom, upright and without a header row; the default is a table with a filter. */
  readonly layout?: 'table' | 'page'
  rows(): Iterable<Row>
}
