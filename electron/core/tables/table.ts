/** A table that a person gave, as plain text: what a spreadsheet shows, days as `2026-11-21`. */
export interface Table {
  /** Row by row, blank rows included, so that `rows[n]` is row n + 1 of the spreadsheet. */
  readonly rows: readonly (readonly string[])[]
  /** Cells that hold a formula: the position of the row and of the column, both from 0. */
  readonly formulas: readonly { readonly row: number; readonly column: number }[]
  /** What was noticed on the way, as sentences: the encoding, the sheet that was read. */
  readonly notes: readonly string[]
}

/** Largest file that is read as a table. */
export const LARGEST_TABLE = 64 * 1024 * 1024

/** Rows that are read at most, the header included; one more tells that there are too many. */
export const MOST_TABLE_ROWS = 100_011
