import { problem } from '../../../shared/errors.ts'
import type { AuditEvent, EventFilter, EventQuery } from '../../../shared/model/event.ts'
import type { Page } from '../../../shared/model/page.ts'
import { archiveName, archiveOfEvent } from './archives.ts'
import type { ReadableDb } from './db.ts'
import { bytesOfEvent } from './events-block.ts'
import { planOf } from './events-plan.ts'
import { auditEventOf, type EventRow, FACTS_ONLY, LazyEvent, rowOf } from './events-row.ts'
import { runsUpTo } from './events-runs.ts'
import { walkEvents, walkRows } from './events-walk.ts'
import { keyOfMark, pageOf } from './mark.ts'

/** Rows that an export reads at once. */
const EXPORTED_AT_ONCE = 1000

/**
 * A page of events, newest first. Every field of the filter narrows it; `text` finds events that hold all its
 * words, the last as a beginning, and cannot be mistyped: nothing in it is an operator.
 */
export function eventPage(
  db: ReadableDb,
  filter: EventFilter,
  after: string | null,
  limit: number,
): Page<AuditEvent> {
  const [at, seq] = keyOfMark(after, 2) ?? []
  const mark = at === undefined || seq === undefined ? null : { at, seq }
  const walk = walkEvents(db, planOf(filter), { newestFirst: true, after: mark, rowsAtOnce: limit })
  const rows: EventRow[] = [...walk.take(limit)]
  return pageOf(
    rows,
    limit,
    (row) => [row.at, row.seq],
    (row) => auditEventOf(db, row),
  )
}

/**
 * The events that a filter lets through, oldest first, for exports. No statement stays open between two of them;
 * archives that are taken over meanwhile are not part of it.
 */
export function* eachEvent(db: ReadableDb, filter: EventFilter = {}): Generator<AuditEvent> {
  const walk = { newestFirst: false, after: null, rowsAtOnce: EXPORTED_AT_ONCE }
  for (const row of walkEvents(db, planOf(filter), walk)) yield auditEventOf(db, row)
}

/**
 * The events that were known when a collection ended, oldest first, as far as a query lets them through. Later
 * archives are left out, so that what is judged of a collection stays what it was.
 */
export function* eachEventUpTo(
  db: ReadableDb,
  collectionId: number,
  wanted: EventQuery = {},
): Generator<AuditEvent> {
  const runs = runsUpTo(db, collectionId)
  const walk = { newestFirst: false, after: null, rowsAtOnce: EXPORTED_AT_ONCE, runs }
  for (const facts of walkRows(db, planOf(wanted), walk, FACTS_ONLY)) yield new LazyEvent(db, facts)
}

/** Everything that an event says, parsed. Throws where the locker holds none of that number. */
export function eventDetails(db: ReadableDb, seq: number): unknown {
  return JSON.parse(bytesOfEvent(db, seq).toString('utf8'))
}

/** An event with its exact JSON and the name of its archive, such as `acme 2026-05`. Throws `wrong-use`. */
export function eventBySeq(
  db: ReadableDb,
  seq: number,
): { readonly event: AuditEvent; readonly json: string; readonly archive: string } {
  const archive = archiveOfEvent(db, seq)
  const row = archive === null ? undefined : rowOf(db, seq)
  if (archive === null || row === undefined)
    throw problem('wrong-use', { what: `there is no event ${seq}`, remedy: 'take a number from `search`' })
  return {
    event: auditEventOf(db, row),
    json: bytesOfEvent(db, seq).toString('utf8'),
    archive: archiveName(archive.enterprise, archive),
  }
}
