import { type CellStyle, headStyle, NOTE, type styleBook, TITLE } from './cell-style.ts'
import { readableText } from './cell-text.ts'
import { drawCell } from './cell-value.ts'
import { heightOf, linesOf, rowHeight } from './row-height.ts'
import { cellXml, rowXml } from './row-xml.ts'
import type { Row, Sheet } from './sheet.ts'
import type { Plan, PlannedSheet } from './sheet-plan.ts'

/** The little that drawing needs of a worksheet of exceljs' streaming writer. */
export interface Paper {
  getRow(number: number): PaperRow
  mergeCells(top: number, left: number, bottom: number, right: number): void
  autoFilter?: unknown
}

/** A row of it: written once, then committed and forgotten. */
export interface PaperRow {
  values: unknown
  height: number
  getCell(column: number): { style: unknown; readonly address: string }
  commit(): void
}

/** Where a jump within the workbook starts and ends, such as `A7` and `'Evidence'!A12`. */
export interface Jump {
  readonly address: string
  readonly target: string
}

/** Hyperlinks that Excel takes in one sheet; it repairs away what is over. Source: Excel specifications. */
const MOST_LINKS = 65_530

/** Characters of a line that a person sees without scrolling sideways. */
const IN_VIEW = 120

/** How much of a column bold letters leave. */
const BOLD = 0.9

function putLine(paper: Paper, number: number, text: string, style: CellStyle, height: number): PaperRow {
  const row = paper.getRow(number)
  row.values = [readableText(text)]
  row.getCell(1).style = style
  row.height = height
  return row
}

/** Writes a note across the columns in view, as high as its text needs. */
function putNote(paper: Paper, number: number, text: string, columns: Sheet['columns']): void {
  let last = 0
  let width = 0
  while (last < columns.length && width < IN_VIEW) width += columns[last++]?.width ?? 0
  const row = putLine(paper, number, text, NOTE, heightOf(linesOf(text, width)))
  if (last > 1) paper.mergeCells(number, 1, number, last)
  row.commit()
}

/** Draws what stands above the data: title, notes, and the column titles of a table. */
export function drawTop(paper: Paper, place: PlannedSheet, part: number): void {
  const { sheet, headRow } = place
  const title = part === 1 ? sheet.title : `${sheet.title} (part ${part})`
  putLine(paper, 1, title, TITLE, 24).commit()
  for (const [index, note] of sheet.notes.entries()) putNote(paper, index + 2, note, sheet.columns)
  if (headRow === 0) return
  const head = paper.getRow(headRow)
  head.values = sheet.columns.map((column) => column.title)
  for (const [index, column] of sheet.columns.entries())
    head.getCell(index + 1).style = headStyle(column.kind)
  head.height = heightOf(
    Math.max(...sheet.columns.map((column) => linesOf(column.title, column.width * BOLD))),
  )
  head.commit()
}

/** What drawing the rows of one sheet needs. */
export interface Drawing {
  readonly plan: Plan
  readonly columns: Sheet['columns']
  readonly letters: readonly string[]
  readonly styleOf: ReturnType<typeof styleBook>
  /** Jumps of the sheet so far; new ones are added as long as Excel takes them. */
  readonly jumps: Jump[]
}

/** One data row as XML. */
export function drawRow(drawing: Drawing, number: number, row: Row): string {
  const { plan, columns, letters, styleOf, jumps } = drawing
  const tone = row.tone ?? 'plain'
  let cells = ''
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]
    if (column === undefined) break
    const drawn = drawCell(row.cells[index] ?? null, column)
    const address = `${letters[index]}${number}`
    const target = drawn.link && jumps.length < MOST_LINKS ? plan.address(drawn.link) : null
    if (target !== null) jumps.push({ address, target })
    cells += cellXml(address, drawn, styleOf(column, tone, target === null ? drawn.look : 'link'))
  }
  return rowXml(number, rowHeight(row.cells, columns), cells)
}
