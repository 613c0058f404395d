import type { Instant } from '../../../shared/model/json.ts'
import { canonicalJson, hex, sha256 } from './canonical.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'
import type { SightingFacts } from './provenance.ts'
import { wordsOf } from './search-words.ts'

/** What an item becomes: its evidence as it would be sighted, and whether the locker had not held it. */
interface StoredItem {
  readonly sighting: Sighting
  readonly fresh: boolean
}

/** A sighting before it is stored. */
export type Sighting = SightingFacts & { readonly evidenceId: number }

/** What the search is to learn of a new item. */
export interface Searchable {
  readonly evidenceId: number
  readonly subject: string
  readonly words: string
}

/** A content in the form in which it is stored and hashed, and the words that the search learns of it. */
export interface Prepared {
  readonly body: string
  readonly hash: Buffer
  readonly words: string
}

/** Prepares a content for the locker. Throws on what JSON cannot hold, as `canonicalJson` does. */
export function prepareContent(content: unknown): Prepared {
  const body = canonicalJson(content)
  return { body, hash: sha256(body), words: wordsOf(JSON.parse(body)) }
}

/** An item to be stored: its content, prepared where the time for it was better spent beforehand. */
export type ItemToStore = {
  readonly subjectId: string
  readonly subject: string
  readonly capturedAt: Instant
  /** Number of the exchange that carried the item: one of this task, or of a task stored before. */
  readonly requestSeq: number | null
} & ({ readonly content: unknown } | { readonly prepared: Prepared })

function contentId(db: WritableDb, hash: Buffer, body: string): number {
  const known = query<[Buffer], { id: number }>(db, 'select id from content where hash = ?').get(hash)
  if (known !== undefined) return known.id
  const added = write<[Buffer, string]>(db, 'insert into content (hash, body) values (?, ?)').run(hash, body)
  return Number(added.lastInsertRowid)
}

/**
 * Stores one item within the transaction of its task: content and evidence where new. What the search is to learn
 * of it is left to `learn`.
 */
export function storeItem(
  db: WritableDb,
  topicId: number,
  item: ItemToStore,
  toLearn: Searchable[],
): StoredItem {
  const { body, hash, words } = 'prepared' in item ? item.prepared : prepareContent(item.content)
  const content = contentId(db, hash, body)
  const subjectId = item.subjectId.toWellFormed()
  const known = query<[number, string, number], { id: number; subject: string }>(
    db,
    'select id, subject from evidence where topic_id = ? and subject_id = ? and content_id = ?',
  ).get(topicId, subjectId, content)
  const subject = known?.subject ?? item.subject.toWellFormed()
  const evidenceId = known?.id ?? addEvidence(db, topicId, subjectId, subject, content)
  if (known === undefined) toLearn.push({ evidenceId, subject, words })
  const { capturedAt, requestSeq } = item
  const sighting = { evidenceId, subjectId, subject, hash: hex(hash), capturedAt, requestSeq }
  return { sighting, fresh: known === undefined }
}

/** An item that the locker holds and that was seen again without its content being sent. */
export interface Resighted {
  readonly evidenceId: number
  readonly capturedAt: Instant
  readonly requestSeq: number | null
}

/** The sighting of an item that is held already. */
export function resight(
  db: ReadableDb,
  topicId: number,
  { evidenceId, capturedAt, requestSeq }: Resighted,
): Sighting {
  const held = query<[number, number], { subjectId: string; subject: string; hash: Buffer }>(
    db,
    `select e.subject_id as subjectId, e.subject, c.hash from evidence e cross join content c on c.id = e.content_id
     where e.id = ? and e.topic_id = ?`,
  ).get(evidenceId, topicId)
  if (held === undefined) throw new Error(`there is no evidence ${evidenceId} of this topic`)
  const { subjectId, subject, hash } = held
  return { evidenceId, subjectId, subject, hash: hex(hash), capturedAt, requestSeq }
}

/** Whether a collection has seen an item already. */
export function isSighted(
  db: ReadableDb,
  collectionId: number,
  topicId: number,
  evidenceId: number,
): boolean {
  return (
    query<[number, number, number], { found: number }>(
      db,
      'select 1 as found from sighting where collection_id = ? and topic_id = ? and evidence_id = ?',
    ).get(collectionId, topicId, evidenceId) !== undefined
  )
}

/** Stores the sightings of a task that is stored. */
export function insertSightings(
  db: WritableDb,
  of: { readonly collectionId: number; readonly topicId: number; readonly taskId: number },
  sightings: readonly Sighting[],
): void {
  const insert = write<[number, number, number, number, number | null, string]>(
    db,
    `insert into sighting (collection_id, topic_id, evidence_id, task_id, request_seq, captured_at)
     values (?, ?, ?, ?, ?, ?)`,
  )
  for (const { evidenceId, requestSeq, capturedAt } of sightings)
    insert.run(of.collectionId, of.topicId, evidenceId, of.taskId, requestSeq, capturedAt)
}

/**
 * Teaches the search new items; the last thing that a transaction does. Each statement after it that could be
 * undone by itself would make the full-text index write a piece of its own.
 */
export function learn(db: WritableDb, items: readonly Searchable[]): void {
  const insert = write<[number, string, string]>(
    db,
    'insert into evidence_fts (rowid, subject, body) values (?, ?, ?)',
  )
  for (const { evidenceId, subject, words } of items) insert.run(evidenceId, subject, words)
}

function addEvidence(
  db: WritableDb,
  topicId: number,
  subjectId: string,
  subject: string,
  contentId: number,
): number {
  const added = write<[number, string, string, number]>(
    db,
    'insert into evidence (topic_id, subject_id, subject, content_id) values (?, ?, ?, ?)',
  ).run(topicId, subjectId, subject, contentId)
  return Number(added.lastInsertRowid)
}
