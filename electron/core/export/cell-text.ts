/** Most UTF-16 units that Excel keeps in a cell. Source: Excel specifications and limits. */
export const CELL_LIMIT = 32_767

/**
 * What a workbook cannot hold or would lose on the way: control characters but tab and line feed, the two
 * non-characters of XML, and halves of surrogate pairs.
 */
const UNWRITABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text that looks like Excel's own escape of a character, such as `_x0041_`: Excel would decode it. */
const LOOKS_ESCAPED = /_(?=x[0-9a-fA-F]{4}_)/g

/** Starts that a spreadsheet takes for a formula when a cell is typed again or a CSV is read. */
const FORMULA_LIKE = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** True for text that would be taken for a formula if a person typed it. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_LIKE.test(text)
}

/** Writes a character as JSON would, such as `\u0007`. */
const visible = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * Text as a person should read it in a cell: Windows line ends become line feeds, what XML cannot hold is
 * written out as `\u0007`, all else stays as it is. Longer than a cell holds, it is cut between characters,
 * with a mark that tells the whole length and where the whole is.
 */
export function readableText(text: string): string {
  const clean = text.replaceAll('\r\n', '\n').replace(UNWRITABLE, visible)
  if (clean.length <= CELL_LIMIT) return clean
  const mark = ` … [cut here: ${text.length.toLocaleString('en-US')} characters in all, the whole is in the locker]`
  const end = CELL_LIMIT - mark.length
  const half = /[\ud800-\udbff]/.test(clean.charAt(end - 1))
  return clean.slice(0, half ? end - 1 : end) + mark
}

/** Readable text in the form that the file holds: what looks like an escape of Excel's is itself escaped. */
export function fileText(readable: string): string {
  return readable.includes('_x') ? readable.replace(LOOKS_ESCAPED, '_x005F_') : readable
}
