import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { stream } from 'exceljs'
import { problem } from '../../../shared/errors.ts'
import type { ExportedFile } from '../../../shared/model/export.ts'
import { type CellStyle, styleBook, TEXT_FORMAT_ID } from './cell-style.ts'
import { beginFile } from './new-file.ts'
import { drawRow, drawTop, type Jump } from './paper.ts'
import { type PrintedWords, sheetSetup } from './print-setup.ts'
import { lettersOf } from './row-xml.ts'
import type { Row, Sheet } from './sheet.ts'
import { type Plan, type PlannedSheet, planWorkbook } from './sheet-plan.ts'

type Writer = stream.xlsx.WorkbookWriter
type Worksheet = ReturnType<Writer['addWorksheet']>

/** How a workbook is made. */
export interface WorkbookOptions extends PrintedWords {
  /** Who made it, for the file's properties. */
  readonly author: string
  /** When it was made, for the file's properties. */
  readonly createdAt: Date
  /** Replaces a file of that name; otherwise its presence is a problem. */
  readonly overwrite?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly sheet: string; readonly rows: number }) => void
  /** Rows of a sheet; lower than Excel's own only in tests. */
  readonly maxRows?: number
}

/** Rows between two pauses in which others have a turn and progress is told. */
const BATCH = 500

/** A stream of the old `readable-stream` 2 that exceljs writes to: `writableNeedDrain` came later. */
type Pipe = Writable & {
  readonly _writableState: { readonly needDrain: boolean; readonly finished: boolean }
}

/**
 * What exceljs' types do not name, and we need of a worksheet: the stream of its XML, whose pipe tells when to
 * wait, and links without a detour.
 */
interface Inside {
  readonly stream: { readonly pipes: readonly [Pipe]; write(xml: string): unknown }
  readonly _sheetRelsWriter: { readonly _hyperlinks: Jump[] }
}
const inside = (sheet: Worksheet) => sheet as unknown as Inside

/** And of a workbook: its archiver, and the styles with their XML. */
interface InsideBook {
  readonly zip: Writable
  readonly styles: { addStyleModel(style: CellStyle): number; readonly model: { styles: string[] } }
}
const insideBook = (writer: Writer) => writer as unknown as InsideBook

/** The state of one export. */
interface Work {
  readonly writer: Writer
  readonly plan: Plan
  readonly options: WorkbookOptions
  readonly failed: Promise<never>
  readonly styleOf: ReturnType<typeof styleBook>
  readonly written: { name: string; rows: number }[]
}

function addSheet({ writer, options }: Work, place: PlannedSheet, name: string): Worksheet {
  const sheet = writer.addWorksheet(name, sheetSetup(place, options))
  sheet.columns = place.sheet.columns.map((column) => ({ width: column.width }))
  return sheet
}

/** Lets others have a turn, and stops when the export was cancelled or the file cannot be written. */
async function breathe({ failed, options }: Pick<Work, 'failed' | 'options'>): Promise<void> {
  await Promise.race([setImmediate(), failed])
  if (options.signal?.aborted)
    throw problem('cancelled', { what: 'the export', remedy: 'nothing was left behind, run it again' })
}

/** exceljs buffers without limit, but its pipe to the compressor tells: waits until that has drained. */
async function drained(sheet: Worksheet, work: Work): Promise<void> {
  const [pipe] = inside(sheet).stream.pipes
  if (pipe._writableState.needDrain) await Promise.race([once(pipe, 'drain'), work.failed])
  await breathe(work)
}

/** Closes a sheet and waits until all of it went to the compressor. */
async function closeSheet(sheet: Worksheet, work: Work): Promise<void> {
  sheet.commit()
  const [pipe] = inside(sheet).stream.pipes
  if (!pipe._writableState.finished) await Promise.race([once(pipe, 'finish'), work.failed])
  await breathe(work)
}

