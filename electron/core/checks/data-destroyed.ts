import { z } from 'zod'
import type { Verdict } from '../../../shared/model/check.ts'
import type { AuditEvent } from '../../../shared/model/event.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { Check, EvidenceView } from './check.ts'
import { type GivenRows, givenList, noList } from './facts/lists.ts'
import { type About, fail, type Grounds, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { day, short } from './facts/words.ts'

const DAY_MS = 86_400_000
/** Days within which Heroku deletes what is left of a destroyed data service. Source: the check's own rule. */
const TERM_DAYS = 30

/** What an event says of an add-on. Its form is documented in part only, so it is read leniently. */
const Details = z.looseObject({
  data: z
    .looseObject({
      addon: z
        .looseObject({ id: z.string().optional(), name: z.string().optional(), plan: z.string().optional() })
        .optional(),
    })
    .nullish(),
})

interface Destroyed extends About {
  readonly at: string
  readonly name: string | null
  readonly plan: string | null
}

/** DAT-18. */
export const destroyedDataRecorded: Check = {
  id: 'DAT-18',
  title: 'Deleted databases have a recorded date for the thirty-day deletion term',
  severity: 'low',
  needs: ['audit-trail-events'],
  needsLists: ['destroyed-data'],
  why: 'Copies of a destroyed database live on for a term. Whoever promised deletion has to know on which day that ends.',
  fix: 'Record each destroyed data service in the list: its name, the day, who answers for it, and when the last copy is gone.',
  limits:
    'Knows what the audit trail of the audit period says. Heroku documents only in part what an event tells; an add-on that it does not name cannot be matched to a record.',
  *judge(view, policy) {
    const archives = view.items('audit-trail-events')
    if (archives.length === 0) {
      yield notEvaluated(WHOLE, 'There is no audit trail: it belongs to enterprise accounts.')
      return
    }
    const recorded = givenList(view, 'destroyed-data')
    const rows = new Map(recorded?.rows.map((row) => [row.addon, row]))
    let found = 0
    for (const event of destroyEvents(view)) {
      const one = destroyedBy(view, event, policy)
      if (one === null) continue
      found += 1
      const month = one.at.slice(0, 7)
      const own = archives.filter(({ content }) => `${content.year}-${content.month}` === month)
      const row = one.name === null ? undefined : rows.get(one.name)
      yield judgeOne(one, recorded, row, own.length > 0 ? own : archives)
    }
    if (found === 0) yield notApplicable(WHOLE, 'No data service was destroyed in the audit period.')
  },
}

function destroyEvents(view: EvidenceView): Iterable<AuditEvent> {
  const { start, end } = view.period
  return view.events({
    type: 'addon',
    action: 'destroy',
    from: `${start}T00:00:00.000Z`,
    to: `${end}T23:59:59.999Z`,
  })
}

/** The data service that an event destroyed; null for other add-ons. */
function destroyedBy(view: EvidenceView, event: AuditEvent, policy: Policy): Destroyed | null {
  const parsed = Details.safeParse(view.eventDetails(event))
  const addon = parsed.success ? parsed.data.data?.addon : undefined
  const plan = addon?.plan ?? null
  const service = plan?.split(':')[0] ?? null
  if (service !== null && !policy.dataServices.includes(service)) return null
  const name = addon?.name ?? null
  return {
    subject: name === null ? `add-on of ${event.app ?? 'an app'}` : short(name),
    subjectId: `event:${event.id}`,
    at: event.at,
    name,
    plan,
  }
}

function judgeOne(
  one: Destroyed,
  recorded: GivenRows<'destroyed-data'> | null,
  row: ListRow<'destroyed-data'> | undefined,
  archives: Grounds,
): Verdict {
  const on = day(one.at)
  const term = day(new Date(Date.parse(one.at) + TERM_DAYS * DAY_MS))
  const what = `Destroyed on ${on}${one.plan === null ? '' : ` (${short(one.plan)})`}; the term of ${TERM_DAYS} days ends on ${term}.`
  if (one.plan === null || one.name === null)
    return notEvaluated(one, `${what} The event does not tell which add-on it was.`, archives)
  if (!recorded) return notEvaluated(one, `${what} ${noList('destroyed-data')}`, archives)
  if (!row) return fail(one, `${what} It is not on ${recorded.called}.`, archives)
  return row.on === on
    ? pass(
        one,
        `${what} ${row.recordedBy} recorded it${row.gone === null ? '' : `, gone on ${row.gone}`}.`,
        archives,
      )
    : fail(one, `${what} ${row.recordedBy} recorded ${row.on} instead.`, archives)
}
