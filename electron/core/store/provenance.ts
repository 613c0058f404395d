import type { ListProof, Reading, RequestRecord } from '../../../shared/model/collection.ts'
import type { Instant, Sha256 } from '../../../shared/model/json.ts'
import { sha256 } from './canonical.ts'
import type { TaskRead } from './task-reads.ts'

/**
 * What is hashed, precisely. A line is `JSON.stringify` of an array of texts, numbers and nulls (which is its
 * RFC 8785 form too) and a line feed, in UTF-8. A hash of lines is SHA-256 over all of them in order.
 */
type Cell = string | number | null | readonly (string | number | null)[]

/** One line of what is hashed. */
export function line(...cells: readonly Cell[]): string {
  return `${JSON.stringify(cells)}\n`
}

/** One sighting as it enters the hash of its task. */
export interface SightingFacts {
  readonly subjectId: string
  readonly subject: string
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: Sha256
  readonly capturedAt: Instant
  readonly requestSeq: number | null
}

/** Hash of a task's sightings, in the order of their evidence numbers. */
export function sightingsHash(sightings: Iterable<SightingFacts>): Buffer {
  return hashOf(sightings, (s) => line(s.subjectId, s.subject, s.hash, s.capturedAt, s.requestSeq))
}

/** Hash of the HTTP exchanges that a task made, in the order of their numbers. */
export function requestsHash(requests: Iterable<RequestRecord>): Buffer {
  return hashOf(requests, (r) =>
    line(
      ...[r.seq, r.method, r.host, r.path, r.range.asked, r.range.got, r.range.next, r.status, r.requestId],
      ...[r.etag, r.apiVersion, r.serverDate, r.sentAt, r.clockOffsetMs, r.durationMs, r.bytes, r.count],
      r.attempts,
    ),
  )
}

/**
 * Hash of a task's readings, list proofs, dropped field names and the exchanges it rested on, each in the order
 * stored.
 */
export function readingsHash(
  readings: readonly Omit<Reading, 'collectionId'>[],
  lists: readonly ListProof[],
  dropped: readonly (readonly [pattern: string, fields: readonly string[]])[],
  reads: readonly TaskRead[] = [],
): Buffer {
  return sha256(
    ...readings.map((r) =>
      line('reading', r.topic, r.subjectKind, r.subjectId, r.subject, r.path, r.outcome, r.reason, r.items),
    ),
    ...lists.map((l) => line('list', l.path, l.pages, l.records, l.ranges, l.lastStatus, l.complete ? 1 : 0)),
    ...dropped.map(([pattern, fields]) => line('dropped', pattern, fields)),
    ...reads.map(({ seq, api, expand }) => line('rested-on', seq, api, expand)),
  )
}

function hashOf<T>(rows: Iterable<T>, lineOf: (row: T) => string): Buffer {
  const lines: string[] = []
  for (const row of rows) lines.push(lineOf(row))
  return sha256(...lines)
}

/** What a task is and what it brought, as it enters the chain of its collection. */
export interface TaskFacts {
  readonly key: string
  readonly topic: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly subject: string
  readonly sightings: number
  readonly sightingsHash: Buffer
  readonly requests: number
  readonly requestsHash: Buffer
  readonly readings: number
  readonly readingsHash: Buffer
}

/** The head of a collection's chain after one more task: SHA-256 over the head before and the task's line. */
export function nextHead(before: Uint8Array, t: TaskFacts): Buffer {
  const what = line(
    ...['task', t.key, t.topic, t.subjectKind, t.subjectId, t.subject],
    ...[t.sightings, t.sightingsHash.toString('hex'), t.requests, t.requestsHash.toString('hex')],
    ...[t.readings, t.readingsHash.toString('hex')],
  )
  return sha256(before, what)
}
