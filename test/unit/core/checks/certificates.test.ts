import { describe, expect, it } from 'vitest'
import {
  certificatesAreCaSigned,
  certificatesLastLonger,
} from '../../../../electron/core/checks/certificates.ts'
import {
  domainsHaveCertificate,
  noFailedAutomaticCertificate,
} from '../../../../electron/core/checks/domain-certificates.ts'
import { nameCovers } from '../../../../electron/core/checks/facts/certificates.ts'
import type { TlsContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, ref } from '../../../fakes/planted.ts'

type Domain = Extract<TlsContent, { of: 'domain' }>
type Certificate = Extract<TlsContent, { of: 'certificate' }>

function domain(hostname: string, more: Partial<Domain> = {}) {
  return item('domains-acm-certificates', hostname, {
    of: 'domain',
    id: `domain:${hostname}`,
    app: ref('app', 'shop'),
    hostname,
    kind: 'custom',
    acm_status: null,
    acm_status_reason: null,
    sni_endpoint: null,
    status: 'succeeded',
    created_at: daysAgo(100),
    updated_at: daysAgo(50),
    ...more,
  })
}

function certificate(name: string, more: Partial<Certificate> = {}) {
  return item('domains-acm-certificates', `shop certificate ${name}`, {
    of: 'certificate',
    id: `sni:${name}`,
    app: ref('app', 'shop'),
    name,
    cert_domains: ['www.acme.example'],
    issuer: 'Public CA',
    subject: 'www.acme.example',
    starts_at: daysAgo(100),
    expires_at: daysAgo(-200),
    ca_signed: true,
    self_signed: false,
    acm: false,
    domains: [],
    ...more,
  })
}

const shopRead = reading('domains-acm-certificates', 'app', 'shop')
const bound = (name: string) => ({ sni_endpoint: ref('sni', name) })
const given = (...items: readonly ReturnType<typeof item>[]) => ({
  items: [app('shop'), ...items],
  readings: [shopRead],
})
const blind = { items: [app('shop')], readings: [denied('domains-acm-certificates', 'app', 'shop')] }
const bare = given(domain('shop-1.herokuapp.com', { kind: 'heroku' }))

judges(domainsHaveCertificate, {
  'automatic and manual': {
    given: given(
      domain('a.acme.example', { acm_status: 'cert issued' }),
      domain('b.acme.example', { acm_status: 'ok' }),
      domain('www.acme.example', bound('one')),
      certificate('one'),
    ),
    answers: [
      ['a.acme.example', 'pass'],
      ['b.acme.example', 'pass'],
      ['www.acme.example', 'pass', /Certificate one covers www\.acme\.example until 2027-06-09/],
    ],
  },
  'failed, none, ended, another name, not yet valid': {
    given: given(
      domain('failed.acme.example', { acm_status: 'failed', acm_status_reason: 'CAA' }),
      domain('none.acme.example'),
      domain('www.acme.example', bound('ended')),
      certificate('ended', { expires_at: daysAgo(1), domains: ['x'] }),
      domain('other.acme.example', bound('other')),
      certificate('other', { domains: ['x'] }),
      domain('soon.acme.example', bound('soon')),
      certificate('soon', { cert_domains: ['soon.acme.example'], starts_at: daysAgo(-2), domains: ['x'] }),
    ),
    answers: [
      ['failed.acme.example', 'fail', /has failed: failed \(CAA\)/],
      ['none.acme.example', 'fail', /No certificate serves/],
      ['www.acme.example', 'fail', /ended ended on 2026-11-20/],
      ['other.acme.example', 'fail', /is for www\.acme\.example/],
      ['soon.acme.example', 'fail'],
    ],
  },
  'a wildcard name needs a manual certificate, and a wildcard covers one label': {
    given: given(
      domain('*.acme.example', bound('wild')),
      domain('x.acme.example', bound('wild')),
      domain('y.x.acme.example', bound('wild')),
      certificate('wild', { cert_domains: ['*.acme.example'], domains: ['x'] }),
    ),
    answers: [
      ['*.acme.example', 'pass'],
      ['x.acme.example', 'pass'],
      ['y.x.acme.example', 'fail'],
    ],
  },
  'a manual certificate helps where the automatic one has failed': {
    given: given(domain('www.acme.example', { ...bound('one'), acm_status: 'failed' }), certificate('one')),
    answers: [['www.acme.example', 'pass', /see TLS-04/]],
  },
  'on its way for an hour, and for two days': {
    given: given(
      domain('new.acme.example', { acm_status: 'pending', updated_at: '2026-11-21T08:00:00Z' }),
      domain('stuck.acme.example', { acm_status: 'dns-verified', updated_at: daysAgo(2) }),
    ),
    answers: [
      ['new.acme.example', 'not-evaluated', /since 2026-11-21 08:00 UTC/],
      ['stuck.acme.example', 'fail', /more than 24 hours/],
    ],
  },
  'certificates that were refused': {
    given: {
      items: [app('shop'), domain('www.acme.example'), domain('a.acme.example', { acm_status: 'ok' })],
      readings: [shopRead, denied('domains-acm-certificates', 'app', 'shop', '/apps/1/sni-endpoints')],
    },
    answers: [
      ['www.acme.example', 'not-evaluated'],
      ['a.acme.example', 'pass'],
    ],
  },
  'an end that was not told': {
    given: given(domain('www.acme.example', bound('one')), certificate('one', { expires_at: null })),
    answers: [['www.acme.example', 'not-evaluated']],
  },
  'no custom domain': { given: bare, answers: [['shop', 'not-applicable']] },
  refused: { given: blind, answers: [['shop', 'not-evaluated']] },
})

