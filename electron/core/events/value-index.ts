import { DIMENSIONS } from './facts.ts'
import { type Growing, growing } from './growing.ts'
import { type IdTable, idTable } from './id-table.ts'
import { isUuid, uuidHead } from './uuid.ts'
import { type Words, wordsOf } from './words.ts'

/** A text that occurs in the events of a run, with the numbers of its terms. */
export interface IndexedText {
  readonly terms: readonly number[]
  readonly refs: readonly number[]
}

/** What the events of a run hold, as numbers; who holds what is listed event by event. */
export interface ValueIndex {
  /** The number of the text that stands for a filter; it goes into the cells of the events it lets through. */
  filterOf(dimension: number, value: string): number
  /** Adds an event: every value in it, and the filters that let it through. */
  add(event: unknown, filters: readonly number[]): void
  /** Names of the terms; a term's number is its place. */
  readonly terms: readonly string[]
  /** The texts; a text's number is its place. */
  readonly texts: readonly IndexedText[]
  readonly ids: IdTable
  /** How many terms and texts there are, or, where texts are long, a share of the terms in them all. */
  size(): number
  /** Event after event: twice the number of a text, or twice that of an id plus 1; some more than once. */
  readonly cells: Growing
  /** Where each event's cells end. */
  readonly ends: Growing
  clear(): void
}

/** Most values of one event that are searchable, and how deep they may lie; the rest of a giant is skipped. */
const MOST_VALUES = 4096
const DEEPEST = 32

/** Texts that are remembered by their words; past it the memory starts anew. */
const MOST_REMEMBERED = 100_000
const LONGEST_REMEMBERED = 200

/** Terms in texts that take as much memory as a term of its own. */
const USES_IN_SIZE = 4

/** Lists up to this length may name something twice: that costs less than to look. */
const SHORT = 8

/** Names of fields that are remembered. */
const MOST_NAMES = 1000

/** Names of fields that carry data rather than structure, such as `DATABASE_URL`. */
const TELLING_NAME = /[^a-z_]/

/** The term of an id that occurs in several events of a run. */
export function refTerm(ref: number): string {
  return `#${ref.toString(16).padStart(8, '0')}`
}

/** The term of a filter: exact, and never what a person types, since no word holds `=`. */
export function filterTerm(dimension: string, value: string): string {
  return `=${dimension}:${value}`
}

/** Makes the index of one run; `clear` readies it for the next. */
export function valueIndex(): ValueIndex {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const known = new Map<string, number>()
  const texts: IndexedText[] = []
  const ids = idTable()
  const cells = growing(1 << 20)
  const ends = growing(1 << 16)
  const telling = new Map<string, boolean>()
  let left = 0
  let uses = 0

  const numberOf = (term: string): number => {
    const found = numbers.get(term)
    if (found !== undefined) return found
    numbers.set(term, terms.length)
    return terms.push(term) - 1
  }

  const learn = ({ terms: words, refs }: Words): number => {
    const text = { terms: once(words).map(numberOf), refs: once(refs) }
    uses += text.terms.length + text.refs.length
    return texts.push(text) - 1
  }

  const addText = (text: string) => {
    let number = known.get(text)
    if (number === undefined) {
      number = learn(wordsOf(text))
      if (known.size >= MOST_REMEMBERED) known.clear()
      if (text.length <= LONGEST_REMEMBERED) known.set(text, number)
    }
    cells.push(2 * number)
  }

  /** Names of fields are few, mostly; a run of other ones does not stay in memory. */
  const isTelling = (name: string): boolean => {
    const found = telling.get(name)
    if (found !== undefined) return found
    if (telling.size >= MOST_NAMES) telling.clear()
    const answer = TELLING_NAME.test(name)
    telling.set(name, answer)
    return answer
  }

  const addValue = (value: unknown, depth: number): void => {
    if (--left < 0) return
    if (typeof value === 'string') {
      const id = uuidHead(value)
      if (id < 0) addText(value)
      else cells.push(2 * ids.numberOf(id) + 1)
    } else if (typeof value === 'number') addText(String(value))
    else if (typeof value !== 'object' || value === null || depth >= DEEPEST) return
    else if (Array.isArray(value)) for (const item of value) addValue(item, depth + 1)
    else addFields(value as Record<string, unknown>, depth + 1)
  }

  const addFields = (fields: Record<string, unknown>, depth: number) => {
    for (const name in fields) {
      const value = fields[name]
      if (depth === 1 && (name === 'created_at' || (name === 'id' && isUuid(value)))) continue
      if (depth > 1 && isTelling(name)) addText(name)
      addValue(value, depth)
    }
  }

  return {
    filterOf: (dimension, value) =>
      learn({ terms: [filterTerm(DIMENSIONS[dimension] ?? '', value)], refs: [] }),
    add(event, filters) {
      left = MOST_VALUES
      for (const filter of filters) cells.push(2 * filter)
      addValue(event, 0)
      ends.push(cells.length())
    },
    terms,
    texts,
    size: () => Math.max(terms.length + texts.length, uses / USES_IN_SIZE),
    ids,
    cells,
    ends,
    clear() {
      uses = 0
      numbers.clear()
      known.clear()
      terms.length = 0
      texts.length = 0
      ids.clear()
      cells.clear()
      ends.clear()
    },
  }
}

/** A list without repetitions, as far as they matter. */
function once<T>(list: readonly T[]): readonly T[] {
  return list.length > SHORT ? [...new Set(list)] : list
}
