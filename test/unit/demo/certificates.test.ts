import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../electron/demo/certificates.ts'
import { identityProviderAnswer } from '../../../electron/demo/identity-providers.ts'
import { demoOptions } from '../../../electron/demo/options.ts'
import { makeOrganisation } from '../../../electron/demo/organisation.ts'
import { certificatePem } from '../../../electron/demo/x509.ts'

const now = new Date('2026-11-21T00:00:00Z')
const ground = { seed: 's', now: now.getTime() }
const org = makeOrganisation(demoOptions({ now }))

describe('certificates made from the seed', () => {
  it.each(['rsa-1024', 'rsa-2048', 'ec-p256'] as const)('a parser reads all of a %s one', (key) => {
    const facts = {
      subject: 'a.example',
      issuer: 'Some CA',
      from: Date.UTC(2026, 0, 1),
      until: Date.UTC(2027, 0, 1),
      key,
      hash: key === 'rsa-1024' ? ('sha1' as const) : ('sha256' as const),
      names: ['a.example', '*.a.example'],
    }
    const pem = certificatePem(ground, facts)
    const parsed = new X509Certificate(pem)
    expect(parsed.subject).toBe('CN=a.example')
    expect(parsed.issuer).toBe('CN=Some CA')
    expect(parsed.subjectAltName).toBe('DNS:a.example, DNS:*.a.example')
    expect([parsed.validFromDate, parsed.validToDate]).toEqual([new Date(facts.from), new Date(facts.until)])
    const { modulusLength, namedCurve } = parsed.publicKey.asymmetricKeyDetails ?? {}
    expect(modulusLength ?? namedCurve).toBe(key === 'ec-p256' ? 'prime256v1' : Number(key.slice(4)))
    expect(certificatePem(ground, facts)).toBe(pem)
  })

  it('an endpoint tells the same dates and names as its certificate', () => {
    const endpoints = org.apps.flatMap((app) => endpointsOf(org, app))
    expect(endpoints.length).toBeGreaterThan(8)
    for (const endpoint of endpoints) {
      const parsed = new X509Certificate(endpoint.certificate_chain)
      expect(parsed.validToDate.getTime()).toBe(Date.parse(endpoint.ssl_cert.expires_at))
      expect(parsed.subjectAltName).toBe(`DNS:${endpoint.ssl_cert.cert_domains[0]}`)
    }
  })

  it('identity provider certificates end when the provider says', () => {
    for (const name of ['northquay-okta', 'northquay-labs-adfs'] as const) {
      for (const { body, expires_at } of identityProviderAnswer(org, name).certificates) {
        expect(new X509Certificate(body).validToDate.getTime()).toBe(Date.parse(expires_at))
      }
    }
  })
})
