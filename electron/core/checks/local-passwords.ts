import type { Verdict } from '../../../shared/model/check.ts'
import type { SsoContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { grouped } from './facts/grouped.ts'
import { type GivenRows, givenList, noList } from './facts/lists.ts'
import { type Member, membersOf } from './facts/members.ts'
import { providerItems } from './facts/providers.ts'
import { eachTeam, personKey } from './facts/teams.ts'
import { type About, fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

type Served = EvidenceItem<'sso-identity-provider'> & {
  readonly content: Extract<SsoContent, { of: 'team' | 'enterprise-account' }>
}

/** IDN-04. */
export const noLocalPassword: Check = {
  id: 'IDN-04',
  title: 'No local-password member remains where SSO is in force',
  severity: 'high',
  needs: ['sso-identity-provider', 'team-members-roles'],
  needsLists: ['break-glass'],
  why: 'Whoever keeps a password of their own gets in past the identity provider: past its second factor, its rules, and the day on which the directory says that the person left.',
  fix: 'Remove the member and invite the person through the identity provider (Dashboard, team, Access), or put the account on the list of break-glass accounts with an owner.',
  limits:
    'Judges teams that an enabled identity provider serves; IDN-03 finds the others. Collaborators of single apps are judged by ACC-05.',
  *judge(view) {
    const members = grouped(membersOf(view), (item) => item.content.team)
    const breakGlass = givenList(view, 'break-glass')
    const serviceOf = teamsWithProvider(view)
    yield* eachTeam(
      view,
      'team-members-roles',
      (item) => item.content.team,
      function* (team) {
        const service = serviceOf(team.subject)
        if (typeof service === 'string') yield notEvaluated(team, service)
        else if (service === null) yield notApplicable(team, 'No enabled identity provider serves the team.')
        else yield judgeTeam(team, members.get(team.subject) ?? [], service, breakGlass)
      },
    )
  },
}

function judgeTeam(
  team: About,
  members: readonly Member[],
  service: Served,
  breakGlass: GivenRows<'break-glass'> | null,
): Verdict {
  const local = members.filter((item) => !item.content.federated)
  if (members.length === 0) return notApplicable(team, 'The team has no member.', [service])
  if (local.length === 0)
    return pass(team, `All of ${count(members.length, 'member')} sign in through the identity provider.`, [
      service,
      ...members,
    ])
  const approved = new Set(breakGlass?.rows.map(({ email }) => email))
  const others = local.filter((item) => !approved.has(personKey(item.content.email)))
  const who = listed((breakGlass ? others : local).map((item) => item.content.email))
  if (!breakGlass)
    return notEvaluated(
      team,
      `${count(local.length, 'member')} with a password of their own: ${who}. ${noList('break-glass')}`,
      local,
    )
  if (others.length > 0)
    return fail(team, `With a password of their own, and no break-glass account: ${who}.`, [
      service,
      ...others,
    ])
  return pass(
    team,
    `${count(local.length, 'member')} with a password of their own, on ${breakGlass.called}: ${listed(local.map((item) => item.content.email))}.`,
    [service, ...local],
  )
}

/** The item that says which enabled provider serves a team; null where none does, a sentence where that is not known. */
function teamsWithProvider(view: EvidenceView): (team: string) => Served | string | null {
  const served = view
    .items('sso-identity-provider')
    .filter((item): item is Served => item.content.of !== 'identity-provider')
  const byName = new Map(served.map((item) => [`${item.content.of}/${item.content.name}`, item]))
  const providers = providerItems(view)
  return (team) => {
    const own = byName.get(`team/${team}`)
    if (!own) return 'Whether an identity provider serves the team is not known.'
    const parent = own.content.enterprise_account
    const above = parent === null ? undefined : byName.get(`enterprise-account/${parent}`)
    const bearer = own.content.identity_provider ? own : above
    const reference = bearer?.content.identity_provider
    if (parent !== null && !above && !reference)
      return `The enterprise account ${parent} could not be read, so its identity provider is not known.`
    if (!bearer || !reference) return null
    const provider = providers.get(reference.id)
    if (!provider || provider.content.enabled === null)
      return `Whether identity provider ${reference.name} is enabled could not be read.`
    return provider.content.enabled ? bearer : null
  }
}
