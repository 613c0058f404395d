import { createHash } from 'node:crypto'
import {
  ANSWERS,
  type Answer,
  type CheckResult,
  SEVERITIES,
  type Severity,
} from '../../../shared/model/check.ts'
import type { Instant } from '../../../shared/model/json.ts'
import type { Page } from '../../../shared/model/page.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import { hex, wellFormed } from './canonical.ts'
import { batches, inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { appendJournal } from './journal.ts'
import { keyOfMark, pageOf } from './mark.ts'
import { line } from './provenance.ts'

const BATCH = 500

/** A result before it is said of which collection it is. */
export type NewResult = Omit<CheckResult, 'collectionId'>

/** By whom, when and by which measure checks were run. */
export interface CheckRun {
  readonly actor: string
  readonly at: Instant
  readonly appVersion: string
  readonly policy: Policy
}

interface ResultRow extends Omit<CheckResult, 'evidence'> {
  readonly n: number
  readonly evidence: string
}

const COLUMNS = `collection_id as collectionId, n, check_id as checkId, title, severity, answer, subject,
  subject_id as subjectId, reason, evidence`

function resultOf({ n: _, ...row }: ResultRow): CheckResult {
  return { ...row, evidence: JSON.parse(row.evidence) as number[] }
}

/** The line of a result in the digest of a run of the checks. */
export function resultLine(r: NewResult): string {
  return line(r.checkId, r.title, r.severity, r.answer, r.subject, r.subjectId, r.reason, r.evidence)
}

/**
 * Stores the results of a run of the checks over a collection, in place of those of an earlier run. The journal
 * keeps each run: by whom, with which policy, how many of each answer, and the SHA-256 over all result lines.
 */
export function saveResults(
  db: WritableDb,
  collectionId: number,
  results: Iterable<NewResult>,
  run: CheckRun,
): void {
  inTransaction(db, () => {
    write<[number]>(db, 'delete from result where collection_id = ?').run(collectionId)
    const insert = write(
      db,
      `insert into result (collection_id, n, check_id, title, severity, answer, subject, subject_id, reason, evidence)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const hash = createHash('sha256')
    let n = 0
    for (const result of results) {
      const r = wellFormed(result)
      insert.run(
        ...[collectionId, ++n, r.checkId, r.title, r.severity, r.answer, r.subject, r.subjectId, r.reason],
        JSON.stringify(r.evidence),
      )
      hash.update(resultLine(r))
    }
    const { answers } = resultCounts(db, collectionId)
    const { actor, at, appVersion, policy } = run
    const detail = { collectionId, appVersion, policy, results: n, answers, digest: hex(hash.digest()) }
    appendJournal(db, { actor, action: 'checks.run', detail, at })
  })
}

/** What narrows a page of results; null does not narrow. */
export interface ResultsPageQuery {
  readonly collectionId: number
  readonly checkId: string | null
  readonly answers: readonly Answer[] | null
  readonly severities: readonly Severity[] | null
  readonly subjectId?: string | null
  /** Text within the subject's name or the reason, in any case. */
  readonly search?: string | null
  /** Failures that are accepted on a day, or all but those. */
  readonly accepted?: { readonly on: string; readonly is: boolean } | null
  readonly after: string | null
  readonly limit: number
}

/** SQL of what is there where a person accepted a failing `result` for a day. */
export const acceptedOn = (
  day: string,
) => `select 1 from accepted_exception x where x.check_id = result.check_id
  and x.subject_id = result.subject_id and x.withdrawn = 0 and x.until >= ${day}
  and x.act_id = (select max(o.act_id) from accepted_exception o
    where o.check_id = x.check_id and o.subject_id = x.subject_id)`

/** A page of a collection's results, in the order in which the checks gave them. */
export function resultsPage(db: ReadableDb, ask: ResultsPageQuery): Page<CheckResult> {
  const { collectionId, checkId, answers, severities, subjectId = null, accepted, limit } = ask
  const rows = query<[Readonly<Record<string, number | string | null>>], ResultRow>(
    db,
    `select ${COLUMNS} from result
     where collection_id = @collectionId and n > @after and (@checkId is null or check_id = @checkId)
     and (@answers is null or answer in (select value from json_each(@answers)))
     and (@severities is null or severity in (select value from json_each(@severities)))
     and (@subjectId is null or subject_id = @subjectId)
     and (@search is null or instr(lower(subject), @search) > 0 or instr(lower(reason), @search) > 0)
     ${accepted ? `and answer = 'fail' and ${accepted.is ? '' : 'not '}exists (${acceptedOn('@day')})` : ''}
     order by n limit @limit`,
  ).all({
    collectionId,
    after: keyOfMark(ask.after, 1)?.[0] ?? 0,
    checkId,
    answers: answers && JSON.stringify(answers),
    severities: severities && JSON.stringify(severities),
    subjectId,
    search: ask.search?.trim().toLowerCase() || null,
    ...(accepted ? { day: accepted.on } : {}),
    limit,
  })
  return pageOf(rows, limit, (row) => [row.n], resultOf)
}

/** All results of a collection, streamed in the order in which the checks gave them. */
export function* eachResult(db: ReadableDb, collectionId: number): Generator<CheckResult> {
  const page = query<number[], ResultRow>(
    db,
    `select ${COLUMNS} from result where collection_id = ? and n > ? order by n limit ?`,
  )
  const rows = batches<ResultRow, number>(
    (after) => page.all(collectionId, after, BATCH),
    (row) => row.n,
    0,
  )
  for (const row of rows) yield resultOf(row)
}

/** Results of a collection, counted: how many checks, how many of each answer, failures by severity. */
export interface ResultCounts {
  readonly checks: number
  readonly answers: Readonly<Record<Answer, number>>
  readonly failuresBySeverity: Readonly<Record<Severity, number>>
}

/** Counts the results of a collection. */
export function resultCounts(db: ReadableDb, collectionId: number): ResultCounts {
  const rows = query<[number], { answer: Answer; severity: Severity; n: number }>(
    db,
    'select answer, severity, count(*) as n from result where collection_id = ? group by answer, severity',
  ).all(collectionId)
  const total = (keep: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(keep).reduce((sum, row) => sum + row.n, 0)
  const checks = query<[number], { n: number }>(
    db,
    'select count(distinct check_id) as n from result where collection_id = ?',
  ).get(collectionId)
  return {
    checks: checks?.n ?? 0,
    answers: Object.fromEntries(
      ANSWERS.map((answer) => [answer, total((row) => row.answer === answer)]),
    ) as Record<Answer, number>,
    failuresBySeverity: Object.fromEntries(
      SEVERITIES.map((s) => [s, total((row) => row.answer === 'fail' && row.severity === s)]),
    ) as Record<Severity, number>,
  }
}
