import type { CollectionPlan } from '../../shared/model/collection-plan.ts'
import { count, duration } from './progress-line.ts'
import { table } from './table.ts'

/** What a collection would take, in lines. */
export function planLines(plan: CollectionPlan, width: number | null): string[] {
  const { account, basis, requests, total, counted, allowance, seconds, subjects, limits } = plan
  const known =
    basis === null
      ? `from lists of the account, read just now with ${count(plan.madeNow)} requests`
      : `from collection ${basis.collectionId} of ${basis.startedAt.slice(0, 10)}`
  const left = allowance.remaining === null ? 'an unknown number' : count(allowance.remaining)
  const rows = requests.map((one) => [one.pattern, one.per, count(one.subjects), count(one.requests)])
  const columns = [
    { title: 'Read', gives: true },
    { title: 'Per' },
    { title: 'Subjects', align: 'right' as const },
    { title: 'Requests', align: 'right' as const },
  ]
  return [
    `A collection as ${account} would make ${count(total)} requests, known ${known}.`,
    `${count(subjects.app)} apps, ${count(subjects.addon)} add-ons, ${count(subjects.team)} teams, ${count(subjects.space)} spaces, ${count(subjects.pipeline)} pipelines.`,
    `${count(counted)} of them count against the account's allowance: ${left} are left now, ${count(allowance.perMinute)} come back a minute, ${count(allowance.reserve)} are left to others.`,
    `It would take at least ${duration(seconds)}.`,
    '',
    ...table(columns, rows, width),
    '',
    ...limits,
  ]
}
