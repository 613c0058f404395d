import type { Migration } from './migration.ts'

/**
 * What each check of the newest run over a collection came to: its answers counted, the SHA-256 over its result
 * lines, and in which state the inputs were that it read. A result's `n` is the place of its check times a span and
 * its own place, so that the results of one check are written anew without those of others.
 */
export const judgedTable: Migration = {
  version: 8,
  name: 'judged',
  up(db) {
    db.exec(TABLE)
  },
}

const TABLE = `
create table judged (
  collection_id integer not null references collection (id),
  place integer not null,
  check_id text not null,
  title text not null,
  severity text not null check (severity in ('critical', 'high', 'medium', 'low')),
  pass integer not null,
  fail integer not null,
  not_applicable integer not null,
  not_evaluated integer not null,
  digest text not null check (length(digest) = 64),
  inputs text check (inputs is null or json_valid(inputs)),
  primary key (collection_id, place)
) strict, without rowid;
`
