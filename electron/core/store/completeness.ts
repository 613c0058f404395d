import type { ListProof } from '../../../shared/model/collection.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'

type Dropped = readonly (readonly [pattern: string, fields: readonly string[]])[]

/** Stores the proofs of the lists that a task read. */
export function insertLists(db: WritableDb, taskId: number, lists: readonly ListProof[]): void {
  const insert = write(
    db,
    `insert into list_proof (task_id, n, path, pages, records, ranges, last_status, complete)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [n, l] of lists.entries())
    insert.run(
      ...[taskId, n, l.path, l.pages, l.records, JSON.stringify(l.ranges), l.lastStatus],
      l.complete ? 1 : 0,
    )
}

/** Stores the names of fields that a task was sent and did not keep. */
export function insertDropped(db: WritableDb, taskId: number, dropped: Dropped): void {
  const insert = write<[number, number, string, string]>(
    db,
    'insert into dropped_field (task_id, n, pattern, fields) values (?, ?, ?, ?)',
  )
  for (const [n, [pattern, fields]] of dropped.entries())
    insert.run(taskId, n, pattern, JSON.stringify(fields))
}

type FlatProof = Omit<ListProof, 'ranges' | 'complete'> & {
  readonly ranges: string
  readonly complete: number
}

function proofOf(row: FlatProof): ListProof {
  return { ...row, ranges: JSON.parse(row.ranges) as string[], complete: row.complete === 1 }
}

const PROOF = 'l.path, l.pages, l.records, l.ranges, l.last_status as lastStatus, l.complete'

/** The proof of each list that a collection read, in the order stored. */
export function listProofs(db: ReadableDb, collectionId: number): readonly ListProof[] {
  return query<[number], FlatProof>(
    db,
    `select ${PROOF} from task t cross join list_proof l on l.task_id = t.id
     where t.collection_id = ? order by t.id, l.n`,
  )
    .all(collectionId)
    .map(proofOf)
}

/** The proofs of the lists that a task read. */
export function listProofsOfTask(db: ReadableDb, taskId: number): readonly ListProof[] {
  return query<[number], FlatProof>(db, `select ${PROOF} from list_proof l where task_id = ? order by n`)
    .all(taskId)
    .map(proofOf)
}

/** Names of fields that a task was sent and did not keep, as stored. */
export function droppedOfTask(db: ReadableDb, taskId: number): Dropped {
  return query<[number], { pattern: string; fields: string }>(
    db,
    'select pattern, fields from dropped_field where task_id = ? order by n',
  )
    .all(taskId)
    .map(({ pattern, fields }) => [pattern, JSON.parse(fields) as string[]])
}

/** Names of fields that Heroku sent and we did not keep, per kind of path, over a whole collection. */
export function droppedFields(
  db: ReadableDb,
  collectionId: number,
): readonly { readonly pattern: string; readonly fields: readonly string[] }[] {
  const rows = query<[number], { pattern: string; field: string }>(
    db,
    `select distinct d.pattern, f.value as field
     from task t cross join dropped_field d on d.task_id = t.id cross join json_each(d.fields) f
     where t.collection_id = ? order by 1, 2`,
  ).all(collectionId)
  const fields = Map.groupBy(rows, (row) => row.pattern)
  return [...fields].map(([pattern, named]) => ({ pattern, fields: named.map(({ field }) => field) }))
}
