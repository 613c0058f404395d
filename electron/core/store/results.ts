import type { CheckTally } from '../../../shared/contract-checks.ts'
import {
  ANSWERS,
  type Answer,
  type CheckResult,
  SEVERITIES,
  type Severity,
} from '../../../shared/model/check.ts'
import type { Page } from '../../../shared/model/page.ts'
import { batches, query, type ReadableDb } from './db.ts'
import { judgedChecks } from './judged.ts'
import { keyOfMark, pageOf } from './mark.ts'
import { line } from './provenance.ts'

const BATCH = 500

/** A result before it is said of which collection it is. */
export type NewResult = Omit<CheckResult, 'collectionId'>

/** A result as it is stored. */
export interface ResultRow extends Omit<CheckResult, 'evidence'> {
  readonly n: number
  readonly evidence: string
}

/** Columns of a stored result. */
export const COLUMNS = `collection_id as collectionId, n, check_id as checkId, title, severity, answer, subject,
  subject_id as subjectId, reason, evidence`

/** The result that everyone sees of a stored row. */
export function resultOf({ n: _, ...row }: ResultRow): CheckResult {
  return { ...row, evidence: JSON.parse(row.evidence) as number[] }
}

/** The line of a result in the digest of a run of the checks. */
export function resultLine(r: NewResult): string {
  return line(r.checkId, r.title, r.severity, r.answer, r.subject, r.subjectId, r.reason, r.evidence)
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
  const rows = resultsByCheck(db, collectionId)
  const total = (of: (row: CheckTally) => number) => rows.reduce((sum, row) => sum + of(row), 0)
  return {
    checks: rows.length,
    answers: Object.fromEntries(
      ANSWERS.map((answer) => [answer, total(({ counts }) => counts[answer])]),
    ) as Record<Answer, number>,
    failuresBySeverity: Object.fromEntries(
      SEVERITIES.map((s) => [s, total(({ severity, counts }) => (severity === s ? counts.fail : 0))]),
    ) as Record<Severity, number>,
  }
}

/** How often each check gave each answer in a collection, in the order of the checks. */
export function resultsByCheck(db: ReadableDb, collectionId: number): readonly CheckTally[] {
  const judged = judgedChecks(db, collectionId)
  const rows = judged.length > 0 ? judged : countedResults(db, collectionId)
  const checks = new Map<string, CheckTally & { readonly counts: Record<Answer, number> }>()
  for (const { checkId, title, severity, counts } of rows) {
    const known = checks.get(checkId) ?? { checkId, title, severity, counts: noAnswers() }
    for (const answer of ANSWERS) known.counts[answer] += counts[answer]
    checks.set(checkId, known)
  }
  return [...checks.values()]
}

/** No answer of any kind. */
export const noAnswers = (): Record<Answer, number> =>
  Object.fromEntries(ANSWERS.map((answer) => [answer, 0])) as Record<Answer, number>

/** Results that an app before version 8 of the format stored, counted one by one. */
function countedResults(db: ReadableDb, collectionId: number): readonly CheckTally[] {
  return query<
    [number],
    { checkId: string; title: string; severity: Severity; answer: Answer; times: number }
  >(
    db,
    `select check_id as checkId, title, severity, answer, count(*) as times from result where collection_id = ?
     group by check_id, answer order by min(n)`,
  )
    .all(collectionId)
    .map(({ answer, times, ...check }) => ({ ...check, counts: { ...noAnswers(), [answer]: times } }))
}
