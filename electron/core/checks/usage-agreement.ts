import type { SecondSourceContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { addonsOf } from './facts/addons.ts'
import { type App, appsOf } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { givenList } from './facts/lists.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { eachTeam } from './facts/teams.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

type Usage = EvidenceItem<'evidence-package-integrity'> & {
  readonly content: Extract<SecondSourceContent, { of: 'team-usage' }>
}

/** PLT-07. */
export const appsAgreeWithUsage: Check = {
  id: 'PLT-07',
  title: 'App count agrees with usage records',
  severity: 'medium',
  needs: ['app-inventory', 'app-lock', 'evidence-package-integrity', 'dyno-tier', 'addon-inventory'],
  needsLists: ['explanations'],
  why: 'All evidence is counted against the list of apps. What Heroku bills is a second list, made for another purpose: where both agree, no app was left out.',
  fix: 'Find the app that only one of the lists has: `heroku apps:info APP`. Give the collecting account access to it, or record why it differs in the list of explanations (kind drift, subject the name of the app).',
  limits:
    'Compares the newest month that Heroku billed and that is three days old. Apps that were made or last changed hands in it, and those without dynos and add-ons, may be missing from usage; apps that the audit trail names as destroyed or transferred may be missing from the list.',
  *judge(view) {
    const apps = grouped(
      appsOf(view).filter((app) => app.team !== null),
      (app) => app.team ?? '',
    )
    const lists = readsOf(view, 'app-lock')
    const facts = factsOf(view)
    yield* eachTeam(
      view,
      'evidence-package-integrity',
      (item) => (item.content.of === 'team-usage' ? item.content.team.name : null),
      function* (team, items) {
        const months = items
          .filter((item): item is Usage => item.content.of === 'team-usage')
          .toSorted((a, b) => (a.content.month < b.content.month ? 1 : -1))
        const newest = months.find(({ content }) => hasBegun(content.month, view.asOf)) ?? months[0]
        const refusal = lists.refusal('team', team.subjectId)
        if (!newest) return yield notEvaluated(team, 'Heroku told no month of usage for the team.')
        if (refusal)
          return yield notEvaluated(team, `The apps of the team could not be read (${inWords(refusal)}).`, [
            newest,
          ])
        const { month, apps: billed } = newest.content
        const own = apps.get(team.subject) ?? []
        const names = new Set(own.map((app) => app.subject))
        const used = new Set(billed.map((app) => app.name))
        const gone = [...used].filter((name) => !names.has(name) && !facts.left.has(name))
        const unbilled = own.filter((app) => !used.has(app.subject) && !facts.freeOf(app, month))
        const grounds = [newest, ...own]
        const wrong = [
          ...(gone.length > 0 ? [`only in the usage of ${month}: ${listed(gone)}`] : []),
          ...(unbilled.length > 0
            ? [`only in the list of apps: ${listed(unbilled.map((app) => app.subject))}`]
            : []),
        ]
        if (wrong.length > 0) yield fail(team, `They differ; ${wrong.join('; ')}.`, grounds)
        else
          yield pass(
            team,
            `${count(own.length, 'app')} in the list, ${used.size} in the usage of ${month}; every difference is accounted for.`,
            grounds,
          )
      },
      /\/usage\/monthly/,
    )
  },
}

/** True where a month is three days old or more: usage takes a day or two to show. */
function hasBegun(month: string, asOf: Date): boolean {
  return asOf.getTime() - Date.parse(`${month}-01T00:00:00Z`) >= 3 * 86_400_000
}

/** What accounts for a difference: apps that went away, and apps that cost nothing. */
function factsOf(view: EvidenceView) {
  const explained = (givenList(view, 'explanations')?.rows ?? []).filter((row) => row.kind === 'drift')
  const left = new Set(explained.map((row) => row.subject))
  for (const wanted of [{ type: 'app', action: 'destroy' }, { type: 'app_transfer' }])
    for (const event of view.events(wanted)) if (event.app) left.add(event.app)
  const running = new Set(
    view
      .items('dyno-tier')
      .flatMap(({ content }) => (content.of === 'formation' && content.quantity > 0 ? [content.app.id] : [])),
  )
  const withAddons = new Set(addonsOf(view).map((addon) => addon.content.app.id))
  return {
    left,
    freeOf: (app: App, month: string) =>
      left.has(app.subject) ||
      (app.content !== null &&
        (app.content.created_at.slice(0, 7) >= month ||
          app.content.archived_at !== null ||
          (!running.has(app.subjectId) && !withAddons.has(app.subjectId)))),
  }
}
