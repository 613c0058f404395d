import type { ListProof, Reading, RequestRecord } from '../../../shared/model/collection.ts'
import { droppedOfTask, listProofsOfTask } from './completeness.ts'
import { query, type ReadableDb } from './db.ts'
import { readingsOfTask } from './readings.ts'
import { requestOf } from './requests.ts'
import { readsOfTask, type TaskRead } from './task-reads.ts'

/** One exchange that an earlier task rested on. */
export type EarlierExchange = TaskRead & { readonly record: RequestRecord }

/** What a task of an earlier collection brought, without its contents. */
export interface EarlierTask {
  readonly reads: readonly EarlierExchange[]
  readonly sightings: readonly { readonly evidenceId: number; readonly requestSeq: number | null }[]
  readonly readings: readonly Reading[]
  readonly lists: readonly ListProof[]
  readonly dropped: ReturnType<typeof droppedOfTask>
}

/** The task of a key in an earlier collection; null where there is none, or where it is not known what it read. */
export function earlierTask(db: ReadableDb, collectionId: number, key: string): EarlierTask | null {
  const task = query<[number, string], { id: number }>(
    db,
    'select id from task where collection_id = ? and key = ?',
  ).get(collectionId, key)
  if (task === undefined) return null
  const reads = readsOfTask(db, task.id).flatMap((read) => {
    const record = requestOf(db, collectionId, read.seq)
    return record === null ? [] : [{ ...read, record }]
  })
  if (reads.length === 0) return null
  const sightings = query<[number], EarlierTask['sightings'][number]>(
    db,
    `select evidence_id as evidenceId, request_seq as requestSeq from sighting
     where task_id = ? order by evidence_id`,
  ).all(task.id)
  return {
    reads,
    sightings,
    readings: readingsOfTask(db, task.id),
    lists: listProofsOfTask(db, task.id),
    dropped: droppedOfTask(db, task.id),
  }
}
