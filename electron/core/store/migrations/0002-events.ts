import { appendOnly, type Migration } from './migration.ts'

/**
 * The audit trail. Times are milliseconds since 1970.
 *
 * - `archive`: one monthly file as published and as verified; `head` chains each to the one before.
 * - `event`: one row per event, numbered in the order of the chain, its columns as numbers of `event_dim`; `id`
 *   is 16 bytes for a UUID, else the id as it is.
 * - `event_block`: the exact bytes of some hundred events, compressed, with their hashes and the chain's head.
 * - `event_run`: up to 65,536 events of one archive in order of time. A run's `event_term` (word or filter →
 *   events) and `event_ref` (id → events) are written once with it and never merged with others.
 * - `event_count`: events of an archive by month and type.
 * - `event_stage`: packed bytes of a large archive that is not verified yet.
 *
 * Events without an archive that covers them are of an ingest that did not finish. Nothing shows them, and they
 * alone may be deleted.
 */
export const eventTables: Migration = {
  version: 2,
  name: 'events',
  up(db) {
    db.exec(TABLES)
    for (const table of ['archive', 'event_run', 'event_dim', 'event_count']) db.exec(appendOnly(table))
    for (const [table, seq] of SEALED) db.exec(sealed(table, seq))
    db.exec(LIST)
  },
}

/** Tables that are written before their archive is sealed, and the column that says where a row belongs. */
const SEALED = [
  ['event', 'seq'],
  ['event_block', 'first'],
  ['event_term', 'run'],
  ['event_ref', 'run'],
] as const

function sealed(table: string, seq: string): string {
  return `
create trigger ${table}_no_update before update on ${table} begin
  select raise(abort, '${table} is append-only: what is written is never updated');
end;
create trigger ${table}_no_delete before delete on ${table}
when exists (select 1 from archive where last_seq >= old.${seq}) begin
  select raise(abort, '${table} is append-only: what an archive covers is never deleted');
end;`
}

const TABLES = `
create table archive (
  id integer primary key,
  collection_id integer not null references collection (id),
  enterprise_id text not null,
  enterprise_name text not null,
  year integer not null,
  month text not null,
  created_at text not null,
  checksum blob not null check (length(checksum) = 32),
  size integer not null,
  envelope text not null check (envelope in ('array', 'entries', 'data', 'events')),
  bytes integer not null,
  events integer not null,
  kept integer not null,
  known integer not null,
  changed integer not null,
  undated integer not null,
  first_at integer,
  last_at integer,
  first_seq integer,
  last_seq integer unique,
  events_head blob not null check (length(events_head) = 32),
  ingested_at text not null,
  head blob not null check (length(head) = 32),
  unique (enterprise_id, year, month, checksum)
) strict;

create table event_dim (
  id integer primary key,
  kind text not null check (kind in ('type', 'action', 'actor', 'app', 'team', 'ip')),
  name text not null,
  unique (kind, name)
) strict;

create table event (
  seq integer primary key,
  at integer not null,
  type integer,
  action integer,
  actor integer,
  app integer,
  team integer,
  ip integer,
  id any not null
) strict;

create table event_block (
  first integer primary key,
  n integer not null,
  codec text not null check (codec in ('zstd', 'deflate')),
  bytes integer not null,
  body blob not null,
  leaves blob not null,
  head blob not null check (length(head) = 32)
) strict;

create table event_run (
  first integer primary key,
  archive_id integer not null references archive (id) deferrable initially deferred,
  n integer not null,
  first_at integer not null,
  last_at integer not null,
  index_hash blob not null check (length(index_hash) = 32)
) strict;

create table event_term (
  run integer not null,
  term text not null,
  events blob not null,
  primary key (run, term)
) strict, without rowid;

create table event_ref (
  id integer primary key,
  run integer not null,
  own integer not null check (own in (0, 1)),
  first integer not null,
  refs blob not null
) strict;
create index event_ref_first on event_ref (run, own, first);

create table event_count (
  archive_id integer not null references archive (id) deferrable initially deferred,
  month text not null,
  type text not null,
  events integer not null,
  primary key (archive_id, month, type)
) strict, without rowid;

create table event_stage (
  id integer primary key,
  stage integer not null,
  part blob not null
) strict;
`

const LIST = `
create view event_list as
select e.seq, strftime('%Y-%m-%dT%H:%M:%fZ', e.at / 1000.0, 'unixepoch') as at, type.name as type,
  action.name as action, actor.name as actor, app.name as app, team.name as team, ip.name as ip,
  case typeof(e.id) when 'blob' then lower(hex(e.id)) else e.id end as id
from event e
left join event_dim type on type.id = e.type
left join event_dim action on action.id = e.action
left join event_dim actor on actor.id = e.actor
left join event_dim app on app.id = e.app
left join event_dim team on team.id = e.team
left join event_dim ip on ip.id = e.ip
where e.seq <= (select max(last_seq) from archive);
`
