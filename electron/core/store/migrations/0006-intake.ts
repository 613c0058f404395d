import { appendOnly, type Migration } from './migration.ts'

/**
 * Files that people attach come in piece by piece, each in a transaction of its own, so that questions are
 * answered meanwhile. Pieces belong to an intake; a document names the intake that it was made of, and from then
 * on its pieces never change. Pieces of an intake that no document names were left by a power cut and may go.
 * Documents of earlier versions keep their bytes in `document_part`.
 */
export const intakeTables: Migration = {
  version: 6,
  name: 'intake',
  up(db) {
    db.exec(TABLES)
    db.exec(appendOnly('document_intake'))
    for (const [verb, row] of [
      ['insert', 'new'],
      ['update', 'old'],
      ['delete', 'old'],
    ])
      db.exec(`create trigger document_piece_no_${verb} before ${verb} on document_piece
        when exists (select 1 from document_intake where intake = ${row}.intake) begin
          select raise(abort, 'document_piece is append-only: what was attached never changes');
        end;`)
  },
}

const TABLES = `
create table document_intake (
  document_id integer primary key references document (id),
  intake integer not null unique
) strict;

create table document_piece (
  intake integer not null,
  n integer not null,
  data blob not null,
  primary key (intake, n)
) strict, without rowid;
`
