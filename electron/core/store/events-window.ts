import type { EventHistogram, EventWindow } from '../../../shared/contract-events.ts'
import type { AuditEvent, EventFilter } from '../../../shared/model/event.ts'
import { type Bits, countBits, fill, keepBoth, noBits } from '../events/postings.ts'
import { query, type ReadableDb } from './db.ts'
import { matching } from './events-match.ts'
import { type EventPlan, planOf } from './events-plan.ts'
import { auditEventOf, type EventRow, placeOf } from './events-row.ts'
import { runsOf, type StoredRun } from './events-runs.ts'
import { boundsOf, walkEvents } from './events-walk.ts'

/** The events of a run that a filter lets through; `bits` is null where that is a whole stretch. */
interface Part {
  readonly run: StoredRun
  readonly from: number
  readonly to: number
  readonly bits: Bits | null
  readonly count: number
}

/** What a filter selects, so that positions in it can be found without walking. */
export interface Selection {
  readonly plan: EventPlan
  readonly parts: readonly Part[]
  readonly total: number
  /** The rows themselves, where an id has to be looked for inside the events: always few. */
  readonly rows: readonly EventRow[] | null
}

const WALK = { newestFirst: true, after: null, rowsAtOnce: 200 } as const

/** Selections of the newest questions, by filter; the runs of a locker never change, there are only more of them. */
const kept = new WeakMap<ReadableDb, Map<string, Selection>>()
const MOST_KEPT = 6

/** What every word begins with: one letter selects more than anything longer, and is what is asked first. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789']

/** Above this many events, selections that nobody asked for would take too much memory. */
const MOST_AHEAD = 5_000_000

/** Selections of single letters, made ahead of being asked; `made` stands for the runs that they are of. */
const ahead = new WeakMap<ReadableDb, { readonly made: string; readonly of: Map<string, Selection> }>()

function partOf(db: ReadableDb, run: StoredRun, plan: EventPlan): Part {
  const [from, to] = boundsOf(db, run, plan, WALK)
  if (from >= to) return { run, from, to: from, bits: null, count: 0 }
  if (plan.wanted.length === 0) return { run, from, to, bits: null, count: to - from }
  const bits = matching(db, run, plan, [from, to])
  return bits
    ? { run, from, to, bits, count: countBits(bits) }
    : { run, from, to: from, bits: null, count: 0 }
}

/** What a filter selects in some runs. */
export function select(db: ReadableDb, filter: EventFilter, runs: readonly StoredRun[]): Selection {
  const plan = planOf(filter)
  if (plan.whole.length > 0) {
    const rows = [...walkEvents(db, plan, { ...WALK, runs })]
    return { plan, parts: [], total: rows.length, rows }
  }
  const parts = runs.map((run) => partOf(db, run, plan)).filter(({ count }) => count > 0)
  return { plan, parts, total: parts.reduce((sum, { count }) => sum + count, 0), rows: null }
}

function selection(db: ReadableDb, filter: EventFilter): Selection {
  const runs = query<[], { n: number }>(db, 'select count(*) as n from event_run').get()?.n ?? 0
  const key = JSON.stringify([runs, filter])
  const ofDb = kept.get(db) ?? new Map<string, Selection>()
  kept.set(db, ofDb)
  const found = ofDb.get(key) ?? ahead.get(db)?.of.get(key) ?? select(db, filter, runsOf(db))
  ofDb.delete(key)
  ofDb.set(key, found)
  for (const old of ofDb.keys()) if (ofDb.size > MOST_KEPT) ofDb.delete(old)
  return found
}

/**
 * Selects what every single letter finds, so that the first key of a search is answered as fast as the others.
 * `turn` is awaited before every run of events: it lets others have theirs, and says whether to go on.
 */
