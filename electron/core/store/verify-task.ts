import type { Sha256 } from '../../../shared/model/json.ts'
import { droppedOfTask, listProofsOfTask } from './completeness.ts'
import { query, type ReadableDb } from './db.ts'
import {
  readingsHash,
  requestsHash,
  type SightingFacts,
  sightingsHash,
  type TaskFacts,
} from './provenance.ts'
import { readingsOfTask } from './readings.ts'
import { requestsOfTask } from './requests.ts'
import { readsOfTask } from './task-reads.ts'
import type { Broken } from './verify.ts'

/** A task as it is stored. */
export type TaskRow = TaskFacts & { readonly id: number }

/** Tasks of a collection after a number, in the order stored. The plus keeps SQLite from sorting them all. */
export function tasksAfter(
  db: ReadableDb,
  collectionId: number,
  after: number,
  limit: number,
): readonly TaskRow[] {
  return query<[number, number, number], TaskRow>(
    db,
    `select t.id, t.key, coalesce(p.name, '') as topic, t.subject_kind as subjectKind, t.subject_id as subjectId,
     t.subject, t.sightings, t.sightings_hash as sightingsHash, t.requests, t.requests_hash as requestsHash,
     t.readings, t.readings_hash as readingsHash
     from task t left join topic p on p.id = t.topic_id
     where +t.collection_id = ? and t.id > ? order by t.id limit ?`,
  ).all(collectionId, after, limit)
}

function sightingsOf(db: ReadableDb, taskId: number): readonly SightingFacts[] {
  return query<[number], SightingFacts & { hash: Sha256 }>(
    db,
    `select coalesce(e.subject_id, '') as subjectId, coalesce(e.subject, '') as subject,
     coalesce(lower(hex(c.hash)), '') as hash, s.captured_at as capturedAt, s.request_seq as requestSeq
     from sighting s join task t on t.id = s.task_id
     left join evidence e on e.id = s.evidence_id and e.topic_id = s.topic_id and s.topic_id = t.topic_id
       and s.collection_id = t.collection_id
     left join content c on c.id = e.content_id
     where s.task_id = ? order by s.evidence_id`,
  ).all(taskId)
}

/** Recomputes what a task brought, and says which part of it is not as it was stored. */
export function verifyTask(db: ReadableDb, task: TaskRow): Broken | null {
  const entry = `${task.topic} of ${task.subjectKind} ${task.subject} (${task.key})`
  const say = (kind: Broken['kind'], things: string, stored: number, found: number): Broken => ({
    kind,
    entry,
    what:
      stored === found
        ? `has ${things} that differ from those stored`
        : `has ${found} ${things} instead of the ${stored} stored`,
  })
  const sightings = sightingsOf(db, task.id)
  if (!sightingsHash(sightings).equals(task.sightingsHash))
    return say('sighting', 'sightings', task.sightings, sightings.length)
  const requests = requestsOfTask(db, task.id)
  if (!requestsHash(requests).equals(task.requestsHash))
    return say('request', 'requests', task.requests, requests.length)
  const readings = readingsOfTask(db, task.id)
  const lists = listProofsOfTask(db, task.id)
  if (
    !readingsHash(readings, lists, droppedOfTask(db, task.id), readsOfTask(db, task.id)).equals(
      task.readingsHash,
    )
  )
    return say('reading', 'readings', task.readings, readings.length)
  return null
}
