import type { AuditEvent } from '../../../shared/model/event.ts'
import type { Day } from '../../../shared/model/json.ts'
import type { Check } from './check.ts'
import { grouped } from './facts/grouped.ts'
import { givenList, noList } from './facts/lists.ts'
import { appsByName } from './facts/named-apps.ts'
import { personKey } from './facts/teams.ts'
import { trailOf, trailRefused, within } from './facts/trail.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

/** CFG-03. */
export const configChangesReviewed: Check = {
  id: 'CFG-03',
  title: 'Config var changes in the period have a reviewer',
  severity: 'high',
  needs: ['audit-trail-events', 'app-inventory'],
  needsLists: ['config-reviews'],
  why: 'A config var changes what an app does and whom it trusts as surely as code, and no pull request shows it.',
  fix: 'Have somebody else look at the change and record it: app, day and reviewer on the list of reviews of config changes. From now on change config vars by a reviewed pipeline.',
  limits:
    'The audit trail tells app, time and person; a review belongs to a change when it names the event, or the app and the day in UTC.',
  *judge(view) {
    const trail = trailOf(view)
    if ('none' in trail) {
      yield (trailRefused(view) ? notEvaluated : notApplicable)(WHOLE, trail.none)
      return
    }
    const changes = { type: 'config_change', action: ['set', 'remove'], ...within(view.period) }
    const list = givenList(view, 'config-reviews')
    if (!list) {
      const [some] = view.events(changes)
      yield some
        ? notEvaluated(
            WHOLE,
            `Config vars were changed in the audit period. ${noList('config-reviews')}`,
            trail.grounds,
          )
        : notApplicable(WHOLE, NONE, trail.grounds)
      return
    }
    const reviews = grouped(list.rows, (row) => `${row.app}/${row.on}`)
    const stateOf = (event: AuditEvent, app: string, on: Day) => {
      const found = (reviews.get(`${app.toLowerCase()}/${on}`) ?? []).filter(
        (row) => row.event === null || row.event === event.id,
      )
      if (found.length === 0) return 'open'
      return found.some((row) => personKey(row.reviewer) !== personKey(event.actor ?? ''))
        ? 'reviewed'
        : 'own'
    }
    const aboutOf = appsByName(view)
    const apps = tallied(view.events(changes), stateOf)
    if (apps.size === 0) yield notApplicable(WHOLE, NONE, trail.grounds)
    for (const [name, { reviewed, open, own, days }] of apps) {
      const about = aboutOf(name)
      if (about.outOfScope) continue
      const grounds = [...(about.grounds ?? []), ...trail.grounds]
      const all = count(reviewed + open + own, 'change')
      const without = [
        ...(open > 0 ? [`${open} without a review`] : []),
        ...(own > 0 ? [`${own} reviewed only by who made it`] : []),
      ]
      if (without.length > 0)
        yield fail(about, `${all} of config vars, ${listed(without)}: ${listed([...days])}.`, grounds)
      else
        yield pass(about, `${all} of config vars, each reviewed by somebody else on ${list.called}.`, grounds)
    }
  },
}

const NONE = 'The audit trail tells of no change of a config var in the audit period.'

interface Tally {
  reviewed: number
  open: number
  own: number
  /** Days with a change that is open or reviewed by its maker. */
  readonly days: Set<string>
}

function tallied(
  events: Iterable<AuditEvent>,
  stateOf: (event: AuditEvent, app: string, on: Day) => 'reviewed' | 'open' | 'own',
): ReadonlyMap<string, Tally> {
  const apps = new Map<string, Tally>()
  for (const event of events) {
    const name = event.app ?? ''
    const tally = apps.get(name) ?? { reviewed: 0, open: 0, own: 0, days: new Set<string>() }
    apps.set(name, tally)
    const on = day(event.at)
    const state = stateOf(event, name, on)
    tally[state] += 1
    if (state !== 'reviewed') tally.days.add(on)
  }
  return apps
}
