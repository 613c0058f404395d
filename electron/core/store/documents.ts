import type { z } from 'zod'
import { problem } from '../../../shared/errors.ts'
import { type Act, DocumentFacts, type DocumentInfo } from '../../../shared/model/work.ts'
import { recordAct } from './acts.ts'
import { hex } from './canonical.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { dropIntakes, type Intake, takeIn } from './document-bytes.ts'
import type { Sliced } from './slices.ts'

interface Row {
  readonly id: number
  readonly file_name: string
  readonly bytes: number
  readonly sha256: Buffer
  readonly facts: string
  readonly by: string
  readonly at: string
}

const STANDING = `
  select d.id, d.file_name, d.bytes, d.sha256, f.facts, a.actor as "by", a.at
  from document d join document_facts f on f.document_id = d.id join act a on a.id = f.act_id
  where f.removed = 0 and f.act_id = (select max(act_id) from document_facts o where o.document_id = d.id)`

const shown = (row: Row): DocumentInfo => ({
  ...DocumentFacts.parse(JSON.parse(row.facts)),
  id: row.id,
  fileName: row.file_name,
  bytes: row.bytes,
  sha256: hex(row.sha256),
  by: row.by,
  at: row.at,
})

/** The documents of the locker, newest first; removed ones are left out (their bytes and history stay). */
export function documentsOf(db: ReadableDb): DocumentInfo[] {
  return query<[], Row>(db, `${STANDING} order by d.id desc`).all().map(shown)
}

/** One document, or a Problem. */
export function documentOf(db: ReadableDb, id: number): DocumentInfo {
  const row = query<[number], Row>(db, `${STANDING} and d.id = ?`).get(id)
  if (!row)
    throw problem('wrong-use', { what: `there is no document ${id}`, remedy: 'choose one from the list' })
  return shown(row)
}

type Who = { readonly at: string; readonly actor: string }

function keepFacts(
  db: WritableDb,
  id: number,
  facts: z.infer<typeof DocumentFacts>,
  removed: 0 | 1,
  who: Who,
  says: string,
  file: Readonly<Record<string, unknown>>,
): Act {
  return recordAct(db, {
    ...who,
    kind: 'document',
    says,
    rows: [{ document: id, ...file, ...facts, removed }],
    store: (act) =>
      write<[number, number, string, number]>(
        db,
        'insert into document_facts (act_id, document_id, facts, removed) values (?, ?, ?, ?)',
      ).run(act, id, JSON.stringify(facts), removed),
  })
}

/**
 * Takes a file in, piece by piece, so that memory stays flat and questions are answered meanwhile; everything or
 * nothing. One file at a time. `parts` yields the bytes in order, at most `PART_BYTES` at a time.
 */
export function* attachDocument(
  db: WritableDb,
  input: {
    readonly fileName: string
    readonly facts: z.infer<typeof DocumentFacts>
    readonly parts: Iterable<Buffer>
  } & Who,
): Sliced<DocumentInfo> {
  try {
    const taken = yield* takeIn(db, input.parts)
    return inTransaction(db, () => makeDocument(db, input, taken))
  } catch (error) {
    yield* dropIntakes(db)
    throw error
  }
}

function makeDocument(
  db: WritableDb,
  input: { readonly fileName: string; readonly facts: z.infer<typeof DocumentFacts> } & Who,
  { intake, bytes, sha256 }: Intake,
): DocumentInfo {
  const { fileName, facts } = input
  const last = query<[], { id: number | null }>(db, 'select max(id) as id from document').get()?.id ?? 0
  const id = last + 1
  write<[number, string, number, Buffer]>(
    db,
    'insert into document (id, file_name, bytes, sha256) values (?, ?, ?, ?)',
  ).run(id, fileName, bytes, sha256)
  write<[number, number]>(db, 'insert into document_intake (document_id, intake) values (?, ?)').run(
    id,
    intake,
  )
  keepFacts(db, id, facts, 0, input, `${facts.title} attached`, { fileName, bytes, sha256: hex(sha256) })
  return documentOf(db, id)
}

/** Changes what is told about a document; the file itself never changes. */
export function describeDocument(
  db: WritableDb,
  id: number,
  facts: z.infer<typeof DocumentFacts>,
  who: Who,
): DocumentInfo {
  const standing = documentOf(db, id)
  keepFacts(db, id, facts, 0, who, `${standing.title} described anew`, {})
  return documentOf(db, id)
}

/** Takes a document off the list. Its bytes stay in the locker: what was evidence is not destroyed. */
export function removeDocument(db: WritableDb, id: number, who: Who): Act {
  const { title, type, validFrom, validTo, notes } = documentOf(db, id)
  return keepFacts(db, id, { title, type, validFrom, validTo, notes }, 1, who, `${title} removed`, {})
}
