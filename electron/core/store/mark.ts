import { problem } from '../../../shared/errors.ts'

/**
 * Reads the mark of a page: whole numbers joined by dots, as many as the list's key has. Null asks for the
 * first page. Throws `wrong-use` for a mark that no page of this list has given out.
 */
export function keyOfMark(mark: string | null, parts: number): readonly number[] | null {
  if (mark === null) return null
  const numbers = mark.split('.').map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : Number.NaN))
  if (numbers.length !== parts || numbers.some(Number.isNaN))
    throw problem('wrong-use', {
      what: 'the mark of the next page is not one of this list',
      remedy: 'ask for the first page again',
    })
  return numbers
}

/** Rows of a page and the mark of the next one; null when this page was not full. */
export function pageOf<Row, Shown>(
  rows: readonly Row[],
  limit: number,
  key: (row: Row) => readonly number[],
  show: (row: Row) => Shown,
): { readonly rows: readonly Shown[]; readonly next: string | null } {
  const last = rows.at(-1)
  return { rows: rows.map(show), next: last && rows.length >= limit ? key(last).join('.') : null }
}
