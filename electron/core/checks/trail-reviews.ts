import type { Check, EvidenceView } from './check.ts'
import { monthsOf } from './facts/ages.ts'
import { fail, notApplicable, pass, WHOLE } from './facts/verdict.ts'
import { count } from './facts/words.ts'

/** LOG-10. */
export const trailReviewedMonthly: Check = {
  id: 'LOG-10',
  title: 'Audit trail was reviewed each month',
  severity: 'medium',
  needs: ['audit-trail-events'],
  why: 'A log that nobody reads finds nothing; a review each month is the least that shows somebody looked.',
  fix: 'Look through the events of the month (screen Events), mark what is remarkable, and sign the month off.',
  limits:
    'A monthly review does not meet the daily review that PCI DSS 10.4.1 asks for logs of the cardholder environment; that evidence comes from the SIEM.',
  *judge(view) {
    const archives = view.items('audit-trail-events')
    if (archives.length === 0)
      return yield notApplicable(WHOLE, 'There is no audit trail: it belongs to Enterprise accounts.')
    const running = view.asOf.toISOString().slice(0, 7)
    const due = monthsOf(view.period).filter((month) => month < running)
    if (due.length === 0)
      return yield notApplicable(WHOLE, 'No month of the audit period had ended when this was collected.')
    const signed = new Map(view.records('trail-review').map(({ key, content }) => [key, content]))
    for (const month of due) {
      const about = { subject: month, subjectId: `month:${month}` }
      const review = signed.get(month)
      const grounds = archives.filter(({ content }) => `${content.year}-${content.month}` === month)
      const rests = grounds.length > 0 ? grounds : archives.slice(0, 1)
      if (review) yield pass(about, `${review.reviewer} signed it off on ${review.date}.`, rests)
      else yield fail(about, 'Nobody signed it off.', rests)
    }
  },
}

/** Types of events that change who may do what, or take something away, with the actions that count. */
const HIGH_RISK: readonly (readonly [type: string, actions: readonly string[] | null])[] = [
  ['member', null],
  ['collaborator', null],
  ['app', ['destroy', 'delete']],
  ['config_change', null],
  ['space', null],
  ['identity_provider', null],
]

interface Tally {
  total: number
  open: number
  own: number
}

function tally(
  view: EvidenceView,
  type: string,
  actions: readonly string[] | null,
): ReadonlyMap<string, Tally> {
  const marks = new Map(view.records('tickmark').map(({ key, content }) => [key, content.by]))
  const counts = new Map<string, Tally>()
  const from = `${view.period.start}T00:00:00Z`
  const to = `${view.period.end}T23:59:59.999Z`
  for (const event of view.events({ type, from, to, ...(actions ? { action: actions } : {}) })) {
    const key = `${event.type} ${event.action}`
    const count = counts.get(key) ?? { total: 0, open: 0, own: 0 }
    counts.set(key, count)
    count.total += 1
    const by = marks.get(`event:${event.seq}`)
    if (by === undefined) count.open += 1
    else if (event.actor && by.toLowerCase() === event.actor.toLowerCase()) count.own += 1
  }
  return counts
}

/** LOG-11. */
export const riskyEventsExamined: Check = {
  id: 'LOG-11',
  title: 'High-risk events were examined',
  severity: 'medium',
  needs: ['audit-trail-events'],
  why: 'Changes of access, configuration, spaces and sign-on are where misuse would begin.',
  fix: 'Look at each event (screen Events, filter by type) and mark it; let somebody else than its actor do so.',
  limits: 'Judged by type and action, with the counts; the events themselves are in the list of events.',
  *judge(view) {
    const archives = view.items('audit-trail-events')
    let kinds = 0
    for (const [type, actions] of HIGH_RISK)
      for (const [kind, { total, open, own }] of tally(view, type, actions)) {
        kinds += 1
        const about = { subject: kind, subjectId: `events:${kind}` }
        if (open + own === 0)
          yield pass(about, `All ${count(total, 'event')} were examined by somebody else.`, archives)
        else
          yield fail(
            about,
            `Of ${count(total, 'event')}, ${open} are not examined and ${own} only by their own actor.`,
            archives,
          )
      }
    if (kinds === 0) yield notApplicable(WHOLE, 'The audit trail of the period holds no such event.')
  },
}
