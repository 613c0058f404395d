import type { AuditEvent } from '../../../shared/model/event.ts'
import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { Check, EvidenceView } from './check.ts'
import { grouped } from './facts/grouped.ts'
import { givenList, noList } from './facts/lists.ts'
import { appsByName } from './facts/named-apps.ts'
import { mentionsOf, trailOf, trailRefused, within } from './facts/trail.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

type Request = ListRow<'access-requests'>

const DAY_MS = 86_400_000

/** ACC-09. */
export const permissionChangesRequested: Check = {
  id: 'ACC-09',
  title: 'Each permission change in the period has a request reference',
  severity: 'medium',
  needs: ['audit-trail-events', 'app-inventory'],
  needsLists: ['access-requests'],
  why: 'A right that nobody asked for was given by somebody who decided alone.',
  fix: 'Find out who changed it and why (the audit trail names the actor), file the request afterwards with that explanation, and give rights by request from now on.',
  limits:
    'Judges events of collaborators on apps: those that name one. A request belongs to a change when it names the person, the app or any app, and a day at most `requestMatchDays` of the policy away. What an event says of the person is not documented by Heroku and is found by the address.',
  *judge(view, { requestMatchDays: days }) {
    const trail = trailOf(view)
    if ('none' in trail) {
      yield (trailRefused(view) ? notEvaluated : notApplicable)(WHOLE, trail.none)
      return
    }
    const events = [...view.events({ type: 'collaborator', ...within(view.period) })]
    if (events.length === 0)
      yield notApplicable(
        WHOLE,
        'The audit trail tells of no change of a permission in the audit period.',
        trail.grounds,
      )
    const list = givenList(view, 'access-requests')
    if (!list) {
      if (events.length > 0)
        yield notEvaluated(
          WHOLE,
          `${count(events.length, 'change')} of permissions. ${noList('access-requests')}`,
          trail.grounds,
        )
      return
    }
    const matches = matcher(view, list.rows, days)
    const aboutOf = appsByName(view)
    for (const [name, ofApp] of grouped(events, ({ app }) => app ?? '')) {
      const about = aboutOf(name)
      const open = ofApp.filter((event) => !matches(event))
      const told = `${count(ofApp.length, 'change')} of permissions`
      const grounds = [...(about.grounds ?? []), ...trail.grounds]
      if (about.outOfScope) continue
      if (open.length > 0)
        yield fail(
          about,
          `${open.length} of ${told} without a request: ${listed(open.map(({ action, at, actor }) => `${action} on ${day(at)} by ${actor ?? 'nobody named'}`))}.`,
          grounds,
        )
      else yield pass(about, `${told}, each with a request on ${list.called}.`, grounds)
    }
  },
}

function matcher(view: EvidenceView, rows: readonly Request[], days: number): (event: AuditEvent) => boolean {
  const byApp = grouped(rows, ({ app }) => app ?? '*')
  return (event) => {
    const candidates = [...(byApp.get((event.app ?? '').toLowerCase()) ?? []), ...(byApp.get('*') ?? [])]
    const near = candidates.filter(
      ({ on }) => Math.abs(Date.parse(day(event.at)) - Date.parse(on)) <= days * DAY_MS,
    )
    if (near.length === 0) return false
    const mentions = mentionsOf(view, event)
    return near.some(({ email }) => mentions(email))
  }
}
