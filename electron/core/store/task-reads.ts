import { query, type ReadableDb, type WritableDb, write } from './db.ts'

/** Which of Heroku's services an exchange was with. */
type Api = 'platform' | 'data' | 'github' | 'metrics'

/** One exchange that a task rested on, and how it was asked for. */
export interface TaskRead {
  /** Number of the exchange within the collection. */
  readonly seq: number
  readonly api: Api
  /** `Accept-Expansion`. */
  readonly expand: string | null
}

type Row = Omit<TaskRead, 'api'> & { readonly api: Api | null }

/** Stores what a task rested on, in the order read. */
export function insertReads(db: WritableDb, taskId: number, reads: readonly TaskRead[]): void {
  if (reads.length === 0) return
  const insert = write<[number, number, number, string | null, string | null]>(
    db,
    'insert into task_read (task_id, n, seq, api, expand) values (?, ?, ?, ?, ?)',
  )
  for (const [n, { seq, api, expand }] of reads.entries())
    insert.run(taskId, n, seq, api === 'platform' ? null : api, expand)
}

/** What a task rested on, in the order read; empty where its version did not keep that, or could not tell. */
export function readsOfTask(db: ReadableDb, taskId: number): readonly TaskRead[] {
  return query<[number], Row>(db, 'select seq, api, expand from task_read where task_id = ? order by n')
    .all(taskId)
    .map(({ api, ...rest }) => ({ ...rest, api: api ?? 'platform' }))
}
