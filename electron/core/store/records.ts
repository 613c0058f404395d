import { problem } from '../../../shared/errors.ts'
import {
  RECORDS,
  type RecordContent,
  type RecordItem,
  type RecordKind,
  type RecordVersion,
} from '../../../shared/model/records.ts'
import type { Act } from '../../../shared/model/work.ts'
import { actOf, recordAct } from './acts.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'

interface Row {
  readonly key: string
  readonly content: string | null
  readonly by: string
  readonly at: string
  readonly act: number
}

/** One record as a person wants it to stand; null content removes it. */
export interface RecordChange<K extends RecordKind = RecordKind> {
  readonly kind: K
  readonly key: string
  readonly content: RecordContent<K> | null
}

/** A change of a record of any kind. */
export type AnyRecordChange = { [K in RecordKind]: RecordChange<K> }[RecordKind]

/** Who does it, and when. */
export interface Who {
  readonly at: string
  readonly actor: string
}

const COLUMNS = 'r.key, r.content, a.actor as "by", a.at, r.act_id as act'

const STANDING = `
  select ${COLUMNS} from record r join act a on a.id = r.act_id
  where r.kind = ? and r.act_id = (select max(o.act_id) from record o where o.kind = r.kind and o.key = r.key)
    and r.content is not null`

function parsed<K extends RecordKind>(kind: K, content: string): RecordContent<K> {
  return RECORDS[kind].parse(JSON.parse(content)) as RecordContent<K>
}

/** The records of a kind that stand, in the order of their keys. */
export function recordsOf<K extends RecordKind>(db: ReadableDb, kind: K): RecordItem<K>[] {
  return query<[string], Row>(db, `${STANDING} order by r.key`)
    .all(kind)
    .map((row) => ({ ...row, kind, content: parsed(kind, row.content ?? 'null') }))
}

/** The record that stands under a key, or null. */
export function recordOf<K extends RecordKind>(db: ReadableDb, kind: K, key: string): RecordItem<K> | null {
  const row = query<[string, string], Row>(db, `${STANDING} and r.key = ?`).get(kind, key)
  return row ? { ...row, kind, content: parsed(kind, row.content ?? 'null') } : null
}

/** The newest act that said something of a kind, 0 before any: while it stays, so do the records of that kind. */
export function recordsVersion(db: ReadableDb, kind: RecordKind): number {
  return (
    query<[string], { act: number | null }>(db, 'select max(act_id) as act from record where kind = ?').get(
      kind,
    )?.act ?? 0
  )
}

/** The next free key of a kind whose entries are numbered, such as `S-3`; keys of removed ones are not used again. */
export function nextKey(db: ReadableDb, kind: RecordKind, prefix: string): string {
  const used = query<[string], { n: number }>(
    db,
    'select count(distinct key) as n from record where kind = ?',
  ).get(kind)
  return `${prefix}-${(used?.n ?? 0) + 1}`
}

/** Everything that was ever said under a key, newest first. */
export function recordHistory<K extends RecordKind>(
  db: ReadableDb,
  kind: K,
  key: string,
): RecordVersion<K>[] {
  return query<[string, string], Row>(
    db,
    `select ${COLUMNS} from record r join act a on a.id = r.act_id
     where r.kind = ? and r.key = ? order by r.act_id desc`,
  )
    .all(kind, key)
    .map((row) => ({ ...row, kind, content: row.content === null ? null : parsed(kind, row.content) }))
}

type Stored = { readonly kind: string; readonly key: string; readonly content: string | null }

function keep(db: WritableDb, who: Who, says: string, rows: readonly Stored[], undoes: number | null): Act {
  return recordAct(db, {
    ...who,
    kind: 'record',
    says,
    undoes,
    rows: rows.map((row) => ({ ...row, content: row.content === null ? null : JSON.parse(row.content) })),
    store(act) {
      const insert = write<[number, number, string, string, string | null]>(
        db,
        'insert into record (act_id, n, kind, key, content) values (?, ?, ?, ?, ?)',
      )
      for (const [n, { kind, key, content }] of rows.entries()) insert.run(act, n, kind, key, content)
    },
  })
}

/**
 * Keeps what a person says: one act, however many records it holds, all or nothing. `says` is the act in
 * words, such as `12 apps tagged`. Throws where nothing is said, where a key comes twice, and zod's error where
 * a content breaks the schema of its kind.
 */
export function keepRecords(
  db: WritableDb,
  who: Who,
  says: string,
  changes: readonly AnyRecordChange[],
): Act {
  if (changes.length === 0)
    throw problem('wrong-use', { what: 'there is nothing to keep', remedy: 'give at least one entry' })
  const seen = new Set<string>()
  const rows = changes.map(({ kind, key, content }): Stored => {
    const name = JSON.stringify([kind, key])
    if (seen.has(name))
      throw problem('wrong-use', { what: `${key} is given twice`, remedy: 'give each entry once' })
    seen.add(name)
    return {
      kind,
      key,
      content: content === null ? null : JSON.stringify(RECORDS[kind].parse(content)),
    }
  })
  return keep(db, who, says, rows, null)
}

/** Takes an act about records back: each stands as before it. Undoing an undo does it again. */
export function undoRecords(db: WritableDb, act: number, who: Who): Act {
  const undone = actOf(db, act)
  if (undone?.kind !== 'record')
    throw problem('wrong-use', { what: `there is no such act ${act}`, remedy: 'choose one from the journal' })
  const rows = query<[number], Stored>(
    db,
    `select r.kind, r.key, (select b.content from record b where b.kind = r.kind and b.key = r.key
       and b.act_id < r.act_id order by b.act_id desc limit 1) as content
     from record r where r.act_id = ? order by r.n`,
  ).all(act)
  return keep(db, who, `taken back: ${undone.says}`, rows, act)
}
