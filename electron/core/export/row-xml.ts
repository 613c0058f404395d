import type { DrawnCell } from './cell-value.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? letter) : text

/** The letters of a column, such as `AB` for 28. */
export function lettersOf(column: number): string {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column <= 26 ? letter : lettersOf((column - 1 - rest) / 26) + letter
}

/** A cell as XML; `style` is the number of its style. */
export function cellXml(address: string, { value, delicate }: DrawnCell, style: number): string {
  if (value === null) return `<c r="${address}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${address}" s="${style}"><v>${value}</v></c>`
  return delicate
    ? `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
    : `<c r="${address}" s="${style}" t="str"><v>${escaped(value)}</v></c>`
}

/**
 * A row as a worksheet's XML, its cells given as theirs. The height is a proposal, not fixed by hand: the row
 * grows when a person fills in its fields. exceljs has no way to say so, and needs three times as long.
 */
export function rowXml(number: number, height: number | null, cells: string): string {
  return height === null
    ? `<row r="${number}">${cells}</row>`
    : `<row r="${number}" ht="${height}">${cells}</row>`
}