export async function selectLetters(db: ReadableDb, turn: () => Promise<boolean>): Promise<void> {
  const runs = runsOf(db)
  const made = String(runs.length)
  if (ahead.get(db)?.made === made || runs.reduce((sum, { n }) => sum + n, 0) > MOST_AHEAD) return
  const of = new Map<string, Selection>()
  ahead.set(db, { made, of })
  for (const text of LETTERS) {
    const plan = planOf({ text })
    const parts: Part[] = []
    for (const run of runs) {
      if (!(await turn())) return
      const part = partOf(db, run, plan)
      if (part.count > 0) parts.push(part)
    }
    const total = parts.reduce((sum, { count }) => sum + count, 0)
    of.set(JSON.stringify([runs.length, { text }]), { plan, parts, total, rows: null })
  }
}

/** How many events of a part lie after a time. */
function newerIn(db: ReadableDb, { run, from, to, bits, count }: Part, time: number): number {
  if (time >= run.lastAt) return 0
  if (time < run.firstAt) return count
  const place = Math.max(from, Math.min(to, placeOf(db, run, time, true)))
  if (bits === null) return to - place
  const rest = noBits(run.n)
  fill(rest, place, to)
  keepBoth(rest, bits)
  return countBits(rest)
}

const newer = (db: ReadableDb, parts: readonly Part[], time: number) =>
  parts.reduce((sum, part) => sum + newerIn(db, part, time), 0)

/** The latest time after which at most `start` events lie. */
function timeAt(db: ReadableDb, parts: readonly Part[], start: number): number {
  let low = Math.min(...parts.map(({ run }) => run.firstAt)) - 1
  let high = Math.max(...parts.map(({ run }) => run.lastAt))
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    if (newer(db, parts, middle) > start) low = middle
    else high = middle
  }
  return newer(db, parts, high) > start ? low : high
}

/** Rows `start` to `start + limit` of what a filter lets through, newest first: any of millions at once. */
export function eventWindow(db: ReadableDb, filter: EventFilter, start: number, limit: number): EventWindow {
  const selected = selection(db, filter)
  return { total: selected.total, start, rows: rowsFrom(db, selected, start, limit) }
}

/** Rows of a selection from a position on, newest first; none past its end. */
export function rowsFrom(
  db: ReadableDb,
  { plan, parts, total, rows }: Selection,
  start: number,
  limit: number,
): readonly AuditEvent[] {
  const told = (some: readonly EventRow[]) => some.map((row) => auditEventOf(db, row))
  if (rows) return told(rows.slice(start, start + limit))
  if (start >= total) return []
  const at = start === 0 ? null : timeAt(db, parts, start)
  const skip = at === null ? 0 : start - newer(db, parts, at)
  const walk = walkEvents(db, plan, {
    newestFirst: true,
    after: at === null ? null : { at, seq: Number.MAX_SAFE_INTEGER },
    rowsAtOnce: Math.min(1000, skip + limit),
    runs: parts.map(({ run }) => run),
  })
  return told([...walk.drop(skip).take(limit)])
}

/** How many events a filter lets through in each of some equal stretches of the locker's whole time. */
export function eventsOverTime(db: ReadableDb, filter: EventFilter, buckets: number): EventHistogram {
  const runs = runsOf(db)
  if (runs.length === 0) return { from: 0, step: 1, counts: [] }
  const from = Math.min(...runs.map(({ firstAt }) => firstAt))
  const to = Math.max(...runs.map(({ lastAt }) => lastAt)) + 1
  const step = Math.max(1, Math.ceil((to - from) / buckets))
  const { from: _from, to: _to, ...whole } = filter
  const { parts, rows } = selection(db, whole)
  const after = rows
    ? (time: number) => rows.filter(({ at }) => at > time).length
    : (time: number) => newer(db, parts, time)
  const counts: number[] = []
  let before = after(from - 1)
  for (let edge = from + step; counts.length < buckets; edge += step) {
    const rest = edge >= to ? 0 : after(edge - 1)
    counts.push(before - rest)
    before = rest
    if (edge >= to) break
  }
  return { from, step, counts }
}

/** Values of a field that occur, those that contain some text, in order. */
export function eventValues(db: ReadableDb, field: string, containing: string, limit: number): string[] {
  return query<[string, string, number], { name: string }>(
    db,
    'select name from event_dim where kind = ? and instr(lower(name), ?) > 0 order by name limit ?',
  )
    .all(field, containing.toLowerCase(), limit)
    .map(({ name }) => name)
}
