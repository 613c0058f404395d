import { createHash } from 'node:crypto'
import { ANSWERS, type Answer } from '../../../shared/model/check.ts'
import type { Instant } from '../../../shared/model/json.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import { hex, wellFormed } from './canonical.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { appendJournal } from './journal.ts'
import { digestOfRun, forgetJudged, type JudgedCheck, judgedChecks, keepJudged, resultsOf } from './judged.ts'
import { COLUMNS, type NewResult, type ResultRow, resultLine } from './results.ts'

/** Numbers of results that each check of a run has to itself. */
const SPAN = 10_000_000

/** By whom, when and by which measure checks were run. */
export interface CheckRun {
  readonly actor: string
  readonly at: Instant
  readonly appVersion: string
  readonly policy: Policy
}

/** A check of a run: what it answers, all of the same check, or that what it came to before still stands. */
export type RunCheck =
  | { readonly results: readonly NewResult[]; readonly inputs: string | null }
  | { readonly stands: JudgedCheck }

/** Stores the results of a run of the checks, in the order given; nobody kept track of what they rest on. */
export function saveResults(
  db: WritableDb,
  collectionId: number,
  results: Iterable<NewResult>,
  run: CheckRun,
): void {
  const checks: { results: NewResult[]; inputs: null }[] = []
  for (const result of results) {
    const last = checks.at(-1)
    if (last?.results[0]?.checkId === result.checkId) last.results.push(result)
    else checks.push({ results: [result], inputs: null })
  }
  saveRun(db, collectionId, checks, run)
}

/**
 * Stores a run of the checks over a collection in place of the one before; only rows that differ are written. The
 * journal keeps each run: by whom, with which policy, how many of each answer, how many checks were judged anew, and
 * the digest over what all checks came to.
 */
export function saveRun(
  db: WritableDb,
  collectionId: number,
  checks: readonly RunCheck[],
  run: CheckRun,
): void {
  inTransaction(db, () => {
    const before = judgedChecks(db, collectionId)
    if (before.length === 0)
      write<[number]>(db, 'delete from result where collection_id = ?').run(collectionId)
    const now = checks.map((check, place) =>
      'stands' in check
        ? standing(check.stands, place)
        : saveCheck(db, collectionId, place, before[place], check),
    )
    deleteBetween(db, collectionId, checks.length * SPAN, Number.MAX_SAFE_INTEGER)
    forgetJudged(db, collectionId, checks.length)
    const answers = Object.fromEntries(
      ANSWERS.map((answer) => [answer, now.reduce((sum, { counts }) => sum + counts[answer], 0)]),
    )
    const { actor, at, appVersion, policy } = run
    const judged = checks.filter((check) => !('stands' in check)).length
    const results = now.reduce((sum, one) => sum + resultsOf(one), 0)
    const digest = digestOfRun(now)
    const detail = { collectionId, appVersion, policy, results, answers, judged, checks: now.length, digest }
    appendJournal(db, { actor, action: 'checks.run', detail, at })
  })
}

function standing(check: JudgedCheck, place: number): JudgedCheck {
  if (check.place !== place) throw new Error(`${check.checkId} stands at another place`)
  return check
}

function saveCheck(
  db: WritableDb,
  collectionId: number,
  place: number,
  before: JudgedCheck | undefined,
  { results, inputs }: { readonly results: readonly NewResult[]; readonly inputs: string | null },
): JudgedCheck {
  const [first] = results
  if (first === undefined) throw new Error('a check gives at least one answer')
  const hash = createHash('sha256')
  const counts: Record<Answer, number> = { pass: 0, fail: 0, 'not-applicable': 0, 'not-evaluated': 0 }
  const rows = results.map(inForm)
  for (const row of rows) {
    hash.update(resultLine(row))
    counts[row.answer] += 1
  }
  const { checkId, title, severity } = rows[0] as NewResult
  const one: JudgedCheck = {
    ...{ place, checkId, title, severity, counts, digest: hex(hash.digest()), inputs },
  }
  if (before?.digest !== one.digest) writeRows(db, collectionId, place, rows, before !== undefined)
  if (before?.digest !== one.digest || before.inputs !== inputs) keepJudged(db, collectionId, one)
  return one
}

/** The same result with texts that can be stored; what it says is nearly always fit as it is. */
function inForm(result: NewResult): NewResult {
  const fit = result.subject.isWellFormed() && result.subjectId.isWellFormed() && result.reason.isWellFormed()
  return fit ? result : wellFormed(result)
}

function writeRows(
  db: WritableDb,
  collectionId: number,
  place: number,
  rows: readonly NewResult[],
  wasThere: boolean,
): void {
  const insert = write(
    db,
    `insert ${wasThere ? 'or replace ' : ''}into result (collection_id, n, check_id, title, severity, answer, subject, subject_id, reason,
     evidence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const start = place * SPAN
  const stored = wasThere ? storedRows(db, collectionId, start) : []
  for (const [at, r] of rows.entries()) {
    const evidence = JSON.stringify(r.evidence)
    if (isSame(stored[at], r, evidence)) continue
    insert.run(
      ...[collectionId, start + at + 1, r.checkId, r.title, r.severity, r.answer, r.subject, r.subjectId],
      ...[r.reason, evidence],
    )
  }
  if (wasThere) deleteBetween(db, collectionId, start + rows.length, start + SPAN)
}

function isSame(stored: ResultRow | undefined, r: NewResult, evidence: string): boolean {
  return (
    stored?.evidence === evidence &&
    stored.answer === r.answer &&
    stored.reason === r.reason &&
    stored.subjectId === r.subjectId &&
    stored.subject === r.subject &&
    stored.checkId === r.checkId &&
    stored.title === r.title &&
    stored.severity === r.severity
  )
}

function storedRows(db: ReadableDb, collectionId: number, start: number): readonly ResultRow[] {
  return query<[number, number, number], ResultRow>(
    db,
    `select ${COLUMNS} from result where collection_id = ? and n > ? and n <= ? order by n`,
  ).all(collectionId, start, start + SPAN)
}

function deleteBetween(db: WritableDb, collectionId: number, after: number, upTo: number): void {
  write<[number, number, number]>(db, 'delete from result where collection_id = ? and n > ? and n <= ?').run(
    collectionId,
    after,
    upTo,
  )
}
