import type { ListProof, Reading, RequestRecord, SubjectKind } from '../../../shared/model/collection.ts'
import type { Instant } from '../../../shared/model/json.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { wellFormed } from './canonical.ts'
import { insertDropped, insertLists } from './completeness.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { type Resighted, resight, storeItem } from './evidence-write.ts'
import {
  nextHead,
  readingsHash,
  requestsHash,
  type SightingFacts,
  sightingsHash,
  type TaskFacts,
} from './provenance.ts'
import { insertReadings, NOT_READ } from './readings.ts'
import { hasRequest, insertRequests } from './requests.ts'
import { insertReads, type TaskRead } from './task-reads.ts'
import { ensureTopic } from './topics.ts'

/** Everything that one collector brought about one subject. */
export interface TaskToStore {
  readonly collectionId: number
  /** `${collector.id}:${subject.kind}:${subject.id}`; what a resumed collection knows the task by. */
  readonly key: string
  readonly topic: Topic
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly name: string }
  readonly items: readonly {
    readonly subjectId: string
    readonly subject: string
    readonly content: unknown
    readonly capturedAt: Instant
    /** Number of the exchange that carried the item: one of this task, or of a task stored before. */
    readonly requestSeq: number | null
  }[]
  /** Items that the locker holds already and that Heroku said are unchanged, by their numbers. */
  readonly resighted?: readonly Resighted[]
  readonly requests: readonly RequestRecord[]
  readonly readings: readonly Omit<Reading, 'collectionId'>[]
  readonly lists: readonly ListProof[]
  readonly dropped: readonly (readonly [pattern: string, fields: readonly string[]])[]
  /** What the task rested on; left out where that is not known. */
  readonly reads?: readonly TaskRead[]
}

/** Whether a task of a collection is stored already. */
export function taskDone(db: ReadableDb, collectionId: number, key: string): boolean {
  return (
    query<[number, string], { id: number }>(
      db,
      'select id from task where collection_id = ? and key = ?',
    ).get(collectionId, key) !== undefined
  )
}

function nextTaskId(db: ReadableDb): number {
  return (query<[], { id: number | null }>(db, 'select max(id) as id from task').get()?.id ?? 0) + 1
}

function insertTask(
  db: WritableDb,
  id: number,
  topicId: number,
  collectionId: number,
  facts: TaskFacts,
): void {
  write(
    db,
    `insert into task (id, collection_id, key, topic_id, subject_kind, subject_id, subject, sightings,
     sightings_hash, requests, requests_hash, readings, readings_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[id, collectionId, facts.key, topicId, facts.subjectKind, facts.subjectId, facts.subject],
    ...[facts.sightings, facts.sightingsHash, facts.requests, facts.requestsHash],
    ...[facts.readings, facts.readingsHash],
  )
}

/** Moves the collection's counters and the head of its chain of tasks. */
function advance(
  db: WritableDb,
  collectionId: number,
  facts: TaskFacts,
  more: { readonly unchanged: number; readonly notRead: number },
): void {
  const head = query<[number], { head: Buffer }>(db, 'select head from collection where id = ?').get(
    collectionId,
  )?.head
  if (head === undefined) throw new Error(`there is no collection ${collectionId}`)
  write(
    db,
    `update collection set tasks = tasks + 1, requests = requests + ?, evidence = evidence + ?,
     unchanged = unchanged + ?, not_read = not_read + ?, head = ? where id = ?`,
  ).run(facts.requests, facts.sightings, more.unchanged, more.notRead, nextHead(head, facts), collectionId)
}

/**
 * Stores what a task brought, in one transaction: all of it or nothing. Content that the locker knows already
 * is not stored again, only sighted again. Answers how many items were new and how many the same as before. A
 * task that is stored already is refused with an error, as is anything for a complete collection.
 */
export function storeTask(
  db: WritableDb,
  brought: TaskToStore,
): { readonly fresh: number; readonly unchanged: number } {
  return inTransaction(db, () => {
    const task = { ...wellFormed({ ...brought, items: [] }), items: brought.items }
    const { collectionId, key, subject } = task
    if (taskDone(db, collectionId, key)) throw new Error(`task ${key} is stored already`)
    const topicId = ensureTopic(db, task.topic)
    const taskId = nextTaskId(db)
    insertRequests(db, collectionId, taskId, task.requests)
    const resighted = brought.resighted ?? []
    for (const requestSeq of new Set([...task.items, ...resighted].map((item) => item.requestSeq)))
      if (requestSeq !== null && !hasRequest(db, collectionId, requestSeq))
        throw new Error(`task ${key} rests on exchange ${requestSeq}, which is not stored`)
    const seen: (SightingFacts & { readonly evidenceId: number })[] = []
    let fresh = 0
    for (const item of task.items) {
      const stored = storeItem(db, { collectionId, topicId, taskId }, item)
      if (stored.sighting === null) continue
      seen.push(stored.sighting)
      if (stored.fresh) fresh++
    }
    for (const item of resighted) {
      const sighting = resight(db, { collectionId, topicId, taskId }, item)
      if (sighting !== null) seen.push(sighting)
    }
    insertReadings(db, taskId, task.readings)
    insertLists(db, taskId, task.lists)
    insertDropped(db, taskId, task.dropped)
    const reads = task.reads ?? []
    insertReads(db, taskId, reads)
    const facts: TaskFacts = {
      key,
      topic: task.topic,
      subjectKind: subject.kind,
      subjectId: subject.id,
      subject: subject.name,
      sightings: seen.length,
      sightingsHash: sightingsHash(seen.sort((a, b) => a.evidenceId - b.evidenceId)),
      requests: task.requests.length,
      requestsHash: requestsHash([...task.requests].sort((a, b) => a.seq - b.seq)),
      readings: task.readings.length,
      readingsHash: readingsHash(task.readings, task.lists, task.dropped, reads),
    }
    insertTask(db, taskId, topicId, collectionId, facts)
    const unchanged = seen.length - fresh
    const notRead = task.readings.filter(({ outcome }) => NOT_READ.includes(outcome)).length
    advance(db, collectionId, facts, { unchanged, notRead })
    return { fresh, unchanged }
  })
}
