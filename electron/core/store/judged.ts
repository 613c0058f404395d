import { createHash } from 'node:crypto'
import { ANSWERS, type Answer, type Severity } from '../../../shared/model/check.ts'
import type { Sha256 } from '../../../shared/model/json.ts'
import { hex } from './canonical.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'
import { line } from './provenance.ts'

/** What a check of the newest run over a collection came to. */
export interface JudgedCheck {
  /** Its place in the run, from 0. */
  readonly place: number
  readonly checkId: string
  readonly title: string
  readonly severity: Severity
  readonly counts: Readonly<Record<Answer, number>>
  /** SHA-256 over its result lines. */
  readonly digest: Sha256
  /** The state of the inputs that it read, as JSON; null where nobody kept track. */
  readonly inputs: string | null
}

type Row = Omit<JudgedCheck, 'counts'> & Readonly<Record<Answer, number>>

/** The checks of the newest run over a collection, in order; none where an app before version 8 of the format ran them. */
export function judgedChecks(db: ReadableDb, collectionId: number): readonly JudgedCheck[] {
  return query<[number], Row>(
    db,
    `select place, check_id as checkId, title, severity, pass, fail, not_applicable as "not-applicable",
       not_evaluated as "not-evaluated", digest, inputs from judged where collection_id = ? order by place`,
  )
    .all(collectionId)
    .map(({ place, checkId, title, severity, digest, inputs, ...counts }) => {
      return { place, checkId, title, severity, counts, digest, inputs }
    })
}

/** How many results a check has. */
export function resultsOf({ counts }: Pick<JudgedCheck, 'counts'>): number {
  return ANSWERS.reduce((sum, answer) => sum + counts[answer], 0)
}

/** Writes what a check came to in place of what stood at its place. */
export function keepJudged(db: WritableDb, collectionId: number, one: JudgedCheck): void {
  write(
    db,
    `insert or replace into judged (collection_id, place, check_id, title, severity, pass, fail, not_applicable,
     not_evaluated, digest, inputs) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[collectionId, one.place, one.checkId, one.title, one.severity],
    ...ANSWERS.map((answer) => one.counts[answer]),
    ...[one.digest, one.inputs],
  )
}

/** Forgets the checks from a place on. */
export function forgetJudged(db: WritableDb, collectionId: number, from: number): void {
  write<[number, number]>(db, 'delete from judged where collection_id = ? and place >= ?').run(
    collectionId,
    from,
  )
}

/** The digest of a run: SHA-256 over what its checks came to, in order. */
export function digestOfRun(checks: readonly JudgedCheck[]): Sha256 {
  const hash = createHash('sha256')
  for (const one of checks)
    hash.update(
      line(
        ...[one.checkId, one.title, one.severity],
        ANSWERS.map((answer) => one.counts[answer]),
        ...[one.digest, one.inputs],
      ),
    )
  return hex(hash.digest())
}
