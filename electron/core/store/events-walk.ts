import { type Bits, nextBit, previousBit } from '../events/postings.ts'
import type { ReadableDb } from './db.ts'
import { bytesOfEvent } from './events-block.ts'
import { matching } from './events-match.ts'
import type { EventPlan } from './events-plan.ts'
import { type EventFacts, type EventRow, placeOf, type RowReader, rowsOf, WITH_IDS } from './events-row.ts'
import { runsOf, type StoredRun } from './events-runs.ts'

/** Rows that a search reads at first. */
const FEW = 8

/** Where a walk goes on: behind the event of this time and number. */
export interface Mark {
  readonly at: number
  readonly seq: number
}

/** How to walk: newest first or oldest first, from behind a mark, reading some rows at a time. */
export interface Walk {
  readonly newestFirst: boolean
  readonly after: Mark | null
  readonly rowsAtOnce: number
  /** The runs to walk; all of them where they are left out. */
  readonly runs?: readonly StoredRun[]
}

/** A run on the walk, with the row that comes next. */
interface Cursor<Row> {
  head: Row
  readonly rest: Iterator<Row>
}

/**
 * The events that a plan asks for, ordered by time and number. Within a run they are in order already; where
 * runs overlap in time (two enterprises, an archive of many events, one that was issued anew) they are merged.
 * A run is opened only when its time has come, so the first page of a common word costs one run.
 */
export function walkEvents(db: ReadableDb, plan: EventPlan, walk: Walk): Generator<EventRow> {
  return walkRows(db, plan, walk, WITH_IDS)
}

/** The same, with rows as a reader gives them. */
export function* walkRows<Row extends EventFacts>(
  db: ReadableDb,
  plan: EventPlan,
  walk: Walk,
  reader: RowReader<Row>,
): Generator<Row> {
  const { newestFirst } = walk
  const edge = (run: StoredRun) => (newestFirst ? run.lastAt : -run.firstAt)
  const waiting = (walk.runs ?? runsOf(db)).toSorted(
    (a, b) => edge(b) - edge(a) || (newestFirst ? b.first - a.first : a.first - b.first),
  )
  const open: Cursor<Row>[] = []
  const best = () =>
    open.reduce((one, other) => (comesFirst(other.head, one.head, newestFirst) ? other : one))
  for (;;) {
    for (let run = waiting[0]; run !== undefined; run = waiting[0]) {
      if (open.length > 0 && edge(run) < (newestFirst ? best().head.at : -best().head.at)) break
      waiting.shift()
      const rest = rowsOfRun(db, run, plan, walk, reader)
      const first = rest.next()
      if (!first.done) open.push({ head: first.value, rest })
    }
    if (open.length === 0) return
    const next = best()
    yield next.head
    const following = next.rest.next()
    if (following.done) open.splice(open.indexOf(next), 1)
    else next.head = following.value
  }
}

function comesFirst(a: Mark, b: Mark, newestFirst: boolean): boolean {
  const order = a.at - b.at || a.seq - b.seq
  return newestFirst ? order > 0 : order < 0
}

function* rowsOfRun<Row extends EventFacts>(
  db: ReadableDb,
  run: StoredRun,
  plan: EventPlan,
  walk: Walk,
  reader: RowReader<Row>,
): Generator<Row> {
  const bounds = boundsOf(db, run, plan, walk)
  if (plan.wanted.length === 0) return yield* rowsInBounds(db, run, bounds, walk, reader)
  const bits = matching(db, run, plan, bounds)
  if (bits === null) return
  for (const row of rowsAt(db, run, places(bits, walk.newestFirst), walk, reader))
    if (holdsWhole(db, row, plan.whole)) yield row
}

/** The rows at places of a run, in their order, read some at a time: few first, because often the first will do. */
function* rowsAt<Row extends EventFacts>(
  db: ReadableDb,
  run: StoredRun,
  found: Generator<number>,
  { rowsAtOnce }: Walk,
  reader: RowReader<Row>,
): Generator<Row> {
  for (let n = FEW; ; n = Math.min(n * 8, rowsAtOnce)) {
    const seqs: number[] = []
    for (let next = found.next(); !next.done; next = found.next()) {
      seqs.push(run.first + next.value)
      if (seqs.length === n) break
    }
    if (seqs.length === 0) return
    yield* rowsOf(db, seqs, reader)
    if (seqs.length < n) return
  }
}

function* places(bits: Bits, newestFirst: boolean): Generator<number> {
  if (newestFirst)
    for (let at = previousBit(bits, 32 * bits.length - 1); at >= 0; at = previousBit(bits, at - 1)) yield at
  else for (let at = nextBit(bits, 0); at >= 0; at = nextBit(bits, at + 1)) yield at
}

function* rowsInBounds<Row extends EventFacts>(
  db: ReadableDb,
  run: StoredRun,
  [from, to]: readonly [number, number],
  { newestFirst, rowsAtOnce }: Walk,
  { between }: RowReader<Row>,
): Generator<Row> {
  if (newestFirst)
    for (let end = to; end > from; end -= rowsAtOnce)
      yield* between(db, run.first + Math.max(from, end - rowsAtOnce), run.first + end - 1).reverse()
  else
    for (let start = from; start < to; start += rowsAtOnce)
      yield* between(db, run.first + start, run.first + Math.min(to, start + rowsAtOnce) - 1)
}

/** The places [from, to) of a run that lie in the plan's span of time and behind the mark. */
export function boundsOf(
  db: ReadableDb,
  run: StoredRun,
  { from, to }: Pick<EventPlan, 'from' | 'to'>,
  { newestFirst, after }: Pick<Walk, 'newestFirst' | 'after'>,
): readonly [from: number, to: number] {
  let low = from <= run.firstAt ? 0 : placeOf(db, run, from, false)
  let high = to >= run.lastAt ? run.n : placeOf(db, run, to, true)
  if (after !== null && newestFirst && after.at <= run.lastAt) {
    const [start, end] = [placeOf(db, run, after.at, false), placeOf(db, run, after.at, true)]
    high = Math.min(high, Math.max(start, Math.min(end, after.seq - run.first)))
  }
  if (after !== null && !newestFirst && after.at >= run.firstAt) {
    const [start, end] = [placeOf(db, run, after.at, false), placeOf(db, run, after.at, true)]
    low = Math.max(low, Math.max(start, Math.min(end, after.seq - run.first + 1)))
  }
  return [low, high]
}

function holdsWhole(db: ReadableDb, { seq }: EventFacts, whole: readonly string[]): boolean {
  if (whole.length === 0) return true
  const json = bytesOfEvent(db, seq).toString('utf8').toLowerCase()
  return whole.every((id) => json.includes(id))
}
