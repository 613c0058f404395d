import type { Organisation } from './organisation.ts'
import { ago, idOf, instant } from './random.ts'
import { certificatePem } from './x509.ts'

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

const DAY = 86_400_000

/** `GET /identity-providers/{provider}`: the enterprise's is sound, the labs' one is old and about to lapse. */
export function identityProviderAnswer(org: Organisation, name: ProviderName) {
  const { ground } = org
  const host = name === 'northquay-okta' ? 'northquay.okta.example' : 'adfs.labs.northquay.example'
  const certificates = CERTIFICATES[name].map(([label, days, key, hashing]) => {
    const until = ground.now + days * DAY
    const from = until - 1095 * DAY
    return {
      created_at: instant(from),
      id: idOf(ground, 'provider-certificate', name, label),
      expires_at: instant(until),
      body: certificatePem(ground, { subject: host, issuer: host, from, until, key, hash: hashing }),
      name: label,
    }
  })
  return {
    certificate: certificates[0]?.body ?? null,
    certificates,
    created_at: ago(ground, 1000),
    entity_id: `https://${host}/saml2/${name}`,
    id: idOf(ground, 'identity-provider', name),
    name,
    owner: ownerOf(org, name),
    slo_target_url: `https://${host}/logout`,
    sso_target_url: `https://${host}/sso/saml`,
    updated_at: ago(ground, 200),
    enabled: true,
    heroku_start_url: `https://sso.heroku.com/saml/${name}/init`,
    heroku_entity_id: `https://sso.heroku.com/saml/${name}`,
    heroku_acs_url: `https://sso.heroku.com/saml/${name}/finalize`,
  }
}

const CERTIFICATES: Readonly<
  Record<
    ProviderName,
    readonly (readonly [
      label: string,
      days: number,
      key: 'rsa-1024' | 'rsa-2048' | 'ec-p256',
      hash: 'sha1' | 'sha256',
    ])[]
  >
> = {
  'northquay-okta': [
    ['Okta 2025', 640, 'rsa-2048', 'sha256'],
    ['Okta 2022 (retired)', -90, 'ec-p256', 'sha256'],
  ],
  'northquay-labs-adfs': [['=ADFS("2016")', 17, 'rsa-1024', 'sha1']],
}
