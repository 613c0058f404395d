import type { AuditEvent } from '../../../shared/model/event.ts'
import { uuidOfHex } from '../events/uuid.ts'
import { query, type ReadableDb } from './db.ts'

/** What a row says of an event in numbers; names are numbers of `event_dim`. */
export interface EventFacts {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly type: number | null
  readonly action: number | null
  readonly actor: number | null
  readonly app: number | null
  readonly team: number | null
  readonly ip: number | null
}

/** An event as its row has it. */
export interface EventRow extends EventFacts {
  /** The 16 bytes of a UUID in hexadecimal, or any other id behind an exclamation mark. */
  readonly id: string
}

const FACTS = 'event.seq, event.at, event.type, event.action, event.actor, event.app, event.team, event.ip'

/** As text: a buffer for each row would cost as much as all else of it. */
const ID = `iif(typeof(event.id) = 'blob', lower(hex(event.id)), '!' || event.id) as id`

/** Names by number, as far as they were asked for; they never change. */
const names = new WeakMap<ReadableDb, Map<number, string>>()

function nameOf(db: ReadableDb, number: number | null): string | null {
  if (number === null) return null
  const known = names.get(db) ?? new Map<number, string>()
  names.set(db, known)
  const name =
    known.get(number) ??
    query<[number], { name: string }>(db, 'select name from event_dim where id = ?').get(number)?.name
  if (name === undefined) return null
  known.set(number, name)
  return name
}

function idOf(id: string): string {
  return id.startsWith('!') ? id.slice(1) : uuidOfHex(id)
}

/** An event made of facts, each told when it is asked for: of a million events a check wants two or three. */
export class LazyEvent implements AuditEvent {
  readonly seq: number
  readonly #db: ReadableDb
  readonly #facts: EventFacts

  constructor(db: ReadableDb, facts: EventFacts) {
    this.seq = facts.seq
    this.#db = db
    this.#facts = facts
  }
  get at() {
    return new Date(this.#facts.at).toISOString()
  }
  get id() {
    return idOf(rowOf(this.#db, this.#facts.seq)?.id ?? '!')
  }
  get type() {
    return nameOf(this.#db, this.#facts.type) ?? ''
  }
  get action() {
    return nameOf(this.#db, this.#facts.action) ?? ''
  }
  get actor() {
    return nameOf(this.#db, this.#facts.actor)
  }
  get app() {
    return nameOf(this.#db, this.#facts.app)
  }
  get team() {
    return nameOf(this.#db, this.#facts.team)
  }
  get ip() {
    return nameOf(this.#db, this.#facts.ip)
  }
}

/** The same with all that a list shows, as a plain object. */
export function auditEventOf(db: ReadableDb, row: EventRow): AuditEvent {
  const { seq, at, type, action, actor, app, team, ip } = new LazyEvent(db, row)
  return { seq, at, id: idOf(row.id), type, action, actor, app, team, ip }
}

/** How rows are read: as facts, or with their ids. */
export interface RowReader<Row extends EventFacts> {
  /** The rows of numbers [from, to], ascending. */
  between(db: ReadableDb, from: number, to: number): Row[]
  /** The rows of numbers, in their order; numbers without a row are left out. */
  each(db: ReadableDb, seqs: readonly number[]): Row[]
  /** The row of a number. */
  at(db: ReadableDb, seq: number): Row | undefined
}

function readerOf<Row extends EventFacts>(columns: string): RowReader<Row> {
  const between = `select ${columns} from event where seq between ? and ? order by seq`
  const at = `select ${columns} from event where seq = ?`
  const each = `select ${columns} from json_each(?) wanted cross join event on seq = wanted.value`
  return {
    each: (db, seqs) => query<[string], Row>(db, each).all(JSON.stringify(seqs)),
    between: (db, from, to) => query<[number, number], Row>(db, between).all(from, to),
    at: (db, seq) => query<[number], Row>(db, at).get(seq),
  }
}

/** Reads rows with their ids. */
export const WITH_IDS = readerOf<EventRow>(`${FACTS}, ${ID}`)

/** Reads rows without their ids, in half the time. */
export const FACTS_ONLY = readerOf<EventFacts>(FACTS)

/** So many rows lie between two that are wanted where reading all is still cheaper than looking each up. */
const DENSE = 3

/** The rows of numbers that ascend or descend, in their order. */
export function rowsOf<Row extends EventFacts>(
  db: ReadableDb,
  seqs: readonly number[],
  reader: RowReader<Row>,
): readonly Row[] {
  const [from = 0, to = 0] = [seqs[0], seqs.at(-1)].toSorted((a = 0, b = 0) => a - b)
  if (seqs.length > 1 && to - from < DENSE * seqs.length) {
    const rows = reader.between(db, from, to)
    // Numbers within a run have no gaps; where one is missing, they are looked up.
    if (rows.length === to - from + 1) return seqs.map((seq) => rows[seq - from] as Row)
  }
  return reader.each(db, seqs)
}

/** The row of a number. */
export function rowOf(db: ReadableDb, seq: number): EventRow | undefined {
  return WITH_IDS.at(db, seq)
}

/** How many events of a run, which are in order of time, lie before a time (or at it, with `inclusive`). */
export function placeOf(
  db: ReadableDb,
  run: { readonly first: number; readonly n: number },
  time: number,
  inclusive: boolean,
): number {
  const at = query<[number], { at: number }>(db, 'select at from event where seq = ?')
  let low = 0
  let high = run.n
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = at.get(run.first + middle)?.at ?? 0
    if (found < time || (inclusive && found === time)) low = middle + 1
    else high = middle
  }
  return low
}
