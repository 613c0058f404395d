import { columnsOf, cut, pad, plain } from './screen-text.ts'

/** A column of a printed table. */
export interface TableColumn {
  readonly title: string
  readonly align?: 'left' | 'right'
  /** Gives up width first where the table is wider than the terminal. */
  readonly gives?: boolean
}

const GAP = '  '
const LEAST = 8
const LONGEST = 80

/**
 * Draws rows under titles. On a terminal (`width` columns) long cells of the columns that give are cut, so that
 * a row stays on one line; without a width nothing but the rule under the last title is cut.
 */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number | null,
): string[] {
  const cells = [columns.map((column) => column.title), ...rows.map((row) => row.map(plain))]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => columnsOf(row[at] ?? ''))))
  if (width !== null) shrink(widths, columns, width)
  const lines = cells.map((row) =>
    columns
      .map((column, at) => pad(cut(row[at] ?? '', widths[at] ?? 0), widths[at] ?? 0, column.align))
      .join(GAP)
      .trimEnd(),
  )
  const last = widths.length - 1
  const rule = widths
    .map((columns, at) => '─'.repeat(at === last ? Math.min(columns, LONGEST) : columns))
    .join(GAP)
  const whole = [lines[0] ?? '', rule, ...lines.slice(1)]
  return width === null ? whole : whole.map((line) => cut(line, width))
}

/** Takes width from the widest column that gives until the row fits or none has more to give. */
function shrink(widths: number[], columns: readonly TableColumn[], width: number): void {
  const giving = columns.flatMap((column, at) => (column.gives ? [at] : []))
  const over = () => widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1) - width
  for (let extra = over(); extra > 0; extra = over()) {
    const [widest = -1, second = -1] = giving.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))
    const now = widths[widest] ?? 0
    if (now <= LEAST) return
    const lead = now - Math.max(LEAST, widths[second] ?? 0)
    widths[widest] = Math.max(LEAST, now - Math.min(extra, Math.max(1, lead)))
  }
}

/** Draws names and values, one pair a line, values aligned. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(...pairs.map(([name]) => columnsOf(name)))
  return pairs.map(([name, value]) => `${pad(name, width)}${GAP}${plain(value)}`)
}
