import { lastSealed } from './archives.ts'
import { type WritableDb, write } from './db.ts'
import type { Sliced } from './slices.ts'

const AT_ONCE = 2000

/** What an ingest that did not finish has left, table by table, and the column that tells its place. */
const LEFT = [
  ['event', 'seq'],
  ['event_block', 'first'],
  ['event_term', 'run'],
  ['event_ref', 'run'],
] as const

/** Removes events that no archive covers: of an ingest that failed, was cancelled, or died with its process. */
export function* removeUnsealed(db: WritableDb): Sliced<void> {
  const sealed = lastSealed(db)
  for (const [table, seq] of LEFT)
    for (let changes = AT_ONCE; changes >= AT_ONCE; ) {
      const sql = `delete from ${table} where ${seq} > ? limit ${AT_ONCE}`
      changes = write<[number]>(db, sql).run(sealed).changes
      yield changes
    }
}
