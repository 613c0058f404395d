import { createHash } from 'node:crypto'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import type { Sliced } from './slices.ts'

/** Bytes of one stored piece. */
export const PART_BYTES = 1 << 20

/** A file that has come in, piece by piece, and belongs to no document yet. */
export interface Intake {
  readonly intake: number
  readonly bytes: number
  readonly sha256: Buffer
}

/** Throws away pieces of intakes that no document names: of one that failed, or that a power cut ended. */
export function* dropIntakes(db: WritableDb): Sliced<void> {
  const left = query<[], { intake: number; n: number }>(
    db,
    `select intake, n from document_piece
     where intake not in (select intake from document_intake) order by intake, n limit 1`,
  )
  for (let piece = left.get(); piece; piece = left.get()) {
    write<[number, number]>(db, 'delete from document_piece where intake = ? and n = ?').run(
      piece.intake,
      piece.n,
    )
    yield 1
  }
}

/**
 * Takes bytes in, each piece in a transaction of its own; one file at a time. What an earlier one left behind is
 * thrown away first. `parts` yields the bytes in order, at most `PART_BYTES` at a time.
 */
export function* takeIn(db: WritableDb, parts: Iterable<Buffer>): Sliced<Intake> {
  yield* dropIntakes(db)
  const intake =
    (query<[], { last: number | null }>(db, 'select max(intake) as last from document_intake').get()?.last ??
      0) + 1
  const hash = createHash('sha256')
  let bytes = 0
  let n = 0
  for (const part of parts) {
    hash.update(part)
    bytes += part.length
    inTransaction(db, () => {
      write<[number, number, Buffer]>(
        db,
        'insert into document_piece (intake, n, data) values (?, ?, ?)',
      ).run(intake, n++, part)
    })
    yield 1
  }
  return { intake, bytes, sha256: hash.digest() }
}

/** The bytes of a document, piece by piece. */
export function* documentParts(db: ReadableDb, id: number): Generator<Buffer> {
  const intake = query<[number], { intake: number }>(
    db,
    'select intake from document_intake where document_id = ?',
  ).get(id)?.intake
  const at =
    intake === undefined
      ? 'select data from document_part where document_id = ? and n = ?'
      : 'select data from document_piece where intake = ? and n = ?'
  for (let n = 0; ; n++) {
    const row = query<[number, number], { data: Buffer }>(db, at).get(intake ?? id, n)
    if (!row) return
    yield row.data
  }
}
