import { appendOnly, type Migration } from './migration.ts'

/**
 * What each task rested on: the exchanges that it read, its own and those that others of its subject made, in
 * the order read. With these the next collection can ask whether they still hold. `api` is null for the Platform
 * API; `expand` is the `Accept-Expansion` header.
 */
export const readTables: Migration = {
  version: 5,
  name: 'reads',
  up(db) {
    db.exec(TABLE)
    db.exec(appendOnly('task_read'))
  },
}

const TABLE = `
create table task_read (
  task_id integer not null references task (id) deferrable initially deferred,
  n integer not null,
  seq integer not null,
  api text,
  expand text,
  primary key (task_id, n)
) strict, without rowid;
`
