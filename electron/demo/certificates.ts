import type { App } from './apps.ts'
import type { Organisation } from './organisation.ts'
import { ago, diceOf, hexOf, idOf, instant } from './random.ts'
import type { DomainTraits } from './traits.ts'
import { certificatePem } from './x509.ts'

const DAY = 86_400_000

/** Days until the end, issuer, and whose signature, for each kind of certificate that is really there. */
const KINDS: Partial<Record<DomainTraits['certificate'], readonly [days: number, issuer: string]>> = {
  managed: [61, "Let's Encrypt R11"],
  'managed-failing': [9, "Let's Encrypt R11"],
  manual: [214, 'DigiCert Global G2 TLS RSA SHA256 2020 CA1'],
  'manual-ending': [12, 'DigiCert Global G2 TLS RSA SHA256 2020 CA1'],
  'manual-expired': [-20, 'Sectigo RSA Domain Validation Secure Server CA'],
  'self-signed': [3000, ''],
}

const STATUS: Partial<Record<DomainTraits['certificate'], readonly [status: string, reason: string | null]>> =
  {
    managed: ['cert issued', null],
    'managed-pending': ['pending', null],
    'managed-failing': ['failing', 'CDN or proxy in front of the domain stops the validation'],
    'managed-failed': ['failed', '=1+1 Failing CAA check: CAA record forbids letsencrypt.org'],
  }

/** Names of Heroku's certificate endpoints are an animal's home and a number. */
const PLACES = ['akita', 'miyagi', 'nara', 'osaka', 'saga', 'tokyo'] as const

/** The domains of an app: Heroku's own and the custom ones. */
export function domainsOf(org: Organisation, app: App) {
  const custom = (app.traits.domains ?? []).map((traits) => customDomain(org, app, traits))
  const { ground } = org
  const heroku = {
    acm_status: null,
    acm_status_reason: null,
    app: { name: app.name, id: app.id },
    cname: null,
    created_at: app.createdAt,
    hostname: `${app.name}.herokuapp.com`,
    id: idOf(ground, 'domain', app.name),
    kind: 'heroku',
    updated_at: app.createdAt,
    status: 'succeeded',
    sni_endpoint: null,
  }
  return [heroku, ...custom]
}

function customDomain(org: Organisation, app: App, { host, certificate }: DomainTraits) {
  const { ground } = org
  const [status, reason] = STATUS[certificate] ?? [null, null]
  const fresh = certificate === 'managed-pending'
  return {
    acm_status: status,
    acm_status_reason: reason,
    app: { name: app.name, id: app.id },
    cname: `${hexOf(ground, 12, 'cname', host)}.herokudns.com`,
    created_at: fresh ? ago(ground, 0) : app.createdAt,
    hostname: host,
    id: idOf(ground, 'domain', app.name, host),
    kind: 'custom',
    updated_at: fresh ? ago(ground, 0) : ago(ground, 9, 2),
    status: fresh ? 'pending' : 'succeeded',
    sni_endpoint: KINDS[certificate] ? endpointRef(org, app, host) : null,
  }
}

function endpointRef(org: Organisation, app: App, host: string) {
  const place = diceOf(org.ground, 'endpoint', app.name, host).pick(PLACES)
  const id = idOf(org.ground, 'endpoint', app.name, host)
  return { name: `${place}-${Number.parseInt(id.slice(0, 5), 16)}`, id }
}

/** The certificates of an app, one endpoint each. */
export function endpointsOf(org: Organisation, app: App) {
  return (app.traits.domains ?? []).flatMap((traits) => {
    const kind = KINDS[traits.certificate]
    return kind ? [endpoint(org, app, traits, ...kind)] : []
  })
}

function endpoint(org: Organisation, app: App, traits: DomainTraits, days: number, issuer: string) {
  const { ground } = org
  const { host, certificate } = traits
  const ref = endpointRef(org, app, host)
  const managed = certificate.startsWith('managed')
  const self = certificate === 'self-signed'
  const until = ground.now + days * DAY + 7_200_000
  const from = until - (managed ? 90 : self ? 3650 : 365) * DAY
  return {
    certificate_chain: certificatePem(ground, {
      subject: host,
      issuer: self ? host : issuer,
      from,
      until,
      key: managed ? 'ec-p256' : 'rsa-2048',
      hash: 'sha256',
      names: [host],
    }),
    created_at: instant(Math.max(from, Date.parse(app.createdAt))),
    id: ref.id,
    name: ref.name,
    updated_at: instant(Math.max(from, Date.parse(app.createdAt))),
    display_name: null,
    domains: [idOf(ground, 'domain', app.name, host)],
    app: { id: app.id, name: app.name },
    ssl_cert: {
      'ca_signed?': !self,
      acm: managed,
      cert_domains: [host],
      expires_at: instant(until),
      issuer: self ? `/CN=${host}` : `/C=US/CN=${issuer}`,
      'self_signed?': self,
      starts_at: instant(from),
      subject: `/CN=${host}`,
      id: idOf(ground, 'certificate', app.name, host),
    },
  }
}
