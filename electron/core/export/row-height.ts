import type { Cell, Column } from './sheet.ts'

/** Points of one line of 10 point type, and of the highest row that Excel knows. */
const LINE = 13
const HIGHEST = 409

/** Letters of East Asian scripts and emoji take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|[\ud83c-\ud83e]/g

/** Lines that a text takes in a column so many characters wide; a little more rather than less. */
export function linesOf(text: string, width: number): number {
  const perLine = Math.max(1, width * 1.12 - 1)
  let lines = 0
  for (const part of text.split('\n')) {
    const columns = part.length + (part.match(WIDE)?.length ?? 0)
    lines += Math.max(1, Math.ceil(columns / perLine))
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
  for (const [index, { wrap, width }] of columns.entries()) {
    const cell = wrap ? cells[index] : null
    const text = typeof cell === 'string' ? cell : ''
    if (text.length >= width || text.includes('\n')) lines = Math.max(lines, linesOf(text, width))
  }
  return lines === 1 ? null : heightOf(lines)
}
