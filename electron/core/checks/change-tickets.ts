import type { Verdict } from '../../../shared/model/check.ts'
import type { Check, EvidenceView } from './check.ts'
import { type App, appsOf } from './facts/apps.ts'
import { belongs, commitsOf, periodReleases, type Ticket } from './facts/change-records.ts'
import { grouped } from './facts/grouped.ts'
import { type GivenRows, givenList, listMissing } from './facts/lists.ts'
import { eachProductionApp } from './facts/production.ts'
import { readsOf } from './facts/reads.ts'
import type { Release } from './facts/releases.ts'
import { personKey } from './facts/teams.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

type Given = GivenRows<'change-tickets'>

/** What is known of an app's releases in the period and of the tickets about it. */
interface Changes {
  readonly own: readonly Release[]
  readonly vendors: readonly Release[]
  readonly tickets: readonly Ticket[]
  readonly ticketsOf: (release: Release) => readonly Ticket[]
}

function changesOf(view: EvidenceView, list: Given | null): (app: App) => Changes {
  const releases = periodReleases(view)
  const commits = commitsOf(view)
  const byApp = grouped(list?.rows ?? [], ({ app }) => app)
  return (app) => {
    const tickets = byApp.get(app.subject.toLowerCase()) ?? []
    const commitOf = (release: Release) => commits.get(release.content.id)
    return {
      ...releases(app.subjectId),
      tickets,
      ticketsOf: (release) => tickets.filter((ticket) => belongs(ticket, release, commitOf(release))),
    }
  }
}

const named = (releases: readonly Release[]) =>
  listed(
    releases.map(({ content }) => `v${content.version}`),
    8,
  )

/** CHG-04. */
export const authorIsNotApprover: Check = {
  id: 'CHG-04',
  title: 'Release author is not the approver',
  severity: 'high',
  needs: ['app-inventory', 'releases', 'pipelines-promotions', 'builds-slugs'],
  needsLists: ['change-tickets'],
  why: 'Who approves the own change is not checked by anybody.',
  fix: 'Let somebody else approve before the release. For one that slipped through, have a second person look at it now and record that.',
  limits:
    'Compares the address that Heroku names for a release with the approver of its ticket. A pipeline that deploys under an account of its own hides the author.',
  *judge(view, policy) {
    const list = givenList(view, 'change-tickets')
    if (!list) {
      yield listMissing('change-tickets')
      return
    }
    const changes = changesOf(view, list)
    const reads = readsOf(view, 'releases')
    yield* eachProductionApp(view, policy, function* (app) {
      const { own, ticketsOf } = changes(app)
      const gap = reads.gap('app', app.subjectId)
      const approvers = own.map((release) => ({
        release,
        people: ticketsOf(release).flatMap(({ approvedBy }) =>
          approvedBy === null ? [] : [personKey(approvedBy)],
        ),
      }))
      const alone = approvers.filter(
        ({ release, people }) =>
          people.length > 0 && people.every((one) => one === personKey(release.content.user.email)),
      )
      const silent = approvers.filter(({ people }) => people.length === 0).map(({ release }) => release)
      const all = count(own.length, 'release')
      if (alone.length > 0)
        yield fail(
          app,
          `${alone.length} of ${all} approved by who made ${alone.length === 1 ? 'it' : 'them'}: ${named(alone.map(({ release }) => release))}.`,
          alone.map(({ release }) => release),
        )
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (own.length === 0) yield notApplicable(app, 'Nobody made a release in the audit period.', [app])
      else if (silent.length > 0)
        yield notEvaluated(
          app,
          `${silent.length} of ${all} have no approver on ${list.called}: ${named(silent)}.`,
          silent,
        )
      else yield pass(app, `${all}, each approved by somebody else on ${list.called}.`, own)
    })
  },
}

/** CHG-05. */
export const releasesHaveChangeRecord: Check = {
  id: 'CHG-05',
  title: 'Every production release in the period has a change record',
  severity: 'high',
  needs: ['app-inventory', 'releases', 'pipelines-promotions', 'builds-slugs'],
  needsLists: ['change-tickets'],
  why: 'A release without a record is a change that nobody decided. A record without a release is one that never arrived, or arrived under another name.',
  fix: 'Find the record of each release and add it to the list with its number or commit, or file it now with an explanation; close the tickets that were never released.',
  limits:
    'Releases that Heroku or an add-on provider made are set aside, because nobody at the organisation decided them. A ticket belongs to a release by number, by commit, by its reference in the description, or by the day.',
  *judge(view, policy) {
    const list = givenList(view, 'change-tickets')
    if (!list) {
      yield listMissing('change-tickets')
      return
    }
    const changes = changesOf(view, list)
    const reads = readsOf(view, 'releases')
    yield* eachProductionApp(view, policy, function* (app) {
      const gap = reads.gap('app', app.subjectId)
      if (gap) yield notEvaluated(app, gap, [app])
      else yield judgeBothWays(view, app, changes(app), list)
    })
    yield* strangers(view, list)
  },
}

function judgeBothWays(
  view: EvidenceView,
  app: App,
  { own, vendors, tickets, ticketsOf }: Changes,
  list: Given,
): Verdict {
  const aside =
    vendors.length > 0 ? ` ${count(vendors.length, 'release')} by Heroku or add-on providers set aside.` : ''
  const open = own.filter((release) => ticketsOf(release).length === 0)
  const met = new Set([...own, ...vendors].flatMap(ticketsOf))
  const { start, end } = view.period
  const unmet = tickets.filter(
    (ticket) => !met.has(ticket) && (ticket.on === null || (start <= ticket.on && ticket.on <= end)),
  )
  const wrong = [
    ...(open.length > 0
      ? [`${open.length} of ${count(own.length, 'release')} without a record: ${named(open)}`]
      : []),
    ...(unmet.length > 0
      ? [
          `${count(unmet.length, 'record')} without a release: ${listed(unmet.map(({ reference }) => reference))}`,
        ]
      : []),
  ]
  if (wrong.length > 0)
    return fail(
      app,
      `${wrong.join('; ').replace(/^./, (c) => c.toUpperCase())}.${aside}`,
      open.length > 0 ? open : [app, ...own],
    )
  if (own.length === 0) return notApplicable(app, `Nobody made a release in the audit period.${aside}`, [app])
  return pass(
    app,
    `${count(own.length, 'release')}, each with a record on ${list.called}, and none without a release.${aside}`,
    own,
  )
}

/** Tickets about apps that the collection does not know cannot be matched to anything. */
function* strangers(view: EvidenceView, list: Given): Iterable<Verdict> {
  const known = new Set(appsOf(view).map(({ subject }) => subject.toLowerCase()))
  for (const [app, tickets] of grouped(list.rows, (row) => (known.has(row.app) ? null : row.app)))
    yield notEvaluated(
      { subject: app, subjectId: `app-name:${app}` },
      `${count(tickets.length, 'record')} on ${list.called} for an app that the collection does not know.`,
    )
}
