import type { ListProof, Reading, RequestRecord, SubjectKind } from '../../../shared/model/collection.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { wellFormed } from './canonical.ts'
import { insertDropped, insertLists } from './completeness.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import {
  type ItemToStore,
  insertSightings,
  isSighted,
  learn,
  type Resighted,
  resight,
  type Searchable,
  type Sighting,
  storeItem,
} from './evidence-write.ts'
import { nextHead, readingsHash, requestsHash, sightingsHash, type TaskFacts } from './provenance.ts'
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
  readonly items: readonly ItemToStore[]
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

/** How many items of a task were new and how many the same as before. */
export interface Stored {
  readonly fresh: number
  readonly unchanged: number
}

/**
 * Stores what a task brought, in one transaction: all of it or nothing. Content that the locker knows already
 * is not stored again, only sighted again. A task that is stored already is refused with an error, as is anything
 * for a complete collection.
 */
export function storeTask(db: WritableDb, brought: TaskToStore): Stored {
  return storeTasks(db, [brought])[0] as Stored
}

/** Stores what tasks brought, one after the other, in one transaction: all of it or nothing. */
export function storeTasks(db: WritableDb, brought: readonly TaskToStore[]): readonly Stored[] {
  return inTransaction(db, () => {
    const toLearn: Searchable[] = []
    const stored = brought.map((task) => storeOne(db, task, toLearn))
    learn(db, toLearn)
    return stored
  })
}

/** Words of so many items wait for the end of a transaction at most: a list of the account can be long. */
const MOST_TO_LEARN = 2000

function storeOne(db: WritableDb, brought: TaskToStore, toLearn: Searchable[]): Stored {
  const task = { ...wellFormed({ ...brought, items: [] }), items: brought.items }
  const { collectionId, key, subject, requests } = task
  if (taskDone(db, collectionId, key)) throw new Error(`task ${key} is stored already`)
  const topicId = ensureTopic(db, task.topic)
  const taskId = nextTaskId(db)
  const resighted = brought.resighted ?? []
  const own = new Set(requests.map(({ seq }) => seq))
  for (const requestSeq of new Set([...task.items, ...resighted].map((item) => item.requestSeq)))
    if (requestSeq !== null && !own.has(requestSeq) && !hasRequest(db, collectionId, requestSeq))
      throw new Error(`task ${key} rests on exchange ${requestSeq}, which is not stored`)
  const seen = new Map<number, Sighting>()
  let fresh = 0
  const see = (sighting: Sighting): boolean => {
    const { evidenceId } = sighting
    if (seen.has(evidenceId) || isSighted(db, collectionId, topicId, evidenceId)) return false
    seen.set(evidenceId, sighting)
    return true
  }
  for (const item of task.items) {
    const stored = storeItem(db, topicId, item, toLearn)
    if (see(stored.sighting) && stored.fresh) fresh++
    if (toLearn.length >= MOST_TO_LEARN) learn(db, toLearn.splice(0))
  }
  for (const item of resighted) see(resight(db, topicId, item))
  const sightings = [...seen.values()].sort((a, b) => a.evidenceId - b.evidenceId)
  const reads = task.reads ?? []
  const facts: TaskFacts = {
    key,
    topic: task.topic,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subject: subject.name,
    sightings: sightings.length,
    sightingsHash: sightingsHash(sightings),
    requests: requests.length,
    requestsHash: requestsHash([...requests].sort((a, b) => a.seq - b.seq)),
    readings: task.readings.length,
    readingsHash: readingsHash(task.readings, task.lists, task.dropped, reads),
  }
  insertTask(db, taskId, topicId, collectionId, facts)
  insertRequests(db, collectionId, taskId, requests)
  insertSightings(db, { collectionId, topicId, taskId }, sightings)
  insertReadings(db, taskId, task.readings)
  insertLists(db, taskId, task.lists)
  insertDropped(db, taskId, task.dropped)
  insertReads(db, taskId, reads)
  const unchanged = sightings.length - fresh
  const notRead = task.readings.filter(({ outcome }) => NOT_READ.includes(outcome)).length
  advance(db, collectionId, facts, { unchanged, notRead })
  return { fresh, unchanged }
}
