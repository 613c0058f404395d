import type { Cell, Column } from './sheet.ts'

/** Points of one line of 10 point Calibri, and of the highest row that Excel knows. */
const LINE = 12.75
const HIGHEST = 409

/** How wide letters of 10 point Calibri are, in characters of a column's width; from the font's own metrics. */
const NARROW = 0.5
const USUAL = 0.91
const CAPITAL = 1.08
const BROAD = 1.4
const FULL = 2

function widthOf(letter: number): number {
  if (letter >= 0x1100) return letter >= 0x2e80 ? FULL : USUAL
  const text = String.fromCharCode(letter)
  if (' iljftrI.,:;!|()[]{}\'"-/'.includes(text)) return NARROW
  if ('mwMW@%'.includes(text)) return BROAD
  return letter >= 65 && letter <= 90 ? CAPITAL : USUAL
}

/** Lines that a text takes in a column so many characters wide; a little more rather than less. */
export function linesOf(text: string, width: number): number {
  let lines = 0
  for (const part of text.split('\n')) {
    let length = 0
    for (let at = 0; at < part.length; at += 1) length += widthOf(part.charCodeAt(at))
    // Lines break between words and are rarely full.
    lines += length <= width - 0.3 ? 1 : Math.ceil(length / Math.max(1, width - 1.5))
  }
  return lines
}

/** Height of so many lines in points. */
export function heightOf(lines: number): number {
  return Math.min(HIGHEST, lines * LINE + 2)
}

/**
 * Height of a row in points, so that all its wrapped text shows; null where one line does. Programs other than
 * Excel do not work it out by themselves.
 */
export function rowHeight(cells: readonly Cell[], columns: readonly Column[]): number | null {
  let lines = 1
  for (let index = 0; index < columns.length; index += 1) {
    const { wrap = false, width = 0 } = columns[index] ?? {}
    const cell = cells[index]
    if (!wrap || typeof cell !== 'string') continue
    if (cell.length * BROAD >= width || cell.includes('\n')) lines = Math.max(lines, linesOf(cell, width))
  }
  return lines === 1 ? null : heightOf(lines)
}
