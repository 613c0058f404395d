import { authorizationsOf } from '../authorizations.ts'
import { canary } from '../canary.ts'
import { identityProviderRef } from '../identity-providers.ts'
import type { Organisation } from '../organisation.ts'
import type { Person } from '../people.ts'
import { ago } from '../random.ts'
import { found } from '../server/refusal.ts'
import { type Ask, identity, pages, type Route, whole } from '../server/route.ts'
import { keysOf } from '../ssh-keys.ts'

/** `GET /account`, in the variant `3.sdk`. */
export function accountAnswer(org: Organisation, person: Person) {
  const provider = person.federated ? identityProviderRef(org, 'northquay-okta') : null
  const exempt = person.exempt || person.federated
  return {
    allow_tracking: false,
    beta: false,
    created_at: person.createdAt,
    email: person.email,
    federated: person.federated,
    id: person.id,
    identity_provider: provider,
    last_login: person.lastLogin,
    name: person.name,
    sms_number: `+31 ***-${canary(org.ground, 'sms', person.key)}`,
    suspended_at: null,
    delinquent_at: null,
    two_factor_authentication: person.secondFactor,
    updated_at: ago(org.ground, 3),
    verified: true,
    country_of_residence: 'Netherlands',
    eco_dynos_enabled: false,
    eco_dynos_shutdown_at: null,
    pipeline_cost_consent_at: null,
    acknowledged_msa: true,
    acknowledged_msa_at: person.createdAt,
    italian_customer_terms: null,
    italian_partner_terms: null,
    mfa_enabled: person.secondFactor,
    mfa_exemption: exempt,
    mfa_exemption_reason: exempt ? (person.federated ? 'federated' : 'legacy-integration') : null,
    mfa_experience: person.secondFactor ? 'vaas' : 'legacy',
    default_organization: null,
    default_team: null,
  }
}

/** The caller's own account, or that of a person the caller names. */
const user = ({ org, caller, params }: Ask) => {
  const key = params[0]
  if (key === '~' || key === caller.person.id || key === caller.person.email) return caller.person
  return found(caller.enterprise ? org.find.person.get(key ?? '') : null, 'user')
}

/** The account and what belongs to it alone. */
export const ACCOUNT: readonly Route[] = [
  identity('/account', ({ org, caller }) => whole(accountAnswer(org, caller.person))),
  identity('/users/:user', (ask) => whole(accountAnswer(ask.org, user(ask)))),
  {
    path: '/account/rate-limits',
    scope: 'any',
    host: 'platform',
    free: true,
    fresh: true,
    answer: (ask) => whole({ remaining: ask.tokensLeft() }),
  },
  identity('/account/keys', ({ org, caller }) => pages(keysOf(org.ground, caller.person))),
  identity('/account/keys/:key', ({ org, caller, params }) => {
    const keys = keysOf(org.ground, caller.person)
    const hit = keys.find((key) => key.id === params[0] || key.fingerprint === params[0])
    return whole(found(hit, 'key'))
  }),
  identity('/oauth/authorizations', ({ org, caller, callers }) =>
    pages(authorizationsOf(org, caller, callers)),
  ),
  identity('/oauth/authorizations/:authorization', ({ org, caller, callers, params }) => {
    const all = authorizationsOf(org, caller, callers)
    const hit = all.find((authorization) => authorization.id === params[0])
    return whole(found(hit, 'authorization'))
  }),
]
