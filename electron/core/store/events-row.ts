import type { AuditEvent } from '../../../shared/model/event.ts'
import { uuidOf } from '../events/uuid.ts'
import { query, type ReadableDb } from './db.ts'

/** An event as its row has it; names are numbers of `event_dim`. */
export interface EventRow {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly type: number | null
  readonly action: number | null
  readonly actor: number | null
  readonly app: number | null
  readonly team: number | null
  readonly ip: number | null
  readonly id: Buffer | string
}

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

/** An event as a list shows it. */
export function auditEventOf(db: ReadableDb, row: EventRow): AuditEvent {
  return {
    seq: row.seq,
    at: new Date(row.at).toISOString(),
    id: typeof row.id === 'string' ? row.id : uuidOf(row.id),
    type: nameOf(db, row.type) ?? '',
    action: nameOf(db, row.action) ?? '',
    actor: nameOf(db, row.actor),
    app: nameOf(db, row.app),
    team: nameOf(db, row.team),
    ip: nameOf(db, row.ip),
  }
}

/** The rows of numbers [from, to], ascending. */
export function rowsBetween(db: ReadableDb, from: number, to: number): EventRow[] {
  return query<[number, number], EventRow>(
    db,
    'select * from event where seq between ? and ? order by seq',
  ).all(from, to)
}

/** So many rows lie between two that are wanted where reading all is still cheaper than looking each up. */
const DENSE = 6

/** The rows of numbers that ascend or descend, in their order. */
export function rowsOf(db: ReadableDb, seqs: readonly number[]): readonly EventRow[] {
  const [from = 0, to = 0] = [seqs[0], seqs.at(-1)].toSorted((a = 0, b = 0) => a - b)
  if (seqs.length > 1 && to - from < DENSE * seqs.length) {
    const rows = rowsBetween(db, from, to)
    // Numbers within a run have no gaps; where one is missing, each is looked up.
    if (rows.length === to - from + 1) return seqs.map((seq) => rows[seq - from] as EventRow)
  }
  return seqs.flatMap((seq) => rowOf(db, seq) ?? [])
}

/** The row of a number. */
export function rowOf(db: ReadableDb, seq: number): EventRow | undefined {
  return query<[number], EventRow>(db, 'select * from event where seq = ?').get(seq)
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
