import type { Act } from '../../../shared/model/work.ts'
import { canonicalJson, hex, sha256 } from './canonical.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { appendJournal } from './journal.ts'

/** The kinds of acts; each has its own table of rows. */
export type ActKind = 'mapping' | 'conclusion' | 'review' | 'exception' | 'document' | 'record'

/** Something that a person does, before it is written. */
export interface NewAct {
  readonly at: string
  /** Person and computer. */
  readonly actor: string
  readonly kind: ActKind
  readonly says: string
  readonly undoes?: number | null
  /** What the act says, as plain rows: hashed, and written by `store`. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** Writes the rows under the act's number. */
  readonly store: (act: number) => void
}

/** The digest of an act's rows: SHA-256 of their canonical JSON. */
export function actDigest(rows: NewAct['rows']): Buffer {
  return sha256(canonicalJson(rows))
}

/** Writes an act, its rows and its line in the journal, all or nothing. */
export function recordAct(db: WritableDb, act: NewAct): Act {
  const digest = actDigest(act.rows)
  return inTransaction(db, () => {
    const number = Number(
      write<[string, string, string, string, number | null, Buffer]>(
        db,
        'insert into act (at, actor, kind, says, undoes, digest) values (?, ?, ?, ?, ?, ?)',
      ).run(act.at, act.actor, act.kind, act.says, act.undoes ?? null, digest).lastInsertRowid,
    )
    act.store(number)
    const detail = {
      act: number,
      says: act.says,
      rows: act.rows.length,
      digest: hex(digest),
      ...(act.undoes ? { undoes: act.undoes } : {}),
    }
    appendJournal(db, {
      at: act.at,
      actor: act.actor,
      action: `${act.kind}.${act.undoes ? 'undone' : 'decided'}`,
      detail,
    })
    return { act: number, says: act.says }
  })
}

/** An act as it is stored, without its rows. */
export interface ActRow {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly kind: ActKind
  readonly says: string
  readonly undoes: number | null
  readonly digest: Buffer
}

/** The act of a number, or null. */
export function actOf(db: ReadableDb, id: number): ActRow | null {
  return (
    query<[number], ActRow>(db, 'select id, at, actor, kind, says, undoes, digest from act where id = ?').get(
      id,
    ) ?? null
  )
}
