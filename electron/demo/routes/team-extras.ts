import { teamAuthorizationsOf } from '../authorizations.ts'
import { generationsOf } from '../catalog/stacks.ts'
import { collaboratorsOf } from '../collaborators.ts'
import { ago, idOf } from '../random.ts'
import { found } from '../server/refusal.ts'
import { type Ask, guarded, pages, type Route, read, whole } from '../server/route.ts'
import { invitationsOf } from '../team-settings.ts'
import { meteredUsage, teamUsage } from '../usage.ts'
import { feature, pickOf } from './account-extras.ts'
import { collaboratorAnswers } from './app-parts.ts'
import { appOf, teamAppAnswer } from './apps.ts'
import { adminOnly, membersOf, teamOf } from './teams.ts'

const features = (ask: Ask) => {
  const team = teamOf(ask)
  return [feature(ask.org.ground, `team ${team.name}`, 'team-audit', team.inEnterprise)]
}

const invoices = (ask: Ask) => {
  const team = adminOnly(ask)
  return [1, 2].map((n) => ({
    addons_total: 250_000,
    database_total: 120_000,
    charges_total: 480_000,
    created_at: ago(ask.org.ground, 30 * n),
    credits_total: 0,
    dyno_units: 61.92,
    id: idOf(ask.org.ground, 'team-invoice', team.name, n),
    number: 9_500_000 + n,
    payment_status: 'Paid',
    period_end: ago(ask.org.ground, 30 * n).slice(0, 10),
    period_start: ago(ask.org.ground, 30 * n + 30).slice(0, 10),
    platform_total: 230_000,
    state: 1,
    total: 480_000,
    updated_at: ago(ask.org.ground, 30 * n),
    weighted_dyno_hours: 44_640,
  }))
}

const licenses = (ask: Ask) =>
  adminOnly(ask).inEnterprise
    ? [
        {
          start_date: ago(ask.org.ground, 300).slice(0, 10),
          end_date: ago(ask.org.ground, -65).slice(0, 10),
          qty: 500,
          consumed: 312,
          code: 'add',
          name: 'HerokuDynoUnits1',
        },
      ]
    : []

const member = (ask: Ask) => {
  const team = teamOf(ask)
  const key = ask.params[1]
  const hit = membersOf(ask.org, team).find(
    (person) =>
      person.email === key ||
      person.id === key ||
      idOf(ask.org.ground, 'member', team.name, person.key) === key,
  )
  return found(hit, 'team member')
}

/** Bills, licences, usage and other things of a team. */
export const TEAM_EXTRAS: readonly Route[] = [
  read('/teams/:team/features', (ask) => pages(features(ask), 'id', 'name')),
  read('/teams/:team/features/:feature', (ask) =>
    whole(pickOf(features(ask), ask.params[1], 'team feature', 'name')),
  ),
  read('/teams/:team/delinquency', (ask) => {
    adminOnly(ask)
    return whole({ scheduled_suspension_time: null, scheduled_deletion_time: null })
  }),
  read('/teams/:team/invoices', (ask) => pages(invoices(ask))),
  read('/teams/:team/invoices/:invoice', (ask) =>
    whole(pickOf(invoices(ask), ask.params[1], 'team invoice', 'number')),
  ),
  read('/teams/:team/licenses', (ask) => whole(licenses(ask))),
  read('/teams/:team/license-collections', (ask) =>
    whole([{ period: ago(ask.org.ground, 0).slice(0, 7), licenses: licenses(ask) }]),
  ),
  read('/teams/:team/available-generations', (ask) => {
    teamOf(ask)
    return pages(generationsOf(ask.org.ground), 'id', 'name')
  }),
  guarded('/teams/:team/oauth/authorizations', (ask) => {
    return pages(teamAuthorizationsOf(ask.org, adminOnly(ask)))
  }),
  read('/teams/:team/members/:member/apps', (ask) => {
    const team = teamOf(ask)
    const person = member(ask)
    const apps = ask.org.apps.filter(
      (app) => app.team === team && collaboratorsOf(ask.org, app).some((c) => c.person === person),
    )
    return pages(
      apps.map((app) => teamAppAnswer(ask.org, app)),
      'id',
      'name',
    )
  }),
  read('/teams/apps/:app/collaborators', (ask) => pages(collaboratorAnswers(ask))),
  read('/teams/apps/:app/collaborators/:collaborator', (ask) => {
    const list = collaboratorAnswers(ask)
    const hit = list.find((c) => c.user.email === ask.params[1] || c.user.id === ask.params[1])
    return whole(hit ?? pickOf(list, ask.params[1], 'collaborator'))
  }),
  read('/teams/:team/usage/daily', (ask) => whole(teamUsage(ask.org, adminOnly(ask), 'day'))),
  read('/teams/:team/usage/monthly', (ask) => whole(teamUsage(ask.org, adminOnly(ask), 'month'))),
  read('/teams/:team/usage', (ask) => {
    const team = adminOnly(ask)
    const apps = ask.org.apps.filter((app) => app.team === team)
    return whole({ apps: apps.map((app) => ({ id: app.id, ...meteredUsage(ask.org, app) })) })
  }),
  read('/teams/:team/apps/:app/usage', (ask) => {
    adminOnly(ask)
    return whole(meteredUsage(ask.org, appOf({ ...ask, params: ask.params.slice(1) })))
  }),
  guarded('/teams/invitations/:token', (ask) => {
    const all = ask.org.teams
      .filter((team) => ask.caller.teams.has(team.name))
      .flatMap((team) => invitationsOf(ask.org, team))
    return whole(pickOf(all, ask.params[0], 'invitation'))
  }),
]
