import type { RequestRecord } from '../../../shared/model/collection.ts'
import type { Check } from './check.ts'
import type { Found } from './facts/survey.ts'
import { fail, type Grounds, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day } from './facts/words.ts'

/** EVD-05. */
export const evidenceInPeriod: Check = {
  id: 'EVD-05',
  title: 'Evidence falls inside the audit period',
  severity: 'high',
  needs: [],
  surveys: true,
  why: 'A setting that was read after the period says nothing about the period itself, unless somebody shows that it did not change in between.',
  fix: 'Collect again within the period, or add a note on what changed between the end of the period and the collection (roll-forward).',
  limits: 'Days are counted in UTC. A roll-forward note cannot be recorded yet.',
  *judge(view) {
    const { start, end } = view.period
    const topics = view.survey()
    const total = topics.reduce((sum, { items }) => sum + items, 0)
    if (total === 0) return yield notEvaluated(WHOLE, 'The collection holds no evidence.')
    const first = topics.map((topic) => topic.first).reduce((a, b) => (b < a ? b : a))
    const last = topics.map((topic) => topic.last).reduce((a, b) => (b > a ? b : a))
    const when = day(first) === day(last) ? `on ${day(first)}` : `from ${day(first)} to ${day(last)}`
    const told = `${count(total, 'item')} collected ${when}; the audit period is ${start} to ${end}`
    const outside = topics.flatMap(({ days }) =>
      [...days].flatMap(([on, found]) => (start <= on && on <= end ? [] : [found])),
    )
    const lie = outside.reduce((sum, { items }) => sum + items, 0)
    if (lie > 0) yield fail(WHOLE, `${told}, so ${lie} lie outside.`, firstOf(outside))
    else yield pass(WHOLE, `${told}.`, firstOf(topics).slice(0, 20))
  },
}

/** Items of several finds, in the order of their numbers. */
function firstOf(finds: readonly Found[]): Grounds {
  return finds.flatMap(({ some }) => some).toSorted((a, b) => a.id - b.id)
}

/** EVD-06. */
export const clockAgrees: Check = {
  id: 'EVD-06',
  title: 'Collector clock agrees with Heroku',
  severity: 'medium',
  needs: [],
  why: 'The times on evidence are those of the collecting computer. If its clock is wrong, so is every as-of date.',
  fix: 'Turn on network time on the computer that collects (on Linux `timedatectl set-ntp true`), then collect again.',
  limits:
    'Heroku’s `Date` header has whole seconds and needs time to arrive, so differences of a few seconds mean nothing.',
  *judge(view, { clockToleranceSeconds: tolerance }) {
    const limit = tolerance * 1000
    let [dated, off] = [0, 0]
    for (const request of view.requests()) {
      if (request.clockOffsetMs === null) continue
      dated += 1
      if (isOff(request, request.clockOffsetMs, limit)) off += 1
    }
    const offset = view.collection.clockOffsetMs
    const seconds = offset === null ? '' : `${(offset / 1000).toFixed(1)} seconds`
    if (offset === null && dated === 0) yield notEvaluated(WHOLE, 'No answer of Heroku carried a date.')
    else if (offset !== null && Math.abs(offset) > limit)
      yield fail(WHOLE, `The clock differs from Heroku’s by ${seconds}, more than ${tolerance}.`)
    else if (off > 0)
      yield fail(
        WHOLE,
        `The clock differed from Heroku’s by more than ${tolerance} seconds at ${off} of ${count(dated, 'request')}.`,
      )
    else if (offset === null)
      yield pass(
        WHOLE,
        `The clock agrees with Heroku’s to ${tolerance} seconds at ${count(dated, 'request')}.`,
      )
    else yield pass(WHOLE, `The clock differs from Heroku’s by ${seconds}, the limit is ${tolerance}.`)
  },
}

/** The date is set while the answer is made: the true difference lies between the measured one less the time it took, and the measured one. */
function isOff({ durationMs }: RequestRecord, measured: number, limit: number): boolean {
  return measured < -limit || measured - durationMs - 1000 > limit
}
