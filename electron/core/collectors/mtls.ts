import { z } from 'zod'
import { POSTGRES } from './addons.ts'
import type { AddonSubject, Collector } from './collector.ts'
import { isDedicatedClassic, livesInSpace, serviceOf, unlessGone } from './data-addons.ts'
import { MaybeTime, orNull } from './fields.ts'
import { IpRule } from './ip-rule.ts'

const Endpoint = z.object({ status: orNull(z.string()), enabled_by: orNull(z.string()) })

/** The list tells no key; the single certificate would, and is never asked. */
const Certificate = z.object({
  id: z.string(),
  name: z.string(),
  status: orNull(z.string()),
  created_at: MaybeTime,
  updated_at: MaybeTime,
  expires_at: MaybeTime,
})

const Status = z.object({ status: orNull(z.string()) })

const common = {
  topic: 'mtls',
  title: 'Mutual TLS',
  says: 'which databases can be reached from outside with client certificates, from where, and until when those are valid',
  scope: 'read-protected',
  per: 'addon',
} as const

const mayHave = (addon: AddonSubject) => addon.service === POSTGRES && livesInSpace(addon)

/** Mutual TLS of each database in a space: the endpoint, and what hangs on it only where there is one. */
export const mutualTls: Collector<'mtls', 'addon'> = {
  ...common,
  id: 'mtls.endpoint',
  when: mayHave,
  async *collect(heroku, addon) {
    const about = serviceOf(addon)
    const path = `/postgres/v0/databases/${addon.id}/tls-endpoint`
    const endpoint = await unlessGone(heroku.find(path, Endpoint, { api: 'data' }))
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: {
        of: 'endpoint',
        ...about,
        enabled: endpoint !== null,
        status: endpoint?.status ?? null,
        enabled_by: endpoint?.enabled_by ?? null,
      },
    }
    if (endpoint === null) return
    for await (const rule of heroku.listIfAllowed(`${path}/ip-rules`, IpRule, { api: 'data' }))
      yield {
        subject: `${addon.name} ${rule.cidr}`,
        subjectId: rule.id,
        content: { of: 'ip-rule', ...about, ...rule },
      }
    for await (const certificate of heroku.listIfAllowed(`${path}/certificates`, Certificate, {
      api: 'data',
    }))
      yield {
        subject: `${addon.name} certificate ${certificate.name}`,
        subjectId: certificate.id,
        content: { of: 'certificate', ...about, ...certificate },
      }
  },
}

/** Whether a database answers with a certificate that clients can check against a public authority. */
export const enhancedCertificates: Collector<'mtls', 'addon'> = {
  ...common,
  id: 'mtls.enhanced-certificates',
  tier: 'extended',
  when: isDedicatedClassic,
  async *collect(heroku, addon) {
    const path = `/client/v11/enhanced_certificates/${addon.id}/status`
    const answer = await unlessGone(heroku.find(path, Status, { api: 'data' }))
    if (answer)
      yield {
        subject: `${addon.name} enhanced certificates`,
        subjectId: `enhanced:${addon.id}`,
        content: { of: 'enhanced-certificates', ...serviceOf(addon), ...answer },
      }
  },
}
