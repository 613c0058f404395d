import { describe, expect, it } from 'vitest'
import {
  enterpriseProvider,
  ssoOwners,
  teamProvider,
} from '../../../../electron/core/collectors/sso-identity-provider.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

/** A self-signed certificate for `CN=idp.example`, RSA 2048, SHA-256, made with OpenSSL for this test. */
const PEM = `-----BEGIN CERTIFICATE-----
MIIDDTCCAfWgAwIBAgIUD0dd/1vo9czy3IgyCftgj1GDuY4wDQYJKoZIhvcNAQEL
BQAwFjEUMBIGA1UEAwwLaWRwLmV4YW1wbGUwHhcNMjYxMTIxMDE0MzAxWhcNMzYx
MTE4MDE0MzAxWjAWMRQwEgYDVQQDDAtpZHAuZXhhbXBsZTCCASIwDQYJKoZIhvcN
AQEBBQADggEPADCCAQoCggEBAK9BenIyHxZLg2020XZzi39ue5CHrgSZu0kG0h1S
jpJsU6gZt0GqXfXsrdYfzw+AETmpNs8G/A8booF+RnvwCuRgsbten75R7gEvOKSE
auvPPgyt3Xyzec3f668b84ddpRSaWQZjmrXJ4fpk2poT15YxTlvt5tlg/eg/tu2B
j3icyeSvjrZH91SFAn5cyUqexlcNdEd5gx6LhW4MyfUYzodUyaUnBsAMa172Xp0g
0iB5r8B7wM/I+FuQ3vQA1zEQAo5SnLavNh4bWi+nlil4BaruIWwHeptDxp4xFmxy
IeLRAHGGWR5pMvacDWhh7SsyvlzDTz1eZ/prIKCZTkh0v1cCAwEAAaNTMFEwHQYD
VR0OBBYEFG7n/JriNVW1KjdgU1oDfaPa5K1cMB8GA1UdIwQYMBaAFG7n/JriNVW1
KjdgU1oDfaPa5K1cMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEB
ACKas7ioJxO3nM0B0J3m8lbcT+xve2VGH+b1QbsWog4A7/pHVEH+NjFOwwNq8T6J
qb1kpRB3B6pmS3WVP5nO/IIMKgwRdloAIDgITYSkkRycOLUypNPJh5xoznnluRJM
JqmmkGavmvk7AGm8bYy6tEz7Zqd3coMqJHsAX2UwwytfIAAzKScCqo9VNL+v4OCU
eELsjVm3GK5Z70inLb5xvmvcCmTikGOPxAzIn08O7BppfQNE3x1T00t0hACDlVUP
7KEG0XmVrMuQ2V3htkyYY0es+JYPpQWkRY7XyqknCJMShUGRlN2e40YK30glJEAA
vltssf9wm1mTSRI7UGnWbTs=
-----END CERTIFICATE-----
`

const provider = {
  id: uuid(9),
  name: 'acme-sso',
  owner: { id: uuid(1), name: 'acme', type: 'enterprise-account' },
  enabled: true,
  entity_id: 'https://idp.example',
  sso_target_url: 'https://idp.example/sso',
  slo_target_url: 'https://idp.example/slo',
}
const path = `/identity-providers/${uuid(9)}`
const facts = { key_type: 'rsa', key_bits: 2048, signature_algorithm: 'sha256WithRSAEncryption' }

describe('single sign-on', () => {
  it('tells which provider serves whom, and goes on where enterprise accounts are denied', async () => {
    const team = {
      id: uuid(2),
      name: 'acme-shop',
      enterprise_account: { id: uuid(1), name: 'acme' },
      identity_provider: { id: uuid(9), name: 'acme-sso', owner: provider.owner },
    }
    const { task, contents } = await collect(ssoOwners, SUBJECT.account, {
      '/enterprise-accounts': forbidden,
      '/teams': [team],
    })
    expect(contents).toEqual([
      {
        of: 'team',
        id: uuid(2),
        name: 'acme-shop',
        enterprise_account: 'acme',
        identity_provider: { id: uuid(9), name: 'acme-sso' },
      },
    ])
    expect(task.readings).toMatchObject([
      { path: null, outcome: 'read', items: 1 },
      { path: '/enterprise-accounts', outcome: 'denied' },
    ])
  })

  it('reads key and signature from the certificate itself', async () => {
    const certificates = [
      { id: uuid(30), name: 'current', expires_at: '2027-01-01T00:00:00Z', body: PEM, created_at: '' },
      { id: uuid(31), name: null, expires_at: '2026-01-01T00:00:00Z', body: 'no certificate' },
    ]
    const { contents } = await collect(enterpriseProvider, SUBJECT.enterprise, {
      [path]: { ...provider, certificates },
    })
    const { slo_target_url: _, ...kept } = provider
    expect(contents).toEqual([
      {
        of: 'identity-provider',
        ...kept,
        certificates: [
          {
            id: uuid(30),
            name: 'current',
            expires_at: '2027-01-01T00:00:00Z',
            sha256_fingerprint: 'f195112fb45da3749995e372a519d960b049ddd9680fd08203ab23f37399c8d3',
            ...facts,
          },
          {
            id: uuid(31),
            name: null,
            expires_at: '2026-01-01T00:00:00Z',
            sha256_fingerprint: null,
            key_type: null,
            key_bits: null,
            signature_algorithm: null,
          },
        ],
      },
    ])
  })

  it('takes the single certificate of older answers, and tells when none was returned', async () => {
    const single = await collect(enterpriseProvider, SUBJECT.enterprise, {
      [path]: { ...provider, certificate: PEM },
    })
    expect(single.contents).toMatchObject([
      { certificates: [{ id: uuid(9), expires_at: '2036-11-18T01:43:01.000Z', ...facts }] },
    ])
    const none = await collect(enterpriseProvider, SUBJECT.enterprise, { [path]: provider })
    expect(none.contents).toMatchObject([{ certificates: null }])
  })

  it('falls back to the older list of a team', async () => {
    const { contents, asked } = await collect(teamProvider, SUBJECT.team, {
      [`/teams/${SUBJECT.team.name}/identity-providers`]: [provider],
    })
    expect(contents).toMatchObject([{ of: 'identity-provider', id: uuid(9) }])
    expect(asked).toEqual([path, `/teams/${SUBJECT.team.name}/identity-providers`])
  })

  it('asks only where there is a provider', () => {
    expect(teamProvider.when?.({ ...SUBJECT.team, identityProvider: null })).toBe(false)
    expect(enterpriseProvider.when?.({ ...SUBJECT.enterprise, identityProvider: null })).toBe(false)
  })
})
