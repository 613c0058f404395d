import type { Ref } from '../../../shared/model/content.ts'
import type { Instant, Sha256 } from '../../../shared/model/json.ts'
import type { DayCount } from '../events/messages.ts'
import type { Envelope } from '../events/split.ts'
import { canonicalJson, hex, sha256 } from './canonical.ts'
import { query, type ReadableDb } from './db.ts'
import type { HashedRun } from './events-runs.ts'

/**
 * A monthly archive as Heroku publishes it; the names are Heroku's. The events of one day, which Heroku answers
 * without a file, are kept like one: `month` names the day too, `created_at` is when they were asked for, and
 * checksum and size are those of the list as it was taken over.
 */
export interface ArchiveMeta {
  readonly year: number
  /** Two digits; with the day for the events of one day, such as `05-14`. */
  readonly month: string
  readonly created_at: Instant
  /** SHA-256 of the packed file, in hexadecimal. */
  readonly checksum: string
  /** Bytes of the packed file. */
  readonly size: number
}

/** An archive that this locker holds. */
export interface Archive {
  readonly id: number
  readonly collectionId: number
  readonly enterprise: Ref
  readonly year: number
  readonly month: string
  readonly createdAt: Instant
  readonly checksum: Sha256
  readonly size: number
  readonly envelope: Envelope
  /** Unpacked size. */
  readonly bytes: number
  /** Events in the file: kept, and known from an earlier archive of the same enterprise. */
  readonly events: number
  readonly kept: number
  readonly known: number
  /** Events that were kept because they say something else than an earlier one of the same id. */
  readonly changed: number
  /** Events without a time that can be read; they stand at the start of the month. */
  readonly undated: number
  /** Times of the first and the last event in the file, in milliseconds since 1970. */
  readonly firstAt: number | null
  readonly lastAt: number | null
  /** Numbers of the first and the last event that were kept; null where none was. */
  readonly firstSeq: number | null
  readonly lastSeq: number | null
  /** Head of the chain of its events. */
  readonly eventsHead: Sha256
  readonly ingestedAt: Instant
  /** Head of the chain of archives behind this one. */
  readonly head: Sha256
}

/** Where the chain of archives begins. */
export const ARCHIVES_START = Buffer.alloc(32)

/** What a person calls an archive, such as `acme 2026-05`. */
export function archiveName(enterprise: Ref, { year, month }: Pick<ArchiveMeta, 'year' | 'month'>): string {
  return `${enterprise.name} ${year}-${month}`
}

/** The first moment of the month or day that an archive is about. */
export function startOf({ year, month }: Pick<ArchiveMeta, 'year' | 'month'>): number {
  const [inYear = 1, inMonth = 1] = month.split('-').map(Number)
  return Date.UTC(year, inYear - 1, inMonth)
}

/** True for the events of one day. */
export function isDay({ month }: Pick<ArchiveMeta, 'month'>): boolean {
  return month.length > 2
}

/** Where the chain of an archive's events begins: SHA-256 of the canonical JSON of whose file it is. */
export function eventsStart(
  enterpriseId: string,
  meta: Pick<ArchiveMeta, 'year' | 'month' | 'checksum'>,
): Buffer {
  const { year, month, checksum } = meta
  return sha256(canonicalJson({ checksum: checksum.toLowerCase(), enterpriseId, month, year }))
}

/** Events of one type in one month. */
export interface MonthOfType {
  /** Such as `2026-05`. */
  readonly month: string
  readonly type: string
  readonly events: number
}

/**
 * The head after an archive: SHA-256 of the head before it and the canonical JSON of all that is kept of it: its
 * facts, its runs with the hashes of their indexes, and its counts. `days` are in order; archives of lockers that
 * were made before days were counted have none.
 */
export function archiveHead(
  before: Uint8Array,
  archive: Omit<Archive, 'head'>,
  runs: readonly HashedRun[],
  counts: readonly MonthOfType[],
  days: readonly DayCount[],
): Buffer {
  const hashed = runs.map(({ first, n, firstAt, lastAt, index }) => ({
    first,
    n,
    firstAt,
    lastAt,
    index: hex(index),
  }))
  const order = ({ month, type }: MonthOfType) => `${month} ${type}`
  const counted = counts.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  const told = days.length === 0 ? {} : { days }
  return sha256(before, canonicalJson({ archive, runs: hashed, counts: counted, ...told }))
}

type ArchiveRow = Omit<Archive, 'enterprise' | 'checksum' | 'eventsHead' | 'head'> & {
  readonly enterpriseId: string
  readonly enterpriseName: string
  readonly checksum: Buffer
  readonly eventsHead: Buffer
  readonly head: Buffer
}

const SELECT = `select id, collection_id as collectionId, enterprise_id as enterpriseId,
  enterprise_name as enterpriseName, year, month, created_at as createdAt, checksum, size, envelope, bytes, events,
  kept, known, changed, undated, first_at as firstAt, last_at as lastAt, first_seq as firstSeq,
  last_seq as lastSeq, events_head as eventsHead, ingested_at as ingestedAt, head from archive`

function archiveOf({ enterpriseId, enterpriseName, ...row }: ArchiveRow): Archive {
  const { checksum, eventsHead, head } = row
  return {
    ...row,
    enterprise: { id: enterpriseId, name: enterpriseName },
    checksum: hex(checksum),
    eventsHead: hex(eventsHead),
    head: hex(head),
  }
}

/** All archives in the order in which they were taken over: the order of their chain. */
export function archivesOf(db: ReadableDb): readonly Archive[] {
  return query<[], ArchiveRow>(db, `${SELECT} order by id`).all().map(archiveOf)
}

/** The archive that was taken over last, or null. */
export function lastArchive(db: ReadableDb): Archive | null {
  const row = query<[], ArchiveRow>(db, `${SELECT} order by id desc limit 1`).get()
  return row === undefined ? null : archiveOf(row)
}

/** The archive of this very content, or null: it need not be fetched again. */
export function archiveKnown(
  db: ReadableDb,
  enterpriseId: string,
  meta: Pick<ArchiveMeta, 'year' | 'month' | 'checksum'>,
): Archive | null {
  const row = query<[string, number, string, Buffer], ArchiveRow>(
    db,
    `${SELECT} where enterprise_id = ? and year = ? and month = ? and checksum = ?`,
  ).get(enterpriseId, meta.year, meta.month, Buffer.from(meta.checksum, 'hex'))
  return row === undefined ? null : archiveOf(row)
}

/** The archive that an event belongs to, or null. */
export function archiveOfEvent(db: ReadableDb, seq: number): Archive | null {
  const row = query<[number, number], ArchiveRow>(
    db,
    `${SELECT} where last_seq >= ? and first_seq <= ? order by last_seq limit 1`,
  ).get(seq, seq)
  return row === undefined ? null : archiveOf(row)
}

/** The enterprise account that an event belongs to, or null. */
export function enterpriseOfEvent(db: ReadableDb, seq: number): Ref | null {
  const found = query<[number, number], Ref>(
    db,
    `select enterprise_id as id, enterprise_name as name from archive
     where last_seq >= ? and first_seq <= ? order by last_seq limit 1`,
  ).get(seq, seq)
  return found ?? null
}

/** The number of the last event that an archive covers; later rows are of an ingest that did not finish. */
export function lastSealed(db: ReadableDb): number {
  return query<[], { seq: number | null }>(db, 'select max(last_seq) as seq from archive').get()?.seq ?? 0
}
