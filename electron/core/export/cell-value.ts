import type { CellLook } from './cell-style.ts'
import { fileText, looksLikeFormula, readableText } from './cell-text.ts'
import type { Cell, Column, Link } from './sheet.ts'

/** What a cell holds in the file, and what that means for its looks. */
export interface DrawnCell {
  /** A point in time is a number: days since 1900, as Excel counts them. */
  readonly value: string | number | null
  /** Text with line breaks, escapes or white space at its ends: not all readers keep those in the short form. */
  readonly delicate: boolean
  readonly look: CellLook
  readonly link?: Link
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/
const DAY = 86_400_000

/** Excel counts days from 1900 and believes in 29 February 1900; what lies before or past 9999 stays text. */
const FIRST = Date.UTC(1900, 2, 1)
const LAST = Date.UTC(10_000, 0, 1)
/** Excel's number of 1 January 1970. */
const EPOCH = 25_569

const EMPTY: DrawnCell = { value: null, delicate: false, look: 'plain' }

function drawText(text: string): DrawnCell {
  const readable = readableText(text)
  const value = fileText(readable)
  const look = looksLikeFormula(text) ? 'formula-like' : 'plain'
  return { value, delicate: value !== readable || /^\s|\s$|\n/.test(value), look }
}

function drawNumber(number: number): DrawnCell {
  return Number.isFinite(number)
    ? { value: number, delicate: false, look: 'plain' }
    : drawText(String(number))
}

function drawDate(date: Date, asTold: string, column: Column): DrawnCell {
  const time = date.getTime()
  if (!(time >= FIRST && time < LAST)) return drawText(asTold)
  const look = column.kind === 'instant' || column.kind === 'day' ? 'plain' : 'instant'
  return { value: EPOCH + time / DAY, delicate: false, look }
}

/** Decides what a cell holds: text as text, ISO times as Excel dates (UTC), yes and no in words. */
export function drawCell(cell: Cell, column: Column): DrawnCell {
  if (cell === null || cell === '') return EMPTY
  if (typeof cell === 'string')
    return (column.kind === 'instant' || column.kind === 'day') && ISO.test(cell)
      ? drawDate(new Date(cell), cell, column)
      : drawText(cell)
  if (typeof cell === 'number') return drawNumber(cell)
  if (typeof cell === 'boolean') return { value: cell ? 'yes' : 'no', delicate: false, look: 'plain' }
  if (cell instanceof Date)
    return drawDate(cell, Number.isNaN(cell.getTime()) ? 'not a date' : cell.toISOString(), column)
  if ('fillIn' in cell) return { value: null, delicate: false, look: 'fill-in' }
  const drawn = typeof cell.text === 'number' ? drawNumber(cell.text) : drawText(cell.text)
  return { ...drawn, link: cell }
}
