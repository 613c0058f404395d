import type { Link, Sheet } from './sheet.ts'
import { nameGiver } from './sheet-names.ts'

/** Rows of a sheet in Excel. Source: Excel specifications and limits. */
export const EXCEL_ROWS = 1_048_576

/** Where a sheet's parts lie in the workbook. */
export interface PlannedSheet {
  readonly sheet: Sheet
  /** Row of the column titles; 0 where there are none. */
  readonly headRow: number
  /** Row of the first data row. */
  readonly firstRow: number
  /** Data rows that fit into one part. */
  readonly capacity: number
  /** Name of a part, the first being 1; the first has the sheet's own name. */
  partName(part: number): string
}

/** Every sheet's place, known before a row is written, so that links can point forward. */
export interface Plan {
  readonly sheets: readonly PlannedSheet[]
  /** Address of a link, such as `'Check results'!A12`; null where the sheet is not in the workbook. */
  address(link: Link): string | null
}

function planned(sheet: Sheet, name: string, give: (wanted: string) => string, rows: number): PlannedSheet {
  const above = 1 + sheet.notes.length
  const headRow = sheet.layout === 'page' ? 0 : above + 1
  const firstRow = (headRow === 0 ? above + 1 : headRow) + 1
  const parts = [name]
  return {
    sheet,
    headRow,
    firstRow,
    capacity: rows - firstRow + 1,
    partName(part) {
      while (parts.length < part) parts.push(give(`${name.slice(0, 27)} ${parts.length + 1}`))
      return parts[part - 1] ?? name
    },
  }
}

/** Lays out a list of sheets. `rows` is Excel's limit; tests lower it. */
export function planWorkbook(sheets: readonly Sheet[], rows: number = EXCEL_ROWS): Plan {
  const give = nameGiver()
  const names = sheets.map((sheet) => give(sheet.name))
  const all = sheets.map((sheet, index) => planned(sheet, names[index] ?? '', give, rows))
  const byName = new Map(all.map((place) => [place.sheet.name, place]))
  return {
    sheets: all,
    address(link) {
      const place = byName.get(link.sheet)
      if (!place) return null
      const index = (link.row ?? 1) - 1
      const part = Math.floor(index / place.capacity) + 1
      const row = link.row === undefined ? 1 : place.firstRow + (index % place.capacity)
      return `'${place.partName(part)}'!A${row}`
    },
  }
}
