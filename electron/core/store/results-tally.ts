import type { AnswerThen, CountsThen, SubjectTally } from '../../../shared/contract-checks.ts'
import type { Overview } from '../../../shared/contract-work.ts'
import { ANSWERS, type Answer, SEVERITIES, type Severity } from '../../../shared/model/check.ts'
import type { Page } from '../../../shared/model/page.ts'
import { query, type ReadableDb } from './db.ts'
import { keyOfMark } from './mark.ts'
import { acceptedOn, noAnswers } from './results.ts'

type Counts = Record<Answer, number>

/** How often checks of each severity gave each answer, and how many failures a person accepted for a day. */
export function resultsBySeverity(db: ReadableDb, collectionId: number, day: string): Overview['failures'] {
  const rows = query<
    [string, number],
    { severity: Severity; answer: Answer; times: number; accepted: number }
  >(
    db,
    `select severity, answer, count(*) as times, sum(answer = 'fail' and exists (${acceptedOn('?')})) as accepted
     from result where collection_id = ? group by severity, answer`,
  ).all(day, collectionId)
  return SEVERITIES.map((severity) => {
    const own = rows.filter((row) => row.severity === severity)
    const counts = { ...noAnswers(), ...Object.fromEntries(own.map(({ answer, times }) => [answer, times])) }
    const accepted = own.find(({ answer }) => answer === 'fail')?.accepted ?? 0
    return { severity, open: counts.fail - accepted, accepted, counts }
  })
}

const SUMS = [
  ...ANSWERS.map((answer) => `sum(answer = '${answer}') as "a ${answer}"`),
  ...SEVERITIES.map((severity) => `sum(answer = 'fail' and severity = '${severity}') as "s ${severity}"`),
].join(', ')

interface SubjectRow extends Readonly<Record<string, string | number>> {
  readonly subjectId: string
  readonly subject: string
}

const part = <K extends string>(row: SubjectRow, letter: string, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, Number(row[`${letter} ${name}`])])) as Record<K, number>

/** The subjects of a collection's results with their answers, worst failures first. The mark is a position. */
export function resultsBySubject(
  db: ReadableDb,
  ask: {
    readonly collectionId: number
    readonly search: string | null
    readonly after: string | null
    readonly limit: number
  },
): Page<SubjectTally> {
  const [start = 0] = keyOfMark(ask.after, 1) ?? []
  const rows = query<[Readonly<Record<string, string | number | null>>], SubjectRow>(
    db,
    `select subject_id as subjectId, min(subject) as subject, ${SUMS} from result
     where collection_id = @collectionId and (@search is null or instr(lower(subject), @search) > 0)
     group by subject_id
     order by ${SEVERITIES.map((severity) => `"s ${severity}" desc`).join(', ')}, subject, subject_id
     limit @limit offset @start`,
  ).all({
    collectionId: ask.collectionId,
    search: ask.search?.trim().toLowerCase() || null,
    limit: ask.limit,
    start,
  })
  return {
    rows: rows.map((row) => ({
      subjectId: row.subjectId,
      subject: row.subject,
      counts: part(row, 'a', ANSWERS),
      failures: part(row, 's', SEVERITIES),
    })),
    next: rows.length < ask.limit ? null : String(start + rows.length),
  }
}

const COLLECTIONS = `select c.id as collectionId, c.started_at as at from collection c
  where c.state = 'complete' and exists (select 1 from result r where r.collection_id = c.id)`

/** What a check answered about a subject, collection by collection, oldest first; only those that have results. */
export function answersOverTime(db: ReadableDb, checkId: string, subjectId: string): readonly AnswerThen[] {
  return query<[string, string], AnswerThen>(
    db,
    `with checked as (${COLLECTIONS})
     select t.collectionId, t.at, r.answer, r.reason from checked t left join result r
       on r.collection_id = t.collectionId and r.check_id = ? and r.subject_id = ?
     group by t.collectionId order by t.collectionId`,
  ).all(checkId, subjectId)
}

/** The answers of a check, or of all, counted per collection, oldest first. */
export function countsOverTime(db: ReadableDb, checkId: string | null): readonly CountsThen[] {
  const rows = query<
    [string | null, string | null],
    { collectionId: number; at: string; answer: Answer | null; n: number }
  >(
    db,
    `with checked as (${COLLECTIONS})
     select t.collectionId, t.at, r.answer, count(r.n) as n from checked t left join result r
       on r.collection_id = t.collectionId and (? is null or r.check_id = ?)
     group by t.collectionId, r.answer order by t.collectionId`,
  ).all(checkId, checkId)
  const then = new Map<number, CountsThen & { readonly counts: Counts }>()
  for (const { collectionId, at, answer, n } of rows) {
    const known = then.get(collectionId) ?? { collectionId, at, counts: noAnswers() }
    if (answer) known.counts[answer] += n
    then.set(collectionId, known)
  }
  return [...then.values()]
}
