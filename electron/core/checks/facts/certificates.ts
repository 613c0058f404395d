import type { TlsContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { grouped } from './grouped.ts'

/** A domain of an app. */
export type Domain = EvidenceItem<'domains-acm-certificates'> & {
  readonly content: Extract<TlsContent, { of: 'domain' }>
}

/** A certificate of an app. */
export type Certificate = EvidenceItem<'domains-acm-certificates'> & {
  readonly content: Extract<TlsContent, { of: 'certificate' }>
}

/** Domains and certificates of the apps, by app id. */
export interface Tls {
  /** Names that the customer owns; Heroku's own `herokuapp.com` names have Heroku's certificate. */
  custom(app: string): readonly Domain[]
  certificates(app: string): readonly Certificate[]
}

/** Reads domains and certificates of all apps. */
export function tlsOf(view: EvidenceView): Tls {
  const items = view.items('domains-acm-certificates')
  const custom = grouped(
    items.filter((item): item is Domain => item.content.of === 'domain' && item.content.kind === 'custom'),
    (item) => item.content.app.id,
  )
  const certificates = grouped(
    items.filter((item): item is Certificate => item.content.of === 'certificate'),
    (item) => item.content.app.id,
  )
  return { custom: (app) => custom.get(app) ?? [], certificates: (app) => certificates.get(app) ?? [] }
}

/** True when a name in a certificate covers a host name: equal, or a wildcard for exactly its first label. */
export function nameCovers(certified: string, hostname: string): boolean {
  const [name, host] = [certified.trim().toLowerCase(), hostname.trim().toLowerCase()]
  if (name === host) return true
  if (!name.startsWith('*.') || host.startsWith('*.')) return false
  const dot = host.indexOf('.')
  return dot > 0 && host.slice(dot) === name.slice(1)
}

/** Certificates that serve a domain: the one bound to it, else those that list it, else any of the app. */
export function serving(domain: Domain, certificates: readonly Certificate[]): readonly Certificate[] {
  const { id, hostname, sni_endpoint: bound } = domain.content
  if (bound) return certificates.filter((item) => item.content.id === bound.id)
  const listing = certificates.filter(
    ({ content }) => content.domains.includes(id) || content.domains.includes(hostname),
  )
  return listing.length > 0 ? listing : certificates.filter((item) => item.content.domains.length === 0)
}

/** True when a certificate names the host and is valid at a moment; null where its dates were not told. */
export function isValidFor({ content }: Certificate, hostname: string, at: Date): boolean | null {
  if (!content.cert_domains.some((name) => nameCovers(name, hostname))) return false
  if (content.expires_at === null) return null
  const started = content.starts_at === null || Date.parse(content.starts_at) <= at.getTime()
  return started && Date.parse(content.expires_at) > at.getTime()
}
