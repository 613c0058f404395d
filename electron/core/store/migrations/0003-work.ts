import { appendOnly, type Migration } from './migration.ts'

/**
 * What people decide. Nothing is ever changed: an `act` is one thing that a person did, its rows are what it
 * said, and the newest act about a thing holds. Taking something back is an act as well. `digest` is the
 * SHA-256 of an act's rows; it stands in the journal too.
 */
export const workTables: Migration = {
  version: 3,
  name: 'work',
  up(db) {
    db.exec(TABLES)
    for (const table of APPEND_ONLY) db.exec(appendOnly(table))
  },
}

const APPEND_ONLY = [
  'act',
  'mapping_decision',
  'conclusion',
  'accepted_exception',
  'document',
  'document_facts',
  'document_part',
]

const TABLES = `
create table act (
  id integer primary key,
  at text not null,
  actor text not null,
  kind text not null check (kind in ('mapping', 'conclusion', 'review', 'exception', 'document')),
  says text not null,
  undoes integer references act (id),
  digest blob not null check (length(digest) = 32)
) strict;

create table mapping_decision (
  act_id integer not null references act (id),
  n integer not null,
  framework text not null,
  control text not null,
  topic text not null,
  subject_id text not null,
  decision text not null check (decision in ('confirmed', 'rejected', 'added', 'suggested')),
  rationale text not null,
  primary key (act_id, n)
) strict, without rowid;
create index mapping_decision_key on mapping_decision (framework, control, topic, subject_id, act_id);

create table conclusion (
  act_id integer primary key references act (id),
  framework text not null,
  control text not null,
  design text not null check (design in ('effective', 'ineffective', 'not-tested')),
  operation text not null check (operation in ('effective', 'ineffective', 'not-tested')),
  text text not null,
  prepared_by text not null,
  prepared_at text not null,
  reviewed_by text,
  reviewed_at text
) strict;
create index conclusion_control on conclusion (framework, control, act_id);

create table accepted_exception (
  act_id integer not null references act (id),
  n integer not null,
  check_id text not null,
  subject_id text not null,
  subject text not null,
  reason text not null,
  until text not null,
  withdrawn integer not null check (withdrawn in (0, 1)),
  primary key (act_id, n)
) strict, without rowid;
create index accepted_exception_key on accepted_exception (check_id, subject_id, act_id);

create table document (
  id integer primary key,
  file_name text not null,
  bytes integer not null,
  sha256 blob not null check (length(sha256) = 32)
) strict;

create table document_facts (
  act_id integer primary key references act (id),
  document_id integer not null references document (id),
  facts text not null check (json_valid(facts)),
  removed integer not null check (removed in (0, 1))
) strict;
create index document_facts_document on document_facts (document_id, act_id);

create table document_part (
  document_id integer not null references document (id),
  n integer not null,
  data blob not null,
  primary key (document_id, n)
) strict, without rowid;

create table policy (
  id integer primary key check (id = 1),
  policy text not null check (json_valid(policy))
) strict;

create table saved_filter (
  screen text not null,
  name text not null,
  params text not null check (json_valid(params)),
  primary key (screen, name)
) strict, without rowid;
`
