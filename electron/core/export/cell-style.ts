import type { Column, Tone } from './sheet.ts'

/** The part of exceljs' style that we use; the objects are shared, because exceljs knows a style by identity. */
export interface CellStyle {
  readonly font: {
    readonly name: string
    readonly size: number
    readonly bold?: boolean
    readonly underline?: boolean
    readonly color: { readonly argb: string }
  }
  readonly alignment: {
    readonly vertical: 'top' | 'middle'
    readonly horizontal?: 'left' | 'right'
    readonly wrapText?: boolean
    readonly indent?: number
  }
  readonly numFmt?: string
  readonly fill?: {
    readonly type: 'pattern'
    readonly pattern: 'solid'
    readonly fgColor: { readonly argb: string }
  }
  readonly border?: Readonly<Partial<Record<'bottom' | 'left' | 'right' | 'top', Line>>>
}

interface Line {
  readonly style: 'hair' | 'thin' | 'medium' | 'dotted'
  readonly color: { readonly argb: string }
}

/** Excel's own number of its format for text, `@`; only cells that look like formulas carry it. */
export const TEXT_FORMAT_ID = 49
const TEXT_FORMAT = '@'

/** Ink and paper; all of them readable in print and by people who see no difference of red and green. */
const INK = { plain: 'FF1F2937', muted: 'FF6B7280', title: 'FF1F2A44', link: 'FF1F4E9E' } as const
const TINT: Partial<Record<Tone, { readonly ink: string; readonly paper: string }>> = {
  good: { ink: 'FF1E6B34', paper: 'FFE3F3E7' },
  bad: { ink: 'FF9B1C1C', paper: 'FFFBE4E4' },
  unknown: { ink: 'FF7A4F00', paper: 'FFFFF1CC' },
}
const HEAD_PAPER = 'FFDDE3EE'
const HEADING_PAPER = 'FFF0F2F7'
const FILL_IN_PAPER = 'FFFFFBE6'

const FORMATS: Partial<Record<Column['kind'], string>> = {
  instant: 'yyyy-mm-dd hh:mm:ss',
  day: 'yyyy-mm-dd',
  count: '#,##0',
}

/** Where a column's values stand; text finds its own side, so that Arabic and Hebrew read as they should. */
const SIDE: Partial<Record<Column['kind'], Pick<CellStyle['alignment'], 'horizontal' | 'indent'>>> = {
  number: { horizontal: 'right', indent: 1 },
  count: { horizontal: 'right', indent: 1 },
  instant: { horizontal: 'left' },
  day: { horizontal: 'left' },
}

const line = (style: Line['style'], argb: string): Line => ({ style, color: { argb } })
const RULE = { bottom: line('hair', 'FFB8BFCC') } as const
const BOX = line('thin', 'FFD9C98A')
const paper = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
const letters = (argb: string, size = 10, bold = false) => ({
  name: 'Calibri',
  size,
  color: { argb },
  ...(bold ? { bold } : {}),
})

/** The large line on top of a sheet. */
export const TITLE: CellStyle = {
  font: letters(INK.title, 14, true),
  alignment: { vertical: 'middle' },
}

/** The lines below the title. */
export const NOTE: CellStyle = {
  font: letters(INK.muted),
  alignment: { vertical: 'top', wrapText: true },
}

const head = (kind: Column['kind']): CellStyle => ({
  font: letters(INK.title, 10, true),
  alignment: { vertical: 'middle', wrapText: true, ...SIDE[kind] },
  fill: paper(HEAD_PAPER),
  border: { bottom: line('thin', INK.title) },
})
const HEAD = { left: head('text'), right: head('number') }

/** The style of a column's title: it stands above the values. */
export function headStyle(kind: Column['kind']): CellStyle {
  return kind === 'number' || kind === 'count' ? HEAD.right : HEAD.left
}

const EMPTY_FIELD: CellStyle = {
  font: letters(INK.plain),
  alignment: { vertical: 'top', wrapText: true },
  fill: paper(FILL_IN_PAPER),
  border: { top: BOX, bottom: BOX, left: BOX, right: BOX },
}

/** What a cell turned out to hold, as far as its looks depend on it. */
export type CellLook = 'plain' | 'link' | 'formula-like' | 'fill-in' | 'instant'

function make(column: Column, tone: Tone, look: CellLook): CellStyle {
  if (look === 'fill-in') return EMPTY_FIELD
  const tint = column.toned ? TINT[tone] : undefined
  const ink = look === 'link' ? INK.link : (tint?.ink ?? (tone === 'muted' ? INK.muted : INK.plain))
  const bold = tone === 'heading' || tint !== undefined
  const format = look === 'formula-like' ? TEXT_FORMAT : FORMATS[look === 'instant' ? look : column.kind]
  const back = tint?.paper ?? (tone === 'heading' ? HEADING_PAPER : undefined)
  return {
    font: { ...letters(ink, 10, bold), ...(look === 'link' ? { underline: true } : {}) },
    alignment: {
      vertical: 'top',
      ...SIDE[column.kind],
      ...(column.wrap ? { wrapText: true } : {}),
    },
    border: RULE,
    ...(format ? { numFmt: format } : {}),
    ...(back ? { fill: paper(back) } : {}),
  }
}

/** Numbers of styles by column, tone and look; each is registered once. */
export function styleBook(
  register: (style: CellStyle) => number,
): (column: Column, tone: Tone, look: CellLook) => number {
  const books = new Map<Column, Map<Tone, Map<CellLook, number>>>()
  return (column, tone, look) => {
    const tones = books.get(column) ?? new Map<Tone, Map<CellLook, number>>()
    const looks = tones.get(tone) ?? new Map<CellLook, number>()
    const known = looks.get(look)
    if (known !== undefined) return known
    const number = register(make(column, tone, look))
    books.set(column, tones.set(tone, looks.set(look, number)))
    return number
  }
}
