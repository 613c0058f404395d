import { appendOnly, type Migration } from './migration.ts'

/**
 * What people tell beside mappings and conclusions: scope, lists, attestations, notes … as records of a kind
 * under a key. The newest act about a (kind, key) holds; null content means removed. `act` is made anew
 * without the list of kinds, which the code holds.
 */
export const recordTables: Migration = {
  version: 4,
  name: 'records',
  rebuilds: true,
  up(db) {
    db.exec(TABLES)
    for (const table of ['act', 'record']) db.exec(appendOnly(table))
  },
}

const TABLES = `
create table act_made_anew (
  id integer primary key,
  at text not null,
  actor text not null,
  kind text not null,
  says text not null,
  undoes integer references act (id),
  digest blob not null check (length(digest) = 32)
) strict;
insert into act_made_anew select id, at, actor, kind, says, undoes, digest from act;
drop table act;
alter table act_made_anew rename to act;

create table record (
  act_id integer not null references act (id),
  n integer not null,
  kind text not null,
  key text not null,
  content text check (content is null or json_valid(content)),
  primary key (act_id, n)
) strict, without rowid;
create index record_key on record (kind, key, act_id);
`
