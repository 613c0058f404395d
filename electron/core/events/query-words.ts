import { cut, folded, isAddress, partsOf, refOf } from './words.ts'

/** Ids that begin with the same digits. */
export interface IdsFrom {
  /** The first and the last of them by their first 32 bits: ids that occur in one event of a run. */
  readonly first: number
  readonly last: number
  /** The beginning of the terms of those that occur in several. */
  readonly term: string
}

/** One thing that a person searches for; an event has to hold it. */
export interface Wanted {
  /** A term, or the beginning of one; null where only an id will do. */
  readonly term: string | null
  readonly isPrefix: boolean
  /** The ids that it may stand for; null where it stands for none. */
  readonly ids: IdsFrom | null
  /** An id that the event's JSON has to hold as a whole: the index knows its first eight digits. */
  readonly whole: string | null
}

const HEX = /^[0-9a-f]+$/

/** A UUID or the beginning of one, past its first dash. */
const BEGUN_UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){0,3}-[0-9a-f]{0,12}$/

/**
 * Reads what a person types: all words have to occur, the last as a beginning, whatever order they are in. An
 * address (with @, or numbers joined by dots) counts as one word and may be cut short, an id may be too. Nothing
 * is an operator. Signs without a letter or digit mean nothing; an empty list searches for nothing.
 */
export function wantedOf(text: string): readonly Wanted[] {
  const typed = folded(text)
  const parts = typed.split(/\s+/).flatMap((chunk) => (BEGUN_UUID.test(chunk) ? [chunk] : partsOf(chunk)))
  const isOpen = /[\p{L}\p{N}]$/u.test(typed)
  return parts.map((part, i) => wanted(part, isAddress(part) || (isOpen && i === parts.length - 1)))
}

function wanted(part: string, isPrefix: boolean): Wanted {
  if (refOf(part) !== null || BEGUN_UUID.test(part))
    return { term: null, isPrefix: false, ids: idsFrom(part), whole: part.length > 8 ? part : null }
  const isId = HEX.test(part) && (isPrefix || part.length >= 8)
  return { term: cut(part), isPrefix, ids: isId ? idsFrom(part) : null, whole: null }
}

/** The ids that begin with these digits. */
function idsFrom(part: string): IdsFrom {
  const digits = part.slice(0, 8)
  return {
    first: Number.parseInt(digits.padEnd(8, '0'), 16),
    last: Number.parseInt(digits.padEnd(8, 'f'), 16),
    term: `#${digits}`,
  }
}
