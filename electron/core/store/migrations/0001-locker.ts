import { appendOnly, type Migration } from './migration.ts'

/**
 * The tables of the first format. Hashes are 32-byte blobs, instants are texts in UTC, truth is 0 or 1. Only
 * `locker`, `collection` (until it is complete) and `result` ever change; all else is append-only.
 *
 * - `content`: canonical JSON, stored once per SHA-256. `evidence`: that content about one subject of one topic.
 *   `sighting`: seen in one collection by one task. `task`: one collector on one subject, with the hashes of
 *   what it brought.
 * - `evidence_fts` holds words only, no text; its row numbers are those of `evidence`.
 */
export const lockerTables: Migration = {
  version: 1,
  name: 'locker',
  up(db) {
    db.exec(TABLES)
    for (const table of APPEND_ONLY) db.exec(appendOnly(table))
    db.exec(GUARDS)
  },
}

const APPEND_ONLY = [
  'journal',
  'topic',
  'content',
  'evidence',
  'task',
  'sighting',
  'request',
  'reading',
  'list_proof',
  'dropped_field',
]

const TABLES = `
create table locker (
  id integer primary key check (id = 1),
  created_at text not null,
  created_by text not null,
  engagement text not null check (json_valid(engagement)),
  fingerprint_key blob not null check (length(fingerprint_key) = 32),
  journal_entries integer not null,
  journal_head blob not null check (length(journal_head) = 32)
) strict;

create table journal (
  seq integer primary key,
  at text not null,
  actor text not null,
  action text not null,
  detail text not null check (json_valid(detail)),
  hash blob not null check (length(hash) = 32)
) strict;

create table topic (
  id integer primary key,
  name text not null unique
) strict;

create table collection (
  id integer primary key,
  state text not null check (state in ('running', 'complete', 'interrupted', 'cancelled')),
  started_at text not null,
  finished_at text,
  connection_id text not null,
  connection_label text not null,
  account text not null,
  api_url text not null,
  scopes text check (json_valid(scopes)),
  token_expires_at text,
  collector text not null,
  app_version text not null,
  topics text not null check (json_valid(topics)),
  clock_offset_ms real,
  requests integer not null default 0,
  evidence integer not null default 0,
  unchanged integer not null default 0,
  events integer not null default 0,
  not_read integer not null default 0,
  tasks integer not null default 0,
  head blob not null check (length(head) = 32),
  digest blob check (length(digest) = 32)
) strict;

create table task (
  id integer primary key,
  collection_id integer not null references collection (id),
  key text not null,
  topic_id integer not null references topic (id),
  subject_kind text not null,
  subject_id text not null,
  subject text not null,
  sightings integer not null,
  sightings_hash blob not null check (length(sightings_hash) = 32),
  requests integer not null,
  requests_hash blob not null check (length(requests_hash) = 32),
  readings integer not null,
  readings_hash blob not null check (length(readings_hash) = 32),
  unique (collection_id, key)
) strict;

create table content (
  id integer primary key,
  hash blob not null unique check (length(hash) = 32),
  body text not null
) strict;

create table evidence (
  id integer primary key,
  topic_id integer not null references topic (id),
  subject_id text not null,
  subject text not null,
  content_id integer not null references content (id),
  unique (topic_id, subject_id, content_id)
) strict;

create table request (
  collection_id integer not null references collection (id),
  seq integer not null,
  task_id integer not null references task (id) deferrable initially deferred,
  host text not null,
  path text not null,
  range_asked text,
  range_got text,
  range_next text,
  status integer not null,
  request_id text,
  etag text,
  api_version text not null,
  server_date text,
  sent_at text not null,
  clock_offset_ms real,
  duration_ms real not null,
  bytes integer not null,
  count integer not null,
  attempts integer not null,
  primary key (collection_id, seq)
) strict, without rowid;
create index request_task on request (task_id);

create table sighting (
  collection_id integer not null references collection (id),
  topic_id integer not null references topic (id),
  evidence_id integer not null references evidence (id),
  task_id integer not null references task (id) deferrable initially deferred,
  request_seq integer,
  captured_at text not null,
  primary key (collection_id, topic_id, evidence_id),
  foreign key (collection_id, request_seq) references request (collection_id, seq)
) strict, without rowid;
create index sighting_task on sighting (task_id, evidence_id);
create index sighting_evidence on sighting (evidence_id);

create table reading (
  task_id integer not null references task (id) deferrable initially deferred,
  n integer not null,
  topic_id integer not null references topic (id),
  subject_kind text not null,
  subject_id text not null,
  subject text not null,
  path text,
  outcome text not null check (outcome in ('read', 'denied', 'absent', 'off', 'gone', 'failed')),
  reason text,
  items integer not null,
  primary key (task_id, n)
) strict, without rowid;

create table list_proof (
  task_id integer not null references task (id) deferrable initially deferred,
  n integer not null,
  path text not null,
  pages integer not null,
  records integer not null,
  ranges text not null check (json_valid(ranges)),
  last_status integer not null,
  complete integer not null check (complete in (0, 1)),
  primary key (task_id, n)
) strict, without rowid;

create table dropped_field (
  task_id integer not null references task (id) deferrable initially deferred,
  n integer not null,
  pattern text not null,
  fields text not null check (json_valid(fields)),
  primary key (task_id, n)
) strict, without rowid;

create table result (
  collection_id integer not null references collection (id),
  n integer not null,
  check_id text not null,
  title text not null,
  severity text not null check (severity in ('critical', 'high', 'medium', 'low')),
  answer text not null check (answer in ('pass', 'fail', 'not-applicable', 'not-evaluated')),
  subject text not null,
  subject_id text not null,
  reason text not null,
  evidence text not null check (json_valid(evidence)),
  primary key (collection_id, n)
) strict, without rowid;
create index result_check on result (collection_id, check_id, n);

create virtual table evidence_fts using fts5(
  subject, body, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
`

const GUARDS = `
create trigger locker_no_delete before delete on locker begin
  select raise(abort, 'a locker keeps the row that describes it');
end;
create trigger locker_keeps_its_birth before update of created_at, created_by, fingerprint_key on locker begin
  select raise(abort, 'when, by what and with which fingerprint key a locker was made never changes');
end;
create trigger collection_no_delete before delete on collection begin
  select raise(abort, 'a collection is never deleted');
end;
create trigger collection_complete_stays before update on collection when old.state = 'complete' begin
  select raise(abort, 'a complete collection never changes');
end;
create trigger task_not_into_complete before insert on task
when (select state from collection where id = new.collection_id) = 'complete' begin
  select raise(abort, 'a complete collection takes nothing more');
end;
`
