import { PERMISSIONS } from '../collaborators.ts'
import {
  identityProviderAnswer,
  identityProviderRef,
  PROVIDERS,
  type ProviderName,
} from '../identity-providers.ts'
import type { Organisation } from '../organisation.ts'
import type { Person } from '../people.ts'
import { userRef } from '../people.ts'
import { ago, idOf } from '../random.ts'
import type { Caller } from '../server/access.ts'
import { forbidden, found } from '../server/refusal.ts'
import { type Ask, pages, type Route, read, whole } from '../server/route.ts'
import { allowedServicesOf, invitationsOf, permissionsOf } from '../team-settings.ts'
import type { Team } from '../teams.ts'

/** `GET /teams/{team}`. */
export function teamAnswer(org: Organisation, caller: Caller, team: Team) {
  return {
    id: team.id,
    created_at: team.createdAt,
    credit_card_collections: !team.inEnterprise,
    default: false,
    enterprise_account: team.inEnterprise ? { id: org.enterprise.id, name: org.enterprise.name } : null,
    identity_provider: team.identityProvider ? identityProviderRef(org, team.identityProvider) : null,
    membership_limit: team.inEnterprise ? null : 25,
    pipeline_cost_consent_at: null,
    pipeline_cost_consent_user_email: null,
    name: team.name,
    provisioned_licenses: team.inEnterprise,
    role: caller.person.teams.find(([name]) => name === team.name)?.[1] ?? null,
    type: team.inEnterprise ? 'enterprise' : 'team',
    updated_at: ago(org.ground, 21),
  }
}

/** The team that the first parameter names, if the caller may see it. */
export function teamOf({ org, caller, params }: Ask): Team {
  const team = found(org.find.team.get(params[0] ?? ''), 'team')
  return found(caller.teams.has(team.name) ? team : null, 'team')
}

/** Things of a team that only its admins and the managers of its enterprise account may read. */
export function adminOnly(ask: Ask): Team {
  const team = teamOf(ask)
  const role = ask.caller.person.teams.find(([name]) => name === team.name)?.[1]
  if (role !== 'admin' && !(team.inEnterprise && ask.caller.enterprise)) {
    throw forbidden('You do not have access to the team settings.')
  }
  return team
}

function memberAnswer(org: Organisation, team: Team, person: Person) {
  const role = person.teams.find(([name]) => name === team.name)?.[1] ?? null
  const provider = team.identityProvider
  return {
    created_at: person.createdAt,
    email: person.email,
    federated: person.federated,
    id: idOf(org.ground, 'member', team.name, person.key),
    identity_provider:
      person.federated && provider ? { ...identityProviderRef(org, provider), redacted: false } : null,
    role,
    two_factor_authentication: person.secondFactor,
    updated_at: ago(org.ground, 33),
    user: { ...userRef(person), name: person.name },
  }
}

/** Members of a team. */
export const membersOf = (org: Organisation, team: Team): readonly Person[] =>
  org.people.filter((person) => person.teams.some(([name]) => name === team.name))

const providerName = (org: Organisation, key: string | undefined) =>
  (Object.keys(PROVIDERS) as ProviderName[]).find(
    (name) => name === key || identityProviderRef(org, name).id === key,
  )

/** Teams, their members and settings. */
export const TEAMS: readonly Route[] = [
  read('/teams', ({ org, caller }) =>
    pages(
      org.teams.filter((team) => caller.teams.has(team.name)).map((team) => teamAnswer(org, caller, team)),
      'id',
      'name',
    ),
  ),
  read('/teams/:team', (ask) => whole(teamAnswer(ask.org, ask.caller, teamOf(ask)))),
  read('/teams/:team/members', (ask) => {
    const team = teamOf(ask)
    return pages(
      membersOf(ask.org, team).map((person) => memberAnswer(ask.org, team, person)),
      'id',
      'email',
    )
  }),
  read('/teams/:team/preferences', (ask) => {
    const team = adminOnly(ask)
    return whole({ 'default-permission': team.defaultPermission, 'addons-controls': team.addonsControls })
  }),
  read('/teams/:team/allowed-addon-services', (ask) => pages(allowedServicesOf(ask.org, teamOf(ask)))),
  read('/teams/:team/whitelisted-addon-services', (ask) => pages(allowedServicesOf(ask.org, teamOf(ask)))),
  read('/teams/:team/invitations', (ask) => pages(invitationsOf(ask.org, adminOnly(ask)))),
  read('/teams/:team/permissions', (ask) => pages(permissionsOf(ask.org, teamOf(ask)), 'id', 'name')),
  read('/teams/permissions', () =>
    whole(Object.entries(PERMISSIONS).map(([name, description]) => ({ name, description }))),
  ),
  read('/teams/:team/identity-providers', (ask) => {
    const team = adminOnly(ask)
    const name = team.identityProvider
    return pages(name ? [identityProviderAnswer(ask.org, name)] : [])
  }),
  read('/identity-providers/:provider', ({ org, caller, params }) => {
    const name = providerName(org, params[0])
    const provider = identityProviderAnswer(org, found(name, 'identity provider'))
    if (!caller.enterprise) throw forbidden('You do not have access to the identity provider.')
    return whole(provider)
  }),
  read('/identity-providers/:provider/certificates/:certificate', ({ org, caller, params }) => {
    const name = found(providerName(org, params[0]), 'identity provider')
    if (!caller.enterprise) throw forbidden('You do not have access to the identity provider.')
    const { certificates, id } = identityProviderAnswer(org, name)
    const hit = found(
      certificates.find((certificate) => certificate.id === params[1]),
      'certificate',
    )
    return whole({ ...hit, identity_provider_id: id })
  }),
]
