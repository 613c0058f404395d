import type { Severity } from '../../../shared/model/check.ts'
import type { CheckOverPeriod, PeriodOfChecks, PeriodPoint } from '../../../shared/model/check-period.ts'
import type { Day } from '../../../shared/model/json.ts'
import { query, type ReadableDb } from './db.ts'

interface CheckRow extends Omit<CheckOverPeriod, 'stands' | 'says' | 'firstFailed' | 'severity'> {
  readonly severity: Severity
  readonly firstFailed: number | null
}

const DAY = 86_400_000

const many = (n: number, one: string) => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`

/** Why a check stands as it does: failures speak first, then what was not seen, then how often was looked. */
function standing(row: CheckRow): Pick<CheckOverPeriod, 'stands' | 'says'> {
  const { collections, subjects, passedThroughout, failedEver, failsNow, notEvaluatedEver } = row
  const looked = many(collections, 'collection')
  if (failedEver > 0) {
    const now =
      failsNow === 0 ? 'none fails' : `${many(failsNow, 'subject')} still fail${failsNow === 1 ? 's' : ''}`
    return {
      stands: 'exceptions',
      says: `${many(failedEver, 'subject')} of ${subjects.toLocaleString('en')} failed in the period; ${now} in the newest of ${looked}.`,
    }
  }
  if (notEvaluatedEver > 0)
    return {
      stands: 'not-shown',
      says: `Nothing failed, but ${many(notEvaluatedEver, 'subject')} could not be evaluated in each of ${looked}.`,
    }
  if (passedThroughout === 0)
    return { stands: 'not-applicable', says: `The question did not arise in ${looked} of the period.` }
  if (collections < 2)
    return {
      stands: 'not-shown',
      says: `${many(passedThroughout, 'subject')} passed in the only collection of the period: a point in time shows no operation.`,
    }
  return {
    stands: 'operated',
    says: `${many(passedThroughout, 'subject')} passed whenever asked, over ${looked} of the period.`,
  }
}

/** The longest time without a collection from the start of the period to its end, or to `today` before that. */
function longestGap(period: PeriodOfChecks['period'], points: readonly PeriodPoint[], today: Day): number {
  const end = today < period.end ? today : period.end
  const days = [period.start, ...points.map(({ at }) => at.slice(0, 10)), end].map((day) => Date.parse(day))
  return Math.max(0, ...days.slice(1).map((day, index) => (day - (days[index] ?? day)) / DAY))
}

/** How every check stood over the audit period: in the complete collections of it that were judged. */
export function checksOverPeriod(
  db: ReadableDb,
  period: PeriodOfChecks['period'],
  today: Day,
): PeriodOfChecks {
  const collections = query<[string, string], PeriodPoint>(
    db,
    `select c.id as collectionId, c.started_at as at from collection c
     where c.state = 'complete' and substr(c.started_at, 1, 10) between ? and ?
       and exists (select 1 from result r where r.collection_id = c.id) order by c.id`,
  ).all(period.start, period.end)
  const rows = query<[Readonly<Record<string, string | number>>], CheckRow>(
    db,
    `with answered as (
       select check_id, subject_id, sum(answer = 'fail') as fails, sum(answer = 'pass') as passes,
         sum(answer = 'not-evaluated') as unknown, sum(answer = 'fail' and collection_id = @newest) as now,
         min(case when answer = 'fail' then collection_id end) as first
       from result where collection_id in (select value from json_each(@ids)) group by check_id, subject_id),
     named as (
       select check_id, title, severity, count(distinct collection_id) as collections, max(collection_id), min(n) as n
       from result where collection_id in (select value from json_each(@ids)) group by check_id)
     select a.check_id as checkId, n.title, n.severity, n.collections, count(*) as subjects,
       sum(passes > 0 and fails = 0 and unknown = 0) as passedThroughout, sum(fails > 0) as failedEver,
       sum(now > 0) as failsNow, sum(unknown > 0) as notEvaluatedEver, min(a.first) as firstFailed
     from answered a join named n on n.check_id = a.check_id group by a.check_id order by min(n.n)`,
  ).all({
    ids: JSON.stringify(collections.map(({ collectionId }) => collectionId)),
    newest: collections.at(-1)?.collectionId ?? 0,
  })
  return {
    period,
    collections,
    longestGapDays: longestGap(period, collections, today),
    checks: rows.map((row) => ({
      ...row,
      firstFailed: collections.find(({ collectionId }) => collectionId === row.firstFailed) ?? null,
      ...standing(row),
    })),
  }
}
