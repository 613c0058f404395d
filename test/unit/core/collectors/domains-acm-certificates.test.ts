import { describe, expect, it } from 'vitest'
import { certificates, domains } from '../../../../electron/core/collectors/domains-acm-certificates.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const app = { id: SUBJECT.app.id, name: SUBJECT.app.name }
const at = '2025-01-01T12:00:00Z'
const domainsPath = `/apps/${SUBJECT.app.id}/domains`
const endpointsPath = `/apps/${SUBJECT.app.id}/sni-endpoints`

function domain(n: number, endpoint: number | null, acm_status: string | null) {
  return {
    id: uuid(n),
    hostname: `www${n}.example.com`,
    kind: 'custom',
    acm_status,
    acm_status_reason: null,
    sni_endpoint: endpoint && { id: uuid(endpoint), name: `tls-${endpoint}` },
    status: 'succeeded',
    created_at: at,
    updated_at: at,
    cname: 'x.herokudns.com',
  }
}

function endpoint(n: number, more: object = {}) {
  const ssl_cert = {
    cert_domains: [`www${n}.example.com`],
    issuer: 'CN=R11',
    subject: 'CN=www',
    starts_at: at,
    expires_at: '2026-12-01T00:00:00Z',
    'ca_signed?': true,
    'self_signed?': false,
    ...more,
  }
  return { id: uuid(n), name: `tls-${n}`, domains: [uuid(n)], ssl_cert, certificate_chain: '-----BEGIN' }
}

describe('domains', () => {
  it('keep the state of their managed certificate', async () => {
    const { contents } = await collect(domains, SUBJECT.app, { [domainsPath]: [domain(70, null, 'failing')] })
    const { cname: _, ...kept } = domain(70, null, 'failing')
    expect(contents).toEqual([{ of: 'domain', app, ...kept }])
  })
})

describe('certificates', () => {
  it('tell issuer, names and end, without the chain', async () => {
    const { contents } = await collect(certificates, SUBJECT.app, {
      [domainsPath]: [domain(70, null, null)],
      [endpointsPath]: [endpoint(80)],
    })
    expect(contents).toEqual([
      {
        of: 'certificate',
        id: uuid(80),
        app,
        name: 'tls-80',
        cert_domains: ['www80.example.com'],
        issuer: 'CN=R11',
        subject: 'CN=www',
        starts_at: at,
        expires_at: '2026-12-01T00:00:00Z',
        ca_signed: true,
        self_signed: false,
        acm: null,
        domains: [uuid(80)],
      },
    ])
  })

  it('are managed where the certificate or one of its domains says so', async () => {
    const { contents } = await collect(certificates, SUBJECT.app, {
      [domainsPath]: [domain(70, 81, 'cert issued'), domain(71, 81, null), domain(72, 82, null)],
      [endpointsPath]: [endpoint(81), endpoint(82), endpoint(83, { acm: true }), endpoint(84)],
    })
    expect(contents.map((content) => (content as { acm: boolean | null }).acm)).toEqual([
      true,
      false,
      true,
      null,
    ])
  })

  it('are not asked for where the app has no domain of its own', async () => {
    const { task, asked } = await collect(certificates, SUBJECT.app, {
      [domainsPath]: [{ ...domain(70, null, null), kind: 'heroku' }],
    })
    expect(asked).toEqual([domainsPath])
    expect(task.readings).toMatchObject([{ path: null, outcome: 'read', items: 0 }])
  })

  it('are asked for where the domains are refused', async () => {
    const { contents, task } = await collect(certificates, SUBJECT.app, {
      [domainsPath]: forbidden,
      [endpointsPath]: [endpoint(80)],
    })
    expect(contents).toMatchObject([{ id: uuid(80), acm: null }])
    expect(task.readings).toMatchObject([
      { outcome: 'read', items: 1 },
      { path: domainsPath, outcome: 'denied' },
    ])
  })
})
