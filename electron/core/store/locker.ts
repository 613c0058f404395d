import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Engagement } from '../../../shared/model/engagement.ts'
import type { Instant } from '../../../shared/model/json.ts'
import type { LockerInfo } from '../../../shared/model/locker.ts'
import { canonicalJson } from './canonical.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { appendJournal, JOURNAL_START, journalHead } from './journal.ts'
import { openFileOf } from './open-files.ts'

interface LockerRow {
  readonly createdAt: Instant
  readonly createdBy: string
  readonly engagement: string
  readonly fingerprintKey: Buffer
}

function row(db: ReadableDb): LockerRow {
  const found = query<[], LockerRow>(
    db,
    `select created_at as createdAt, created_by as createdBy, engagement, fingerprint_key as fingerprintKey
     from locker`,
  ).get()
  if (found === undefined) throw new Error('the locker does not describe itself')
  return found
}

/** Writes what a new locker is: its engagement, its birth, a fresh fingerprint key, the first journal entry. */
export function describeLocker(
  db: WritableDb,
  facts: {
    readonly engagement: Engagement
    readonly appVersion: string
    readonly actor: string
    readonly createdAt: Instant
  },
): void {
  const { engagement, appVersion, actor, createdAt } = facts
  inTransaction(db, () => {
    write<[string, string, string, Buffer, Buffer]>(
      db,
      'insert into locker values (1, ?, ?, ?, ?, 0, ?)',
    ).run(createdAt, appVersion, canonicalJson(engagement), randomBytes(32), JOURNAL_START)
    appendJournal(db, { actor, action: 'locker.created', detail: { appVersion, engagement }, at: createdAt })
  })
}

/** The audit or assessment that the locker is about. */
export function engagementOf(db: ReadableDb): Engagement {
  return JSON.parse(row(db).engagement) as Engagement
}

/** The locker's own key for fingerprints of secrets: 32 random bytes that never leave it. */
export function fingerprintKey(db: ReadableDb): Buffer {
  return row(db).fingerprintKey
}

/** Entries of each kind, without walking any table: append-only tables are numbered without gaps. */
export function countsOf(db: ReadableDb): LockerInfo['counts'] {
  const last = (sql: string) => query<[], { n: number | null }>(db, sql).get()?.n ?? 0
  return {
    collections: last('select count(*) as n from collection'),
    evidence: last('select max(id) as n from evidence'),
    sightings: last('select sum(evidence) as n from collection'),
    events: last('select sum(events) as n from collection'),
    journal: journalHead(db).seq,
  }
}

function bytesOf(file: string): number {
  return ['', '-wal'].reduce(
    (sum, end) => sum + (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

/** What a person sees of an open locker at a glance. */
export function lockerInfo(db: ReadableDb): LockerInfo {
  const { createdAt, createdBy } = row(db)
  return {
    id: openFileOf(db).id,
    file: db.name,
    schemaVersion: query<[], { user_version: number }>(db, 'pragma user_version').get()?.user_version ?? 0,
    createdAt,
    createdBy,
    engagement: engagementOf(db),
    bytes: bytesOf(db.name),
    head: journalHead(db).hash,
    counts: countsOf(db),
  }
}
