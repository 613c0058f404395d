import type { DrawnCell } from './cell-value.ts'

/** A cell with the number of its style. */
export interface StyledCell extends DrawnCell {
  readonly style: number
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? letter) : text

/** The letters of a column, such as `AB` for 28. */
export function lettersOf(column: number): string {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column <= 26 ? letter : lettersOf((column - 1 - rest) / 26) + letter
}

function cellXml(address: string, { value, delicate, style }: StyledCell): string {
  const open = `<c r="${address}" s="${style}"`
  if (value === null) return `${open}/>`
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`
  return delicate
    ? `${open} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
    : `${open} t="str"><v>${escaped(value)}</v></c>`
}

/**
 * A row as a worksheet's XML. The height is a proposal, not fixed by hand: the row grows when a person fills in
 * its fields. exceljs has no way to say so, and needs three times as long.
 */
export function rowXml(
  number: number,
  height: number | null,
  cells: readonly StyledCell[],
  letters: readonly string[],
): string {
  let xml = height === null ? `<row r="${number}">` : `<row r="${number}" ht="${height}">`
  for (const [index, cell] of cells.entries()) xml += cellXml(`${letters[index]}${number}`, cell)
  return `${xml}</row>`
}
