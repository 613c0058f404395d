import { type Bits, fill, keepBoth, noBits, unpackInto } from '../events/postings.ts'
import type { IdsFrom, Wanted } from '../events/query-words.ts'
import { query, type ReadableDb } from './db.ts'
import type { EventPlan } from './events-plan.ts'
import type { StoredRun } from './events-runs.ts'

/** Past every text that begins with the same letters. */
const PAST = '\u{10ffff}'

/**
 * The events of a run, among those in places [from, to), that a plan asks for; null where there is none. Every
 * thing wanted is a set of bits, and they are narrowed one by the other.
 */
export function matching(
  db: ReadableDb,
  run: StoredRun,
  plan: EventPlan,
  [from, to]: readonly [from: number, to: number],
): Bits | null {
  if (from >= to) return null
  const found = noBits(run.n)
  fill(found, from, to)
  for (const choice of plan.wanted) {
    const bits = noBits(run.n)
    const held = choice.filter((wanted) => addHolding(db, run, wanted, bits))
    if (held.length === 0 || !keepBoth(found, bits)) return null
  }
  return found
}

/** Adds the events of a run that hold what is wanted; false where none does. */
function addHolding(db: ReadableDb, run: StoredRun, { term, isPrefix, ids }: Wanted, bits: Bits): boolean {
  const postings = [
    ...(term === null ? [] : isPrefix ? postingsFrom(db, run.first, term) : postingsOf(db, run.first, term)),
    ...(ids === null ? [] : postingsFrom(db, run.first, ids.term)),
  ]
  for (const events of postings) unpackInto(bits, events, run.n)
  const isAmongIds = ids !== null && addIds(db, run, ids, bits)
  return postings.length > 0 || isAmongIds
}

function postingsOf(db: ReadableDb, run: number, term: string): readonly Buffer[] {
  return query<[number, string], { events: Buffer }>(
    db,
    'select events from event_term where run = ? and term = ?',
  )
    .all(run, term)
    .map(({ events }) => events)
}

/** Three bytes before each of the joined postings say its length. */
const LENGTH_BYTES = 3

/** One letter begins tens of thousands of terms: as one text they cost half of what as many rows would. */
function postingsFrom(db: ReadableDb, run: number, term: string): readonly Buffer[] {
  const joined = query<[number, string, string], { joined: string | null }>(
    db,
    `select group_concat(printf('%06x', length(events)) || hex(events), '') as joined
     from event_term where run = ? and term >= ? and term < ?`,
  ).get(run, term, term + PAST)?.joined
  const all = Buffer.from(joined ?? '', 'hex')
  const postings: Buffer[] = []
  for (let at = 0; at < all.length; ) {
    const from = at + LENGTH_BYTES
    at = from + all.readUIntBE(at, LENGTH_BYTES)
    postings.push(all.subarray(from, at))
  }
  return postings
}

/** Adds the events that hold an id within the bounds; pages of ids lie in order. */
function addIds(db: ReadableDb, run: StoredRun, { first, last }: IdsFrom, bits: Bits): boolean {
  const pages = query<[number, number, number, number, number, number, number], { refs: Buffer }>(
    db,
    `select refs from event_ref where run = ? and own = ? and first between ? and ?
     union all
     select refs from (select refs from event_ref where run = ? and own = ? and first < ?
       order by first desc, id desc limit 1)`,
  )
  let any = false
  for (const own of [0, 1])
    for (const { refs } of pages.all(run.first, own, first, last, run.first, own, first))
      for (let at = 0; at < refs.length; at += 6) {
        const id = refs.readUInt32BE(at)
        if (id < first || id > last) continue
        const event = refs.readUInt16BE(at + 4)
        bits[event >>> 5] = (bits[event >>> 5] as number) | (1 << (event & 31))
        any = true
      }
  return any
}
