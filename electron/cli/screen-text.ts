const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' })
const HARMFUL = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
const NARROW = /^[\x20-\x7e]*$/

/**
 * Text from outside as a terminal may show it: one line, without control characters that could move the cursor
 * or fake colours, without marks that turn the reading direction around.
 */
export function plain(text: string): string {
  return NARROW.test(text) ? text : text.replace(/[^\S ]+/g, ' ').replace(HARMFUL, '\ufffd')
}

/** Columns that a line takes on a terminal; colours count nothing. */
export function columnsOf(line: string): number {
  const bare = withoutColours(line)
  if (NARROW.test(bare)) return bare.length
  let columns = 0
  for (const { segment } of SEGMENTS.segment(bare)) columns += widthOf(segment)
  return columns
}

function widthOf(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2
  return /^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme) ? 0 : 1
}

/** The line without colour sequences, such as `styleText` adds. */
export function withoutColours(line: string): string {
  return line.replace(/\x1b\[[0-9;]*m/g, '')
}

/** The start of a text, at most `columns` wide, ending in … where something is left out. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  let used = 0
  for (const { segment } of SEGMENTS.segment(text)) {
    const width = widthOf(segment)
    if (used + width > columns - 1) break
    kept += segment
    used += width
  }
  return columns > 0 ? `${kept}…` : ''
}

/** Pads with spaces to a width in columns. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, columns - columnsOf(text)))
  return align === 'left' ? text + space : space + text
}

/**
 * Breaks a line of prose at spaces so that it fits a terminal. A line that starts with a space, such as a command
 * to copy, stays as it is.
 */
export function wrap(line: string, columns: number): string[] {
  if (line.startsWith(' ') || columnsOf(line) <= columns) return [line]
  const lines: string[] = []
  let current: string | null = null
  for (const word of line.split(' ')) {
    const longer: string = current === null ? word : `${current} ${word}`
    if (current !== null && columnsOf(longer) > columns) {
      lines.push(current)
      current = word
    } else current = longer
  }
  return [...lines, current ?? '']
}
