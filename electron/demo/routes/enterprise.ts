import { identityProviderRef } from '../identity-providers.ts'
import type { Organisation } from '../organisation.ts'
import type { Person } from '../people.ts'
import { ago, idOf } from '../random.ts'
import type { Caller } from '../server/access.ts'
import { forbidden, notFound } from '../server/refusal.ts'
import { type Ask, pages, type Route, read, whole } from '../server/route.ts'
import { enterpriseUsage } from '../usage.ts'
import { teamAnswer } from './teams.ts'

const MEANING = {
  view: 'View enterprise account members and teams.',
  create: 'Create teams and manage their creation.',
  manage: 'Manage the enterprise account, its members and its audit trail.',
  billing: 'View and manage billing.',
} as const

const enterpriseAnswer = (org: Organisation, caller: Caller) => ({
  id: org.enterprise.id,
  created_at: org.enterprise.createdAt,
  name: org.enterprise.name,
  updated_at: ago(org.ground, 40),
  permissions: [...caller.person.enterprise],
  trial: false,
  partner_benefits: false,
  identity_provider: identityProviderRef(org, 'northquay-okta'),
})

const memberAnswer = (org: Organisation, person: Person) => ({
  enterprise_account: { id: org.enterprise.id, name: org.enterprise.name },
  id: idOf(org.ground, 'enterprise-member', person.key),
  permissions: person.enterprise.map((name) => ({ description: MEANING[name], name })),
  user: { email: person.email, id: person.id },
  two_factor_authentication: person.secondFactor,
  identity_provider: person.federated
    ? { ...identityProviderRef(org, 'northquay-okta'), redacted: false }
    : null,
})

/** Members without the `manage` permission are refused; another enterprise account does not exist. */
export function inEnterprise({ org, caller, params }: Ask): void {
  const { id, name } = org.enterprise
  if (params[0] !== id && params[0] !== name) throw notFound('enterprise account')
  if (!caller.enterprise) throw forbidden('You do not have access to this enterprise account.')
}

/** The enterprise account, its members and teams. */
export const ENTERPRISE: readonly Route[] = [
  read('/enterprise-accounts', ({ org, caller }) =>
    pages(caller.enterprise ? [enterpriseAnswer(org, caller)] : [], 'id', 'name'),
  ),
  read('/enterprise-accounts/:enterprise', (ask) => {
    inEnterprise(ask)
    return whole(enterpriseAnswer(ask.org, ask.caller))
  }),
  read('/enterprise-accounts/:enterprise/members', (ask) => {
    inEnterprise(ask)
    const members = ask.org.people.filter((person) => person.enterprise.length > 0)
    return pages(members.map((person) => memberAnswer(ask.org, person)))
  }),
  read('/enterprise-accounts/:enterprise/teams', (ask) => {
    inEnterprise(ask)
    const teams = ask.org.teams.filter((team) => team.inEnterprise)
    return pages(
      teams.map((team) => teamAnswer(ask.org, ask.caller, team)),
      'id',
      'name',
    )
  }),
  read('/enterprise-accounts/:enterprise/usage/daily', (ask) => {
    inEnterprise(ask)
    return whole(enterpriseUsage(ask.org, 'day'))
  }),
  read('/enterprise-accounts/:enterprise/usage/monthly', (ask) => {
    inEnterprise(ask)
    return whole(enterpriseUsage(ask.org, 'month'))
  }),
]
