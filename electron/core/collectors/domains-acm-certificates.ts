import { z } from 'zod'
import type { Collector, HerokuReader } from './collector.ts'
import { orNull, RefField, Time } from './fields.ts'
import { refusalOf } from './refused.ts'

const Domain = z.object({
  id: z.string(),
  hostname: z.string(),
  kind: z.string(),
  acm_status: orNull(z.string()),
  acm_status_reason: orNull(z.string()),
  sni_endpoint: orNull(RefField),
  status: orNull(z.string()),
  created_at: Time,
  updated_at: Time,
})

type Domain = z.infer<typeof Domain>

const SniEndpoint = z.object({
  id: z.string(),
  name: z.string(),
  domains: orNull(z.array(z.string())),
  ssl_cert: orNull(
    z.object({
      cert_domains: orNull(z.array(z.string())),
      issuer: orNull(z.string()),
      subject: orNull(z.string()),
      starts_at: orNull(Time),
      expires_at: orNull(Time),
      'ca_signed?': orNull(z.boolean()),
      'self_signed?': orNull(z.boolean()),
      acm: orNull(z.boolean()),
    }),
  ),
})

const common = {
  topic: 'domains-acm-certificates',
  title: 'Domains and certificates',
  says: 'under which names each app answers, with which certificates and until when',
  scope: 'read',
  per: 'app',
} as const

/** The domains of an app with the state of their managed certificates. */
export const domains: Collector<'domains-acm-certificates', 'app'> = {
  ...common,
  id: 'domains-acm-certificates.domains',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    for await (const domain of heroku.list(`/apps/${app.id}/domains`, Domain))
      yield {
        subject: domain.hostname,
        subjectId: domain.id,
        content: { of: 'domain', app: ref, ...domain },
      }
  },
}

/**
 * The certificates of an app; whether Heroku manages one may only show on its domains. An app without a domain
 * of its own is not asked for certificates: it answers under Heroku's name with Heroku's certificate.
 */
export const certificates: Collector<'domains-acm-certificates', 'app'> = {
  ...common,
  id: 'domains-acm-certificates.certificates',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    const known = await readDomains(heroku, app.id)
    if (known?.every((domain) => domain.kind === 'heroku' && domain.sni_endpoint === null)) return
    const managed = managedEndpoints(known ?? [])
    for await (const endpoint of heroku.list(`/apps/${app.id}/sni-endpoints`, SniEndpoint)) {
      const certificate = endpoint.ssl_cert
      yield {
        subject: `${app.name} certificate ${endpoint.name}`,
        subjectId: endpoint.id,
        content: {
          of: 'certificate',
          id: endpoint.id,
          app: ref,
          name: endpoint.name,
          cert_domains: certificate?.cert_domains ?? [],
          issuer: certificate?.issuer ?? null,
          subject: certificate?.subject ?? null,
          starts_at: certificate?.starts_at ?? null,
          expires_at: certificate?.expires_at ?? null,
          ca_signed: certificate?.['ca_signed?'] ?? null,
          self_signed: certificate?.['self_signed?'] ?? null,
          acm: certificate?.acm ?? managed.get(endpoint.id) ?? null,
          domains: (endpoint.domains ?? []).toSorted(),
        },
      }
    }
  },
}

/** The domains of an app, from the answer that their own collector asked for; null where they are refused. */
async function readDomains(heroku: HerokuReader, app: string): Promise<readonly Domain[] | null> {
  const found: Domain[] = []
  try {
    for await (const domain of heroku.list(`/apps/${app}/domains`, Domain)) found.push(domain)
    return found
  } catch (error) {
    if (refusalOf(error) === null) throw error
    return null
  }
}

/** By id of the endpoint: whether one of its domains has a managed certificate. */
function managedEndpoints(domains: readonly Domain[]): ReadonlyMap<string, boolean> {
  const managed = new Map<string, boolean>()
  for (const { sni_endpoint, acm_status } of domains)
    if (sni_endpoint)
      managed.set(sni_endpoint.id, acm_status !== null || (managed.get(sni_endpoint.id) ?? false))
  return managed
}
