import type { Check } from './check.ts'
import { eachApp } from './facts/apps.ts'
import { collaboratorsByApp } from './facts/collaborators.ts'
import { grouped } from './facts/grouped.ts'
import { givenList } from './facts/lists.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { isTeamMailbox, personKey } from './facts/teams.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

/** ACC-05. */
export const collaboratorsAreMembers: Check = {
  id: 'ACC-05',
  title: 'No collaborator on a team app is outside the team',
  severity: 'high',
  needs: ['app-inventory', 'app-collaborators-permissions', 'team-members-roles'],
  why: 'People who are on an app but not in its team escape the team’s single sign-on, its second factor rule and its access reviews.',
  fix: 'Make the person a member (`heroku members:add EMAIL --team TEAM`) or take the access away (`heroku access:remove EMAIL --app APP`).',
  limits:
    'Members whose role is collaborator count as outside. People on the list of external collaborators are accepted until their last day.',
  needsLists: ['external-collaborators'],
  *judge(view) {
    const people = collaboratorsByApp(view)
    const members = grouped(view.items('team-members-roles'), (item) => item.content.team)
    const memberKeys = new Map(
      [...members].map(([team, items]) => [
        team,
        new Set(
          items.filter((m) => m.content.role !== 'collaborator').map((m) => personKey(m.content.email)),
        ),
      ]),
    )
    const today = day(view.asOf)
    const externals =
      givenList(view, 'external-collaborators')?.rows.filter(({ until }) => today <= until) ?? []
    const appReads = readsOf(view, 'app-collaborators-permissions')
    const teamReads = readsOf(view, 'team-members-roles')
    yield* eachApp(view, function* (app) {
      if (app.team === null) {
        yield notApplicable(app, 'A personal app has no team to be outside of.', [app])
        return
      }
      const inside = memberKeys.get(app.team)
      const refusal = teamReads.refusals.find((reading) => reading.subject === app.team)
      const here = people.get(app.subjectId) ?? []
      const gap = appReads.gap('app', app.subjectId)
      if (refusal)
        yield notEvaluated(app, `The members of ${app.team} could not be read (${inWords(refusal)}).`, [app])
      else if (!inside) yield notEvaluated(app, `The members of ${app.team} are not known.`, [app])
      else {
        const accepted = new Set(
          externals
            .filter((row) => row.app === null || row.app === app.subject.toLowerCase())
            .map(({ email }) => email),
        )
        const strangers = here.filter((item) => !inside.has(personKey(item.content.user.email)))
        const outside = strangers.filter((item) => !accepted.has(personKey(item.content.user.email)))
        const who = listed(outside.map((item) => item.content.user.email))
        if (outside.length > 0)
          yield fail(app, `Not in ${app.team} but on the app: ${who}.`, [...outside, app])
        else if (gap) yield notEvaluated(app, gap, [app])
        else
          yield pass(
            app,
            strangers.length > 0
              ? `All of ${count(here.length, 'collaborator')} are members of ${app.team} or approved from outside: ${listed(strangers.map((item) => item.content.user.email))}.`
              : `All of ${count(here.length, 'collaborator')} are members of ${app.team}.`,
            [app, ...here],
          )
      }
    })
  },
}

/** ACC-06. */
export const appsBelongToTeams: Check = {
  id: 'ACC-06',
  title: 'No scoped app belongs to a personal account',
  severity: 'high',
  needs: ['app-inventory'],
  why: 'A personal app leaves with its owner. Nobody else can see its access list, its bill or its end.',
  fix: 'Transfer it to a team: `heroku apps:transfer TEAM --app APP`, or in the Dashboard under the app, Settings.',
  limits:
    'Until the engagement is narrowed, experiments of the collecting account count as well. Personal apps of other people are not visible.',
  *judge(view) {
    yield* eachApp(view, function* (app) {
      const owner = app.content?.owner.email ?? null
      if (app.team !== null) yield pass(app, `The app belongs to team ${app.team}.`, [app])
      else if (owner !== null && isTeamMailbox(owner))
        yield pass(app, `The app belongs to team ${owner.split('@')[0]}.`, [app])
      else yield fail(app, `The app belongs to the personal account ${owner ?? 'of somebody'}.`, [app])
    })
  },
}
