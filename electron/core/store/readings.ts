import type { Outcome, Reading } from '../../../shared/model/collection.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'
import { ensureTopic } from './topics.ts'

/**
 * Outcomes that leave something unread. `off` is none of them: a feature that is off was read, and that it is
 * off is what was found.
 */
export const NOT_READ: readonly Outcome[] = ['denied', 'absent', 'gone', 'failed']

const COLUMNS = `r.subject_kind as subjectKind, r.subject_id as subjectId, r.subject, r.path, r.outcome,
  r.reason, r.items`

/** Stores how the reads of a task ended. */
export function insertReadings(
  db: WritableDb,
  taskId: number,
  readings: readonly Omit<Reading, 'collectionId'>[],
): void {
  const insert = write(
    db,
    `insert into reading (task_id, n, topic_id, subject_kind, subject_id, subject, path, outcome, reason, items)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [n, r] of readings.entries())
    insert.run(
      ...[taskId, n, ensureTopic(db, r.topic), r.subjectKind, r.subjectId, r.subject, r.path, r.outcome],
      ...[r.reason, r.items],
    )
}

const FROM = `select t.collection_id as collectionId, p.name as topic, ${COLUMNS}
  from task t cross join reading r on r.task_id = t.id cross join topic p on p.id = r.topic_id`

/** How the reads of a collection ended, of one topic or of all, in the order stored. */
export function readingsOf(db: ReadableDb, collectionId: number, topic?: Topic): readonly Reading[] {
  if (topic === undefined)
    return query<[number], Reading>(db, `${FROM} where t.collection_id = ? order by t.id, r.n`).all(
      collectionId,
    )
  return query<[number, string], Reading>(
    db,
    `${FROM} where t.collection_id = ? and p.name = ? order by t.id, r.n`,
  ).all(collectionId, topic)
}

/** What a collection could not read (see `NOT_READ`), in the order stored. */
export function notRead(db: ReadableDb, collectionId: number): readonly Reading[] {
  return query<[number, string], Reading>(
    db,
    `${FROM} where t.collection_id = ? and r.outcome in (select value from json_each(?)) order by t.id, r.n`,
  ).all(collectionId, JSON.stringify(NOT_READ))
}

/** How the reads of one task ended. */
export function readingsOfTask(db: ReadableDb, taskId: number): readonly Reading[] {
  return query<[number], Reading>(db, `${FROM} where t.id = ? order by r.n`).all(taskId)
}
