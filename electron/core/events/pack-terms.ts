import type { Run } from './messages.ts'
import { pack, packedLimit } from './postings.ts'
import { refTerm, type ValueIndex } from './value-index.ts'

/** Events by number of what they hold: those of `i` are `events[starts[i]]` up to `events[ends[i]]`. */
interface Holders {
  readonly events: Uint16Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** What the index of a run packs to: terms with their postings, and the keys of ids that occur once. */
export interface PackedTerms extends Pick<Run, 'terms' | 'postings' | 'postingEnds'> {
  /** The first 32 bits of each id, with the place of its event below them. */
  readonly refKeys: Float64Array
}

/** The events that hold a term, made when they are packed: views of many terms take much memory. */
type Lists = () => readonly Uint16Array[]

/** Turns "this event holds these" into "this is held by these events"; `order` gives the events their places. */
export function packTerms(index: ValueIndex, order: Uint32Array): PackedTerms {
  const ids = index.ids.ids()
  const inTexts = holdersOf(index, order, index.texts.length, 0)
  const inIds = holdersOf(index, order, ids.length, 1)
  const refKeys: number[] = []
  /** For each term the texts it occurs in, as one list. */
  const textsOf = index.terms.map((): number[] => [])
  const often = new Map<number, Uint16Array[]>()
  const addRef = (ref: number, events: Uint16Array) => {
    if (events.length === 1) refKeys.push(ref * 65_536 + (events[0] as number))
    else if (events.length > 1) often.set(ref, [...(often.get(ref) ?? []), events])
  }
  for (const [text, { terms, refs }] of index.texts.entries()) {
    for (const term of terms) textsOf[term]?.push(text)
    for (const ref of refs) addRef(ref, heldBy(inTexts, text))
  }
  ids.forEach((ref, id) => {
    addRef(ref, heldBy(inIds, id))
  })
  const named = new Map<string, Lists>()
  index.terms.forEach((name, term) => {
    const texts = (textsOf[term] ?? []).filter((text) => inTexts.ends[text] !== inTexts.starts[text])
    if (texts.length > 0) named.set(name, () => texts.map((text) => heldBy(inTexts, text)))
  })
  for (const [ref, lists] of often) named.set(refTerm(ref), () => lists)
  return { ...packNamed(named, order.length), refKeys: Float64Array.from(refKeys).sort() }
}

function heldBy({ events, starts, ends }: Holders, number: number): Uint16Array {
  return events.subarray(starts[number], ends[number])
}

/** A counting sort of the cells of one kind; an event that holds something twice is listed once. */
function holdersOf(index: ValueIndex, order: Uint32Array, count: number, kind: 0 | 1): Holders {
  const cells = index.cells.view()
  const cellEnds = index.ends.view()
  const starts = new Uint32Array(count)
  let sum = 0
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number
    if ((cell & 1) !== kind) continue
    starts[cell >>> 1] = (starts[cell >>> 1] as number) + 1
    sum++
  }
  let start = 0
  for (let i = 0; i < count; i++) {
    const length = starts[i] as number
    starts[i] = start
    start += length
  }
  const ends = starts.slice()
  const events = new Uint16Array(sum)
  for (let place = 0; place < order.length; place++) {
    const event = order[place] as number
    const end = cellEnds[event] as number
    for (let i = event === 0 ? 0 : (cellEnds[event - 1] as number); i < end; i++) {
      const cell = cells[i] as number
      if ((cell & 1) !== kind) continue
      const number = cell >>> 1
      const to = ends[number] as number
      if (to > (starts[number] as number) && events[to - 1] === place) continue
      events[to] = place
      ends[number] = to + 1
    }
  }
  return { events, starts, ends }
}

function packNamed(
  named: ReadonlyMap<string, Lists>,
  n: number,
): Pick<Run, 'terms' | 'postings' | 'postingEnds'> {
  const terms = inOrderOfBytes([...named.keys()])
  const postingEnds = new Uint32Array(terms.length)
  const limit = packedLimit(n)
  const scratch = new Uint8Array(n)
  let out = new Uint8Array(Math.max(1 << 20, 2 * limit))
  let to = 0
  terms.forEach((term, i) => {
    if (out.length - to < limit) {
      const wider = new Uint8Array(2 * out.length)
      wider.set(out.subarray(0, to))
      out = wider
    }
    to = pack(union(named.get(term)?.() ?? [], scratch), n, out, to)
    postingEnds[i] = to
  })
  return { terms, postings: out.slice(0, to), postingEnds }
}

/** The events of several ascending lists as one. `scratch` is all zero before and after. */
function union(lists: readonly Uint16Array[], scratch: Uint8Array): Uint16Array {
  const [only] = lists
  if (lists.length === 1 && only !== undefined) return only
  let count = 0
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      const event = list[i] as number
      count += 1 - (scratch[event] as number)
      scratch[event] = 1
    }
  const all = new Uint16Array(count)
  for (let event = 0, to = 0; to < count; event++) {
    if (scratch[event] === 0) continue
    scratch[event] = 0
    all[to++] = event
  }
  return all
}

const SURROGATE = /[\ud800-\udfff]/

/** Sorts in the order of SQLite's texts: that of their UTF-8 bytes, which is UTF-16's where no surrogates are. */
function inOrderOfBytes(terms: string[]): string[] {
  return terms.some((term) => SURROGATE.test(term))
    ? terms.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    : terms.sort()
}
