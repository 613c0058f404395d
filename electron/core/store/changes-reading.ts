import type { SubjectKind } from '../../../shared/model/collection.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { query, type ReadableDb } from './db.ts'
import { NOT_READ } from './readings.ts'

/** The topics whose lists tell which subjects of a kind there are. */
const LISTED_BY: Readonly<Record<SubjectKind, readonly Topic[]>> = {
  account: [],
  enterprise: ['sso-identity-provider'],
  team: ['sso-identity-provider'],
  space: ['space-isolation'],
  pipeline: ['pipelines-promotions'],
  app: ['app-inventory', 'app-lock'],
  addon: ['addon-inventory'],
}

interface Task {
  readonly key: string
  readonly kind: SubjectKind
}

function taskOf(db: ReadableDb, id: number): Task | undefined {
  return query<[number], Task>(db, 'select key, subject_kind as kind from task where id = ?').get(id)
}

/** Whether a task of a collection is stored, and read all it was to. Null where it is not stored. */
function wentWell(db: ReadableDb, collectionId: number, key: string): boolean | null {
  const task = query<[number, string], { id: number }>(
    db,
    'select id from task where collection_id = ? and key = ?',
  ).get(collectionId, key)
  if (task === undefined) return null
  return (
    query<[number, string], { n: number }>(
      db,
      'select n from reading where task_id = ? and outcome in (select value from json_each(?)) limit 1',
    ).get(task.id, JSON.stringify(NOT_READ)) === undefined
  )
}

/** Whether a collector did anything in a collection; its tasks' keys begin with its id and a colon. */
function collectorRan(db: ReadableDb, collectionId: number, key: string): boolean {
  const [id = ''] = key.split(':')
  return (
    query<[number, string, string], { id: number }>(
      db,
      'select id from task where collection_id = ? and key >= ? and key < ? limit 1',
    ).get(collectionId, `${id}:`, `${id};`) !== undefined
  )
}

/** Whether every list of a collection was read that tells which subjects of a kind there are. */
function listsRead(db: ReadableDb, collectionId: number, kind: SubjectKind): boolean {
  return (
    query<[number, string, string], { n: number }>(
      db,
      `select r.n from task t cross join reading r on r.task_id = t.id cross join topic p on p.id = t.topic_id
       where t.collection_id = ? and t.subject_kind in ('account', 'enterprise', 'team')
       and p.name in (select value from json_each(?)) and r.outcome in (select value from json_each(?)) limit 1`,
    ).get(collectionId, JSON.stringify(LISTED_BY[kind]), JSON.stringify(NOT_READ)) === undefined
  )
}

/**
 * Tells whether a collection would have seen what a task of another one saw, had it been there: the same task
 * read all it was to; or there was no such task because its subject is gone from lists that were read.
 */
export function readingOf(db: ReadableDb, collectionId: number): (taskId: number) => boolean {
  const known = new Map<number, boolean>()
  const lists = new Map<SubjectKind, boolean>()
  const judge = (taskId: number): boolean => {
    const task = taskOf(db, taskId)
    if (task === undefined) return false
    const well = wentWell(db, collectionId, task.key)
    if (well !== null) return well
    if (!collectorRan(db, collectionId, task.key)) return false
    const read = lists.get(task.kind) ?? listsRead(db, collectionId, task.kind)
    lists.set(task.kind, read)
    return read
  }
  return (taskId) => {
    const answer = known.get(taskId) ?? judge(taskId)
    known.set(taskId, answer)
    return answer
  }
}