judges(certificatesLastLonger, {
  'thirty days for manual ones, fourteen for automatic ones; the bound itself is too soon': {
    given: given(
      domain('www.acme.example'),
      certificate('m31', { expires_at: daysAgo(-31) }),
      certificate('m30', { expires_at: daysAgo(-30) }),
      certificate('a15', { acm: true, expires_at: daysAgo(-15) }),
      certificate('a14', { acm: true, expires_at: daysAgo(-14) }),
      certificate('unsure', { acm: null, expires_at: daysAgo(-20) }),
      certificate('past', { expires_at: daysAgo(3) }),
      certificate('untold', { expires_at: null }),
    ),
    answers: [
      ['shop certificate m31', 'pass'],
      ['shop certificate m30', 'fail', /ends on 2026-12-21, not more than 30 days/],
      ['shop certificate a15', 'pass', /Automatic certificate a15/],
      ['shop certificate a14', 'fail'],
      ['shop certificate unsure', 'fail'],
      ['shop certificate past', 'fail', /ended on 2026-11-18/],
      ['shop certificate untold', 'not-evaluated'],
    ],
  },
  'an automatic one whose renewal fails': {
    given: given(
      domain('www.acme.example', { ...bound('auto'), acm_status: 'failing' }),
      certificate('auto', { acm: true }),
    ),
    answers: [['shop certificate auto', 'fail', /renewal fails for www\.acme\.example/]],
  },
  'no custom domain': { given: bare, answers: [['shop', 'not-applicable']] },
  refused: { given: blind, answers: [['shop', 'not-evaluated']] },
})

judges(certificatesAreCaSigned, {
  'by what Heroku tells': {
    given: given(
      domain('www.acme.example'),
      certificate('ca'),
      certificate('self', { ca_signed: false, self_signed: true }),
      certificate('auto', { ca_signed: null, self_signed: null, acm: true }),
      certificate('private', { ca_signed: false, self_signed: false }),
    ),
    answers: [
      ['shop certificate ca', 'pass', /Public CA/],
      ['shop certificate self', 'fail'],
      ['shop certificate auto', 'pass'],
      ['shop certificate private', 'not-evaluated'],
    ],
  },
  'no certificate at all': {
    given: given(domain('www.acme.example')),
    answers: [['shop', 'not-applicable']],
  },
  refused: { given: blind, answers: [['shop', 'not-evaluated']] },
})

const managed = app('shop', { acm: true })

judges(noFailedAutomaticCertificate, {
  'none failing': {
    given: { items: [managed, domain('a.example', { acm_status: 'ok' })], readings: [shopRead] },
    answers: [['shop', 'pass', /1 domain/]],
  },
  'failed and failing, with the reason': {
    given: {
      items: [
        managed,
        domain('a.example', { acm_status: 'failed', acm_status_reason: 'DNS' }),
        domain('b.example', { acm_status: 'failing' }),
        domain('c.example', { acm_status: 'ok' }),
      ],
      readings: [shopRead],
    },
    answers: [['shop', 'fail', /a\.example \(DNS\) and b\.example \(failing\)/]],
  },
  off: { given: given(domain('a.example')), answers: [['shop', 'not-applicable', /not in use/]] },
  'on, but nothing told': {
    given: { items: [managed, domain('a.example')], readings: [shopRead] },
    answers: [['shop', 'not-evaluated']],
  },
  refused: { given: blind, answers: [['shop', 'not-evaluated']] },
})

describe('which names a certificate covers', () => {
  it.each([
    ['www.acme.example', 'WWW.acme.example', true],
    ['*.acme.example', 'www.acme.example', true],
    ['*.acme.example', 'a.www.acme.example', false],
    ['*.acme.example', 'acme.example', false],
    ['*.acme.example', '*.acme.example', true],
    ['www.acme.example', '*.acme.example', false],
    ['*.example', '*.acme.example', false],
    ['w*.acme.example', 'www.acme.example', false],
  ])('%s and %s', (name, host, covers) => {
    expect(nameCovers(name, host)).toBe(covers)
  })
})
