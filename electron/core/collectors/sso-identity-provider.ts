import { z } from 'zod'
import type { SsoContent } from '../../../shared/model/content.ts'
import { readCertificate } from './certificate.ts'
import type { Collector, HerokuReader } from './collector.ts'
import { orNull, RefField, Time } from './fields.ts'

const Owner = z.object({
  id: z.string(),
  name: z.string(),
  enterprise_account: orNull(RefField),
  identity_provider: orNull(RefField),
})

const Provider = z.object({
  id: z.string(),
  name: z.string(),
  owner: z.object({ id: z.string(), name: z.string(), type: z.string() }),
  enabled: orNull(z.boolean()),
  entity_id: z.string(),
  sso_target_url: z.string(),
  certificate: orNull(z.string()),
  certificates: orNull(
    z.array(
      z.object({ id: z.string(), name: orNull(z.string()), expires_at: Time, body: orNull(z.string()) }),
    ),
  ),
})

const common = {
  topic: 'sso-identity-provider',
  title: 'Single sign-on',
  says: 'which identity provider serves each team, whether it is enabled, and when its certificates end',
  scope: 'read',
} as const

/** Teams and enterprise accounts with the provider that serves them; the run reads its subjects here. */
export const ssoOwners: Collector<'sso-identity-provider', 'account'> = {
  ...common,
  id: 'sso-identity-provider.owners',
  per: 'account',
  async *collect(heroku) {
    for await (const enterprise of heroku.listIfAllowed('/enterprise-accounts', Owner))
      yield ownerItem('enterprise-account', { ...enterprise, enterprise_account: null })
    for await (const team of heroku.list('/teams', Owner)) yield ownerItem('team', team)
  },
}

function ownerItem(of: 'team' | 'enterprise-account', owner: z.infer<typeof Owner>) {
  return {
    subject: owner.name,
    subjectId: owner.id,
    content: {
      of,
      id: owner.id,
      name: owner.name,
      enterprise_account: owner.enterprise_account?.name ?? null,
      identity_provider: owner.identity_provider,
    },
  }
}

/** The provider of an enterprise account. */
export const enterpriseProvider: Collector<'sso-identity-provider', 'enterprise'> = {
  ...common,
  id: 'sso-identity-provider.enterprise',
  per: 'enterprise',
  when: (enterprise) => enterprise.identityProvider !== null,
  async *collect(heroku, { identityProvider }) {
    if (identityProvider) yield providerItem(await readProvider(heroku, identityProvider.id))
  },
}

/** The provider of a team, where no enterprise account or other team showed it already. */
export const teamProvider: Collector<'sso-identity-provider', 'team'> = {
  ...common,
  id: 'sso-identity-provider.team',
  per: 'team',
  when: (team) => team.identityProvider !== null,
  async *collect(heroku, team) {
    if (!team.identityProvider) return
    const provider = await heroku.find(`/identity-providers/${team.identityProvider.id}`, Provider)
    if (provider) return yield providerItem(provider)
    const path = `/teams/${team.name}/identity-providers`
    for await (const older of heroku.list(path, Provider, { variant: '3' })) yield providerItem(older)
  },
}

function readProvider(heroku: HerokuReader, id: string) {
  return heroku.get(`/identity-providers/${id}`, Provider)
}

function providerItem(provider: z.infer<typeof Provider>) {
  const content: SsoContent = {
    of: 'identity-provider',
    id: provider.id,
    name: provider.name,
    owner: provider.owner,
    enabled: provider.enabled,
    entity_id: provider.entity_id,
    sso_target_url: provider.sso_target_url,
    certificates: certificatesOf(provider),
  }
  return { subject: provider.name, subjectId: provider.id, content }
}

/** The list of certificates, or the single one that older answers carry instead. */
function certificatesOf(provider: z.infer<typeof Provider>) {
  if (provider.certificates) return provider.certificates.map(certificateItem)
  const facts = provider.certificate ? readCertificate(provider.certificate) : null
  if (!facts) return null
  return [
    certificateItem({
      id: provider.id,
      name: null,
      expires_at: facts.expiresAt,
      body: provider.certificate,
    }),
  ]
}

function certificateItem(certificate: {
  id: string
  name: string | null
  expires_at: string
  body: string | null
}) {
  const facts = certificate.body ? readCertificate(certificate.body) : null
  return {
    id: certificate.id,
    name: certificate.name,
    expires_at: certificate.expires_at,
    sha256_fingerprint: facts?.sha256Fingerprint ?? null,
    key_type: facts?.keyType ?? null,
    key_bits: facts?.keyBits ?? null,
    signature_algorithm: facts?.signatureAlgorithm ?? null,
  }
}
