import {
  providerCertificateStrong,
  providerCertificateValid,
  singleSignOn,
} from '../../../../electron/core/checks/identity-provider.ts'
import type { SsoContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { ref, team } from '../../../fakes/planted.ts'

type Provider = Extract<SsoContent, { of: 'identity-provider' }>
type Certificate = NonNullable<Provider['certificates']>[number]

const okta = ref('idp', 'okta')

function certificate(more: Partial<Certificate> = {}): Certificate {
  return {
    id: 'cert:1',
    name: 'signing 2026',
    expires_at: daysAgo(-200),
    sha256_fingerprint: null,
    key_type: 'rsa',
    key_bits: 2048,
    signature_algorithm: 'sha256WithRSAEncryption',
    ...more,
  }
}

function provider(certificates: readonly Certificate[] | null, more: Partial<Provider> = {}): Planted {
  return item('sso-identity-provider', 'okta', {
    of: 'identity-provider',
    ...okta,
    owner: { ...ref('enterprise', 'acme'), type: 'enterprise-account' },
    enabled: true,
    entity_id: 'https://okta.example/acme',
    sso_target_url: 'https://okta.example/sso',
    certificates,
    ...more,
  })
}

const enterprise = item('sso-identity-provider', 'acme', {
  of: 'enterprise-account',
  ...ref('enterprise', 'acme'),
  enterprise_account: null,
  identity_provider: okta,
})
const inAcme = team('core', { enterprise_account: 'acme' })
const readings = [reading('sso-identity-provider', 'team', 'core')]

judges(singleSignOn, {
  'the provider of the enterprise account serves the team': {
    given: { items: [inAcme, enterprise, provider([certificate()])], readings },
    answers: [['core', 'pass', /okta is enabled/]],
  },
  'none anywhere': {
    given: { items: [team('core'), provider([])], readings },
    answers: [['core', 'fail', /The team has no identity provider/]],
  },
  'set up but not enabled': {
    given: { items: [inAcme, enterprise, provider([], { enabled: false })], readings },
    answers: [['core', 'fail', /not enabled/]],
  },
  'named, but the provider itself is not readable': {
    given: { items: [team('core', { identity_provider: okta })], readings },
    answers: [['core', 'not-evaluated', /could not be read/]],
  },
  'a refused provider does not hide the team': {
    given: {
      items: [team('core', { identity_provider: okta })],
      readings: [denied('sso-identity-provider', 'team', 'core', '/identity-providers/1')],
    },
    answers: [['core', 'not-evaluated', /Identity provider okta is named/]],
  },
  'in an enterprise account that the token cannot see': {
    given: { items: [inAcme], readings },
    answers: [['core', 'not-evaluated', /enterprise account acme could not be read/]],
  },
  'the policy does not ask for it': {
    policy: { ssoRequired: false },
    given: { items: [team('core')], readings },
    answers: [['core', 'not-applicable']],
  },
})

judges(providerCertificateValid, {
  'one certificate that lasts is enough': {
    given: { items: [provider([certificate({ expires_at: daysAgo(5) }), certificate({ id: 'cert:2' })])] },
    answers: [['okta', 'pass']],
  },
  'exactly thirty days are not more than thirty': {
    given: { items: [provider([certificate({ expires_at: daysAgo(-30) })])] },
    answers: [['okta', 'fail', /ends on 2026-12-21/]],
  },
  'a day later is': {
    given: { items: [provider([certificate({ expires_at: daysAgo(-31) })])] },
    answers: [['okta', 'pass']],
  },
  'already ended': {
    given: { items: [provider([certificate({ expires_at: daysAgo(1) })])] },
    answers: [['okta', 'fail', /ended on 2026-11-20/]],
  },
  'no certificate': {
    given: { items: [provider([])] },
    answers: [['okta', 'fail', /no signing certificate/]],
  },
  'certificates that this account may not read': {
    given: { items: [provider(null)] },
    answers: [['okta', 'not-evaluated', /rights of the collecting account/]],
  },
  'no identity provider': {
    given: { items: [team('core')], readings },
    answers: [['whole collection', 'not-applicable']],
  },
  'a refused provider is not none': {
    given: { items: [team('core', { identity_provider: okta })], readings },
    answers: [['okta', 'not-evaluated']],
  },
  'a refused list of teams': {
    given: { readings: [denied('sso-identity-provider', 'account', '~', '/teams')] },
    answers: [['~', 'not-evaluated']],
  },
})

judges(providerCertificateStrong, {
  'RSA 2048 and SHA-256': { given: { items: [provider([certificate()])] }, answers: [['okta', 'pass']] },
  'P-256 and Ed25519': {
    given: {
      items: [
        provider([
          certificate({ key_type: 'ec', key_bits: 256, signature_algorithm: 'ecdsa-with-SHA256' }),
          certificate({ key_type: 'ed25519', key_bits: null, signature_algorithm: 'Ed25519' }),
        ]),
      ],
    },
    answers: [['okta', 'pass', /2 certificates/]],
  },
  'a short key and an old hash are both named': {
    given: {
      items: [provider([certificate({ key_bits: 1024, signature_algorithm: 'sha1WithRSAEncryption' })])],
    },
    answers: [['okta', 'fail', /RSA key of 1024 bits and signed with sha1/]],
  },
  'one weak among strong ones': {
    given: { items: [provider([certificate(), certificate({ name: 'old', key_bits: 1024 })])] },
    answers: [['okta', 'fail', /old/]],
  },
  'not parsed': {
    given: { items: [provider([certificate({ key_type: null, signature_algorithm: null })])] },
    answers: [['okta', 'not-evaluated', /signing 2026/]],
  },
  'none to judge': { given: { items: [provider([])] }, answers: [['okta', 'not-evaluated']] },
  'no identity provider': {
    given: { items: [team('core')], readings },
    answers: [['whole collection', 'not-applicable']],
  },
})
