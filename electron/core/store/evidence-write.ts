import type { Instant } from '../../../shared/model/json.ts'
import { canonicalJson, hex, sha256 } from './canonical.ts'
import { query, type WritableDb, write } from './db.ts'
import type { SightingFacts } from './provenance.ts'
import { wordsOf } from './search-words.ts'

/** What an item becomes: its sighting (null where this collection has seen it already), and whether it is new. */
interface StoredItem {
  readonly sighting: (SightingFacts & { readonly evidenceId: number }) | null
  readonly fresh: boolean
}

function contentId(db: WritableDb, hash: Buffer, body: string): number {
  const known = query<[Buffer], { id: number }>(db, 'select id from content where hash = ?').get(hash)
  if (known !== undefined) return known.id
  const added = write<[Buffer, string]>(db, 'insert into content (hash, body) values (?, ?)').run(hash, body)
  return Number(added.lastInsertRowid)
}

/** Stores one item within the transaction of its task: content, evidence and search words where new, a sighting. */
export function storeItem(
  db: WritableDb,
  of: { readonly collectionId: number; readonly topicId: number; readonly taskId: number },
  item: {
    readonly subjectId: string
    readonly subject: string
    readonly content: unknown
    readonly capturedAt: Instant
    readonly requestSeq: number | null
  },
): StoredItem {
  const body = canonicalJson(item.content)
  const hash = sha256(body)
  const content = contentId(db, hash, body)
  const subjectId = item.subjectId.toWellFormed()
  const known = query<[number, string, number], { id: number; subject: string }>(
    db,
    'select id, subject from evidence where topic_id = ? and subject_id = ? and content_id = ?',
  ).get(of.topicId, subjectId, content)
  const subject = known?.subject ?? item.subject.toWellFormed()
  const evidenceId = known?.id ?? addEvidence(db, of.topicId, { subjectId, subject, content, body })
  const { capturedAt, requestSeq } = item
  if (!addSighting(db, of, evidenceId, requestSeq, capturedAt)) return { sighting: null, fresh: false }
  const sighting = { evidenceId, subjectId, subject, hash: hex(hash), capturedAt, requestSeq }
  return { sighting, fresh: known === undefined }
}

/** An item that the locker holds and that was seen again without its content being sent. */
export interface Resighted {
  readonly evidenceId: number
  readonly capturedAt: Instant
  readonly requestSeq: number | null
}

/** Stores a sighting of an item that is held already; null where this collection has seen it. */
export function resight(
  db: WritableDb,
  of: { readonly collectionId: number; readonly topicId: number; readonly taskId: number },
  { evidenceId, capturedAt, requestSeq }: Resighted,
): StoredItem['sighting'] {
  const held = query<[number, number], { subjectId: string; subject: string; hash: Buffer }>(
    db,
    `select e.subject_id as subjectId, e.subject, c.hash from evidence e cross join content c on c.id = e.content_id
     where e.id = ? and e.topic_id = ?`,
  ).get(evidenceId, of.topicId)
  if (held === undefined) throw new Error(`there is no evidence ${evidenceId} of this topic`)
  if (!addSighting(db, of, evidenceId, requestSeq, capturedAt)) return null
  const { subjectId, subject, hash } = held
  return { evidenceId, subjectId, subject, hash: hex(hash), capturedAt, requestSeq }
}

/** True where the collection had not seen the item. */
function addSighting(
  db: WritableDb,
  of: { readonly collectionId: number; readonly topicId: number; readonly taskId: number },
  evidenceId: number,
  requestSeq: number | null,
  capturedAt: Instant,
): boolean {
  const { changes } = write<[number, number, number, number, number | null, string]>(
    db,
    `insert into sighting (collection_id, topic_id, evidence_id, task_id, request_seq, captured_at)
     values (?, ?, ?, ?, ?, ?) on conflict (collection_id, topic_id, evidence_id) do nothing`,
  ).run(of.collectionId, of.topicId, evidenceId, of.taskId, requestSeq, capturedAt)
  return changes > 0
}

function addEvidence(
  db: WritableDb,
  topicId: number,
  item: {
    readonly subjectId: string
    readonly subject: string
    readonly content: number
    readonly body: string
  },
): number {
  const added = write<[number, string, string, number]>(
    db,
    'insert into evidence (topic_id, subject_id, subject, content_id) values (?, ?, ?, ?)',
  ).run(topicId, item.subjectId, item.subject, item.content)
  const id = Number(added.lastInsertRowid)
  write<[number, string, string]>(db, 'insert into evidence_fts (rowid, subject, body) values (?, ?, ?)').run(
    id,
    item.subject,
    wordsOf(JSON.parse(item.body)),
  )
  return id
}
