import { createHash } from 'node:crypto'
import { Policy } from '../../../shared/model/policy.ts'
import { type ActKind, type ActRow, actDigest } from './acts.ts'
import { canonicalJson, hex } from './canonical.ts'
import { query, type ReadableDb } from './db.ts'
import { documentParts } from './document-bytes.ts'
import { policyOf } from './policy.ts'
import type { Sliced } from './slices.ts'
import type { Broken } from './verify.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

const all = <Row>(db: ReadableDb, sql: string, act: number) => query<[number], Row>(db, sql).all(act)

/** The rows of an act, as they were hashed when it was done, read from the table of its kind. */
const ROWS: { readonly [K in ActKind]: (db: ReadableDb, act: number) => Rows } = {
  mapping: (db, act) =>
    all(
      db,
      `select framework, control, topic, subject_id as subjectId, decision, rationale
       from mapping_decision where act_id = ? order by n`,
      act,
    ),
  conclusion: conclusionRows,
  review: conclusionRows,
  exception: (db, act) =>
    all(
      db,
      `select check_id as checkId, subject_id as subjectId, subject, reason, until, withdrawn
       from accepted_exception where act_id = ? order by n`,
      act,
    ),
  document: (db, act) =>
    all<{ document: number; facts: string; removed: number }>(
      db,
      'select document_id as document, facts, removed from document_facts where act_id = ?',
      act,
    ).map(({ document, facts, removed }) => ({
      document,
      ...fileOf(db, document, act),
      ...(JSON.parse(facts) as object),
      removed,
    })),
  record: recordRows,
}

function recordRows(db: ReadableDb, act: number): Rows {
  return all<{ kind: string; key: string; content: string | null }>(
    db,
    'select kind, key, content from record where act_id = ? order by n',
    act,
  ).map((row) => ({ ...row, content: row.content === null ? null : JSON.parse(row.content) }))
}

function conclusionRows(db: ReadableDb, act: number): Rows {
  return all(
    db,
    `select framework, control, design, operation, text, prepared_by as preparedBy, prepared_at as preparedAt,
       reviewed_by as reviewedBy, reviewed_at as reviewedAt from conclusion where act_id = ?`,
    act,
  )
}

/** What the act that brought a document said of its file; later acts say nothing of it. */
function fileOf(db: ReadableDb, document: number, act: number): Readonly<Record<string, unknown>> {
  const file = query<[number, number], { fileName: string; bytes: number; sha256: Buffer }>(
    db,
    `select file_name as fileName, bytes, sha256 from document d where d.id = ?
       and ? = (select min(act_id) from document_facts where document_id = d.id)`,
  ).get(document, act)
  return file ? { ...file, sha256: hex(file.sha256) } : {}
}

interface Told {
  readonly seq: number
  readonly act: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly digest: string
  readonly says: string
  readonly undoes: number | null
}

const TOLD = `select seq, detail ->> '$.act' as act, at, actor, action, detail ->> '$.digest' as digest,
    detail ->> '$.says' as says, detail ->> '$.undoes' as undoes
  from journal where detail ->> '$.act' is not null and seq > ? order by seq limit 1`

const ACTS = 'select id, at, actor, kind, says, undoes, digest from act where id > ? order by id limit 1'

function differs(act: ActRow, told: Told): boolean {
  return (
    act.at !== told.at ||
    act.actor.toWellFormed() !== told.actor ||
    act.says !== told.says ||
    (act.undoes ?? null) !== (told.undoes ?? null) ||
    told.action !== `${act.kind}.${act.undoes ? 'undone' : 'decided'}` ||
    hex(act.digest) !== told.digest
  )
}

/**
 * Recomputes what people decided: the digest of each act from its rows, compared with the act and with the
 * journal, which has to tell the same acts; the bytes of each document; the policy that the journal adds up to.
 */
export function* verifyActs(db: ReadableDb): Sliced<Broken | null> {
  const broken = (act: number, what: string): Broken => ({ kind: 'act', entry: `decision ${act}`, what })
  const journal = query<[number], Told>(db, TOLD)
  const acts = query<[number], ActRow>(db, ACTS)
  for (let seq = 0, id = 0; ; ) {
    const told = journal.get(seq)
    const act = acts.get(id)
    yield 0
    if (!told && !act) break
    if (!told || (act && act.id < told.act)) return broken(act?.id ?? 0, 'is not told by the journal')
    if (!act || act.id > told.act) return broken(told.act, 'is missing')
    if (differs(act, told)) return broken(act.id, 'is not as the journal told')
    if (!actDigest(ROWS[act.kind](db, act.id)).equals(act.digest))
      return broken(act.id, `(${act.says}) does not fit its digest: a row was changed, added or deleted`)
    seq = told.seq
    id = act.id
  }
  return (yield* verifyDocuments(db)) ?? verifyPolicy(db)
}

function* verifyDocuments(db: ReadableDb): Sliced<Broken | null> {
  const documents = query<[], { id: number; name: string; bytes: number; sha256: Buffer; known: number }>(
    db,
    `select id, file_name as name, bytes, sha256,
       exists (select 1 from document_facts f where f.document_id = d.id) as known from document d order by id`,
  ).all()
  for (const { id, name, bytes, sha256, known } of documents) {
    const hash = createHash('sha256')
    let read = 0
    for (const part of documentParts(db, id)) {
      hash.update(part)
      read += part.length
      yield 0
    }
    const what = known ? 'has other bytes than those that were attached' : 'was attached by nobody'
    if (!known || read !== bytes || !hash.digest().equals(sha256))
      return { kind: 'act', entry: `document ${id} (${name})`, what }
  }
  return null
}

function verifyPolicy(db: ReadableDb): Broken | null {
  const changes = query<[], { detail: string }>(
    db,
    "select detail from journal where action = 'policy.set' order by seq",
  ).all()
  const told = Policy.parse(Object.assign({}, ...changes.map(({ detail }) => JSON.parse(detail) as object)))
  return canonicalJson(told) === canonicalJson(policyOf(db))
    ? null
    : { kind: 'file', entry: 'the policy', what: 'is not the one that the journal tells' }
}
