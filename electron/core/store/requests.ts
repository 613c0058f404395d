import type { RequestRecord, SubjectKind } from '../../../shared/model/collection.ts'
import { batches, query, type ReadableDb, type WritableDb, write } from './db.ts'

const BATCH = 1000

type Flat = Omit<RequestRecord, 'range' | 'method'> & {
  readonly asked: string | null
  readonly got: string | null
  readonly next: string | null
}

const COLUMNS = `seq, host, path, range_asked as asked, range_got as got, range_next as next, status,
  request_id as requestId, etag, api_version as apiVersion, server_date as serverDate, sent_at as sentAt,
  clock_offset_ms as clockOffsetMs, duration_ms as durationMs, bytes, count, attempts`

function recordOf({ asked, got, next, ...rest }: Flat): RequestRecord {
  return { ...rest, method: 'GET', range: { asked, got, next } }
}

/** Stores the HTTP exchanges of a task. */
export function insertRequests(
  db: WritableDb,
  collectionId: number,
  taskId: number,
  requests: readonly RequestRecord[],
): void {
  const insert = write(
    db,
    `insert into request (collection_id, seq, task_id, host, path, range_asked, range_got, range_next, status,
     request_id, etag, api_version, server_date, sent_at, clock_offset_ms, duration_ms, bytes, count, attempts)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const r of requests)
    insert.run(
      ...[collectionId, r.seq, taskId, r.host, r.path, r.range.asked, r.range.got, r.range.next, r.status],
      ...[r.requestId, r.etag, r.apiVersion, r.serverDate, r.sentAt, r.clockOffsetMs, r.durationMs],
      ...[r.bytes, r.count, r.attempts],
    )
}

/** Every HTTP exchange of a collection in the order of their numbers, streamed. */
export function* requestsOf(db: ReadableDb, collectionId: number): Generator<RequestRecord> {
  const page = query<[number, number, number], Flat>(
    db,
    `select ${COLUMNS} from request where collection_id = ? and seq > ? order by seq limit ?`,
  )
  const rows = batches<Flat, number>(
    (after) => page.all(collectionId, after, BATCH),
    (row) => row.seq,
    -1,
  )
  for (const row of rows) yield recordOf(row)
}

/** One exchange of a collection by its number, or null. */
export function requestOf(db: ReadableDb, collectionId: number, seq: number): RequestRecord | null {
  const row = query<[number, number], Flat>(
    db,
    `select ${COLUMNS} from request where collection_id = ? and seq = ?`,
  ).get(collectionId, seq)
  return row === undefined ? null : recordOf(row)
}

/** The HTTP exchanges that a task made. */
export function requestsOfTask(db: ReadableDb, taskId: number): readonly RequestRecord[] {
  return query<[number], Flat>(
    db,
    `select ${COLUMNS} from request where task_id = ?
     and collection_id = (select t.collection_id from task t where t.id = task_id) order by seq`,
  )
    .all(taskId)
    .map(recordOf)
}

/** Whether an exchange of a collection is stored. */
export function hasRequest(db: ReadableDb, collectionId: number, seq: number): boolean {
  return (
    query<[number, number], { seq: number }>(
      db,
      'select seq from request where collection_id = ? and seq = ?',
    ).get(collectionId, seq) !== undefined
  )
}

/** The path of every exchange of a collection, with the collector and the kind of subject that it was made for. */
export function* askedFor(
  db: ReadableDb,
  collectionId: number,
): Generator<{ readonly path: string; readonly collector: string; readonly kind: SubjectKind }> {
  type Row = { seq: number; path: string; key: string; kind: SubjectKind }
  const page = query<[number, number, number], Row>(
    db,
    `select r.seq, r.path, t.key, t.subject_kind as kind from request r cross join task t on t.id = r.task_id
     where r.collection_id = ? and r.seq > ? order by r.seq limit ?`,
  )
  const rows = batches<Row, number>(
    (after) => page.all(collectionId, after, BATCH),
    (row) => row.seq,
    -1,
  )
  for (const { path, key, kind } of rows) yield { path, kind, collector: key.split(':')[0] ?? '' }
}

/** Milliseconds that an exchange of a collection took on average; null where it made none. */
export function meanDuration(db: ReadableDb, collectionId: number): number | null {
  return (
    query<[number], { ms: number | null }>(
      db,
      'select avg(duration_ms) as ms from request where collection_id = ? and attempts = 1',
    ).get(collectionId)?.ms ?? null
  )
}

/** The highest number of an exchange in a collection; 0 where there is none. */
export function lastRequestSeq(db: ReadableDb, collectionId: number): number {
  return (
    query<[number], { seq: number | null }>(
      db,
      'select max(seq) as seq from request where collection_id = ?',
    ).get(collectionId)?.seq ?? 0
  )
}

const VARIABLE = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d+)$/i

/** The kind of a request: its path without query, ids and numbers replaced by `{id}`. */
export function requestKind(path: string): string {
  const [plain = ''] = path.split('?')
  return plain
    .split('/')
    .map((part) => (VARIABLE.test(part) ? '{id}' : part))
    .join('/')
}

/** How many exchanges of each kind a collection made. */
export function requestCounts(db: ReadableDb, collectionId: number): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const { path } of requestsOf(db, collectionId)) {
    const kind = requestKind(path)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export { droppedFields, listProofs } from './completeness.ts'
