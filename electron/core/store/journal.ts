import type { Instant } from '../../../shared/model/json.ts'
import type { JournalEntry } from '../../../shared/model/locker.ts'
import type { Page } from '../../../shared/model/page.ts'
import { canonicalJson, hex, sha256 } from './canonical.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { keyOfMark, pageOf } from './mark.ts'

/** The hash that the first entry follows: 32 zero bytes. */
export const JOURNAL_START = Buffer.alloc(32)

/** A journal entry as it is stored. */
export interface JournalRow {
  readonly seq: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly detail: string
  readonly hash: Buffer
}

/** What one writes into the journal; `at` is now unless told. */
export interface JournalLine {
  /** Person and computer, such as `ana@laptop`. */
  readonly actor: string
  /** Noun and verb, such as `collection.started`. */
  readonly action: string
  /** Facts; never a secret. */
  readonly detail: Readonly<Record<string, unknown>>
  readonly at?: Instant
}

/**
 * The hash of an entry: SHA-256 over the 32 bytes of the hash before it and the canonical JSON (RFC 8785) of
 * `{ action, actor, at, detail, seq }`.
 */
export function journalHash(before: Uint8Array, row: Omit<JournalRow, 'hash'>): Buffer {
  const { seq, at, actor, action, detail } = row
  return sha256(before, canonicalJson({ seq, at, actor, action, detail: JSON.parse(detail) }))
}

/** Appends a line to the hash-chained journal and moves its head. */
export function appendJournal(db: WritableDb, line: JournalLine): void {
  inTransaction(db, () => {
    const head = query<[], { entries: number; head: Buffer }>(
      db,
      'select journal_entries as entries, journal_head as head from locker',
    ).get()
    const seq = (head?.entries ?? 0) + 1
    const at = line.at ?? new Date().toISOString()
    const actor = line.actor.toWellFormed()
    const row = { seq, at, actor, action: line.action, detail: canonicalJson(line.detail) }
    const hash = journalHash(head?.head ?? JOURNAL_START, row)
    write<[number, string, string, string, string, Buffer]>(
      db,
      'insert into journal (seq, at, actor, action, detail, hash) values (?, ?, ?, ?, ?, ?)',
    ).run(seq, at, actor, row.action, row.detail, hash)
    write<[number, Buffer]>(db, 'update locker set journal_entries = ?, journal_head = ?').run(seq, hash)
  })
}

function entryOf(row: JournalRow): JournalEntry {
  return { ...row, detail: JSON.parse(row.detail) as JournalEntry['detail'], hash: hex(row.hash) }
}

/** Rows of the journal after a number, oldest first. */
export function journalRows(db: ReadableDb, after: number, limit: number): JournalRow[] {
  return query<[number, number], JournalRow>(
    db,
    'select seq, at, actor, action, detail, hash from journal where seq > ? order by seq limit ?',
  ).all(after, limit)
}

/** A page of the journal, oldest first. */
export function journalPage(db: ReadableDb, after: string | null, limit: number): Page<JournalEntry> {
  const rows = journalRows(db, keyOfMark(after, 1)?.[0] ?? 0, limit)
  return pageOf(rows, limit, (row) => [row.seq], entryOf)
}

/** A page of the journal, newest first: what people look for when they ask what just happened. */
export function newestOfJournal(db: ReadableDb, after: string | null, limit: number): Page<JournalEntry> {
  const before = keyOfMark(after, 1)?.[0] ?? Number.MAX_SAFE_INTEGER
  const rows = query<[number, number], JournalRow>(
    db,
    'select seq, at, actor, action, detail, hash from journal where seq < ? order by seq desc limit ?',
  ).all(before, limit)
  return pageOf(rows, limit, (row) => [row.seq], entryOf)
}

/** Number and hash of the last entry: what a signature over the locker has to cover. */
export function journalHead(db: ReadableDb): { readonly seq: number; readonly hash: string } {
  const row = query<[], { seq: number; hash: Buffer }>(
    db,
    'select journal_entries as seq, journal_head as hash from locker',
  ).get()
  return { seq: row?.seq ?? 0, hash: hex(row?.hash ?? JOURNAL_START) }
}
