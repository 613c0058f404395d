import type { Organisation } from './organisation.ts'
import { idOf } from './random.ts'

/** Names of the identity providers, and who owns each. */
export const PROVIDERS = {
  'northquay-okta': { owner: 'northquay', type: 'enterprise-account' },
  'northquay-labs-adfs': { owner: 'northquay-labs', type: 'team' },
} as const

/** Name of an identity provider. */
export type ProviderName = keyof typeof PROVIDERS

/** How accounts, teams and members refer to their identity provider. */
export function identityProviderRef(org: Organisation, name: ProviderName) {
  return { id: idOf(org.ground, 'identity-provider', name), name, owner: ownerOf(org, name) }
}

/** The team or enterprise account that owns it. */
export function ownerOf(org: Organisation, name: ProviderName) {
  const { owner, type } = PROVIDERS[name]
  const id = type === 'team' ? org.find.team.get(owner)?.id : org.enterprise.id
  return { id: id ?? org.enterprise.id, name: owner, type }
}
