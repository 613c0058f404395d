/** What the index learns from one value: terms to find it by, and ids by their first eight hex digits. */
export interface Words {
  /** Some may occur twice. */
  readonly terms: readonly string[]
  /** First 32 bits of UUIDs and of other long hexadecimal numbers. */
  readonly refs: readonly number[]
}

/** Longest term in UTF-16 units; longer words are found by this beginning. */
export const LONGEST_TERM = 64

/**
 * A UUID, an address with @, numbers joined by dots (IP addresses, versions), or a run of letters and digits.
 * `=` and `#` never occur in a term: they start the terms that people do not type.
 */
const PART =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[^\s@"'<>()[\]{},;:=#]+@[\p{L}\p{N}][\p{L}\p{N}.-]*|\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}]+/gu

/** The same for texts without @ or anything but ASCII, which are nearly all, and three times as fast. */
const PLAIN_PART = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]+(?:\.[0-9]+)+|[0-9a-z]+/g

const WORD = /[\p{L}\p{N}]+/gu
const ID = /^[0-9a-f]{8}(?:(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]*)$/
const PLAIN = /^[\x00-\x3f\x41-\x7f]*$/

/** Lower case without accents: how text is compared. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** The first 32 bits of a term that is a UUID or a long hexadecimal number with a digit in it; else null. */
export function refOf(part: string): number | null {
  if (part.length < 8 || !ID.test(part) || !/[0-9]/.test(part)) return null
  return Number.parseInt(part.slice(0, 8), 16)
}

/** The parts of a folded text, each a term or an id. */
export function partsOf(text: string): readonly string[] {
  return text.match(PLAIN.test(text) ? PLAIN_PART : PART) ?? []
}

/** True for an address with @ or numbers joined by dots: searched as a whole, not word by word. */
export function isAddress(part: string): boolean {
  return part.includes('@') || part.includes('.')
}

/** Cuts a term to the length that the index keeps. */
export function cut(term: string): string {
  return term.length > LONGEST_TERM ? term.slice(0, LONGEST_TERM).toWellFormed() : term
}

/**
 * The words of a value as the index keeps them. An address with @ is found as a whole and by its words; an id
 * by its first eight digits.
 */
export function wordsOf(value: string): Words {
  const terms: string[] = []
  const refs: number[] = []
  for (const part of partsOf(folded(value))) {
    const ref = refOf(part)
    if (ref === null) terms.push(cut(part))
    else refs.push(ref)
    if (part.includes('@')) for (const word of part.match(WORD) ?? []) terms.push(cut(word))
  }
  return { terms, refs }
}
