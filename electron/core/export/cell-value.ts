import type { CellLook } from './cell-style.ts'
import { fileText, looksLikeFormula, readableText } from './cell-text.ts'
import type { Cell, Column, Link } from './sheet.ts'

/** What a cell holds in the file, and what that means for its looks. */
export interface DrawnCell {
  readonly value: string | number | Date | { readonly richText: readonly { readonly text: string }[] } | null
  readonly look: CellLook
  readonly link?: Link
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/** Excel counts days from 1900 and believes in 29 February 1900; what lies before or past 9999 stays text. */
const FIRST = Date.UTC(1900, 2, 1)
const LAST = Date.UTC(10_000, 0, 1)

const EMPTY: DrawnCell = { value: null, look: 'plain' }

function drawText(text: string): DrawnCell {
  const readable = readableText(text)
  const value = fileText(readable)
  const look = looksLikeFormula(text) ? 'formula-like' : 'plain'
  // Readers differ about line breaks, escapes and white space at the ends in the plain form, not in a text run.
  const delicate = value !== readable || /^\s|\s$|\n/.test(value)
  return { value: delicate ? { richText: [{ text: value }] } : value, look }
}

function drawNumber(number: number): DrawnCell {
  return Number.isFinite(number) ? { value: number, look: 'plain' } : drawText(String(number))
}

function drawDate(date: Date, asTold: string): DrawnCell {
  const time = date.getTime()
  return time >= FIRST && time < LAST ? { value: date, look: 'plain' } : drawText(asTold)
}

/** Decides what a cell holds: text as text, ISO times as Excel dates (UTC), yes and no in words. */
export function drawCell(cell: Cell, column: Column): DrawnCell {
  if (cell === null || cell === '') return EMPTY
  if (typeof cell === 'string')
    return (column.kind === 'instant' || column.kind === 'day') && ISO.test(cell)
      ? drawDate(new Date(cell), cell)
      : drawText(cell)
  if (typeof cell === 'number') return drawNumber(cell)
  if (typeof cell === 'boolean') return { value: cell ? 'yes' : 'no', look: 'plain' }
  if (cell instanceof Date) {
    const told = Number.isNaN(cell.getTime()) ? 'not a date' : cell.toISOString()
    return drawDate(cell, told)
  }
  if ('fillIn' in cell) return { value: null, look: 'fill-in' }
  const drawn = typeof cell.text === 'number' ? drawNumber(cell.text) : drawText(cell.text)
  return { ...drawn, link: cell }
}