/** Writes as many rows as fit into one part of a sheet; true when rows are left for another. */
async function writePart(
  work: Work,
  place: PlannedSheet,
  part: number,
  rows: Iterator<Row>,
  first: Row | null,
): Promise<Row | null> {
  const { plan, options, styleOf, written } = work
  const { columns } = place.sheet
  const name = place.partName(part)
  const sheet = addSheet(work, place, name)
  const { stream, _sheetRelsWriter } = inside(sheet)
  const letters = columns.map((_column, index) => lettersOf(index + 1))
  const drawing = { plan, columns, letters, styleOf, jumps: _sheetRelsWriter._hyperlinks }
  drawTop(sheet, place, part)
  let count = 0
  let row = first
  while (row !== null && count < place.capacity) {
    stream.write(drawRow(drawing, place.firstRow + count, row))
    count += 1
    if (count % BATCH === 0) {
      await drained(sheet, work)
      options.onProgress?.({ sheet: name, rows: count })
    }
    const next = rows.next()
    row = next.done ? null : next.value
  }
  if (place.headRow > 0)
    sheet.autoFilter = {
      from: { row: place.headRow, column: 1 },
      to: { row: place.headRow + count, column: columns.length },
    }
  await closeSheet(sheet, work)
  written.push({ name, rows: count })
  options.onProgress?.({ sheet: name, rows: count })
  return row
}

async function writeSheet(work: Work, place: PlannedSheet): Promise<void> {
  const rows = place.sheet.rows()[Symbol.iterator]()
  try {
    const start = rows.next()
    let row: Row | null = start.done ? null : start.value
    for (let part = 1; part === 1 || row !== null; part += 1)
      row = await writePart(work, place, part, rows, row)
  } finally {
    rows.return?.()
  }
}

/** Marks the text format as "typed with an apostrophe": exceljs has no word for it. */
function protectFormulaLikeText(writer: Writer): void {
  const { model } = insideBook(writer).styles
  model.styles = model.styles.map((xml) =>
    xml.includes(`numFmtId="${TEXT_FORMAT_ID}"`) ? xml.replace('<xf ', '<xf quotePrefix="1" ') : xml,
  )
}

async function openWriter(out: Writable, options: WorkbookOptions): Promise<Writer> {
  const { default: excel } = await import('exceljs')
  const writer = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 4 } },
  })
  writer.views = [
    { x: 0, y: 0, width: 28_800, height: 17_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ]
  writer.creator = options.author
  writer.lastModifiedBy = options.author
  writer.title = options.title
  writer.created = options.createdAt
  writer.modified = options.createdAt
  return writer
}

/**
 * Writes sheets to an `.xlsx` file, row by row in flat memory: sheets past Excel's row limit go on in parts
 * ("Events 2"), links are internal, text of any origin stays text. The file appears whole or not at all;
 * cancelled or failed, nothing is left. Throws `already-there`, `cannot-write`, `disk-full`, `cancelled`.
 */
export async function writeWorkbook(
  sheets: Iterable<Sheet>,
  file: string,
  options: WorkbookOptions,
): Promise<ExportedFile> {
  const began = performance.now()
  const target = await beginFile(file, options.overwrite ?? false)
  try {
    const writer = await openWriter(target.out, options)
    const { zip, styles } = insideBook(writer)
    const broken = once(zip, 'error').then(([error]) => {
      throw error
    })
    const failed = Promise.race([target.failed, broken])
    failed.catch(() => undefined)
    const all: Sheet[] = []
    for (const sheet of sheets) {
      all.push(sheet)
      await breathe({ failed, options })
    }
    const plan = planWorkbook(all, options.maxRows)
    const styleOf = styleBook((style) => styles.addStyleModel(style))
    const work: Work = { writer, plan, options, failed, styleOf, written: [] }
    for (const place of plan.sheets) await writeSheet(work, place)
    protectFormulaLikeText(writer)
    await Promise.race([writer.commit(), failed])
    const { bytes, sha256 } = await target.finish()
    const seconds = (performance.now() - began) / 1000
    return { file, bytes, sha256, sheets: work.written, seconds }
  } catch (error) {
    await target.discard()
    throw error
  }
}
