import { z } from 'zod'
import { POSTGRES } from './addons.ts'
import type { AddonSubject, Collector, Found } from './collector.ts'
import { isDedicatedClassic, KEY_VALUE, serviceOf } from './data-addons.ts'
import { orNull } from './fields.ts'
import { planTier } from './postgres-plan.ts'

const Pooling = z.object({ status: orNull(z.string()) })

const Lab = z.object({ name: z.string(), status: orNull(z.object({ enabled: orNull(z.boolean()) })) })
const Labs = z.object({ message: orNull(z.array(Lab)) })

const Quota = z.object({
  type: z.string(),
  current_gb: orNull(z.number()),
  warning_gb: orNull(z.number()),
  critical_gb: orNull(z.number()),
  enforcement_active: orNull(z.boolean()),
  enforcement_action: orNull(z.string()),
})

const Message = z.object({ message: orNull(z.string()) })

const common = {
  topic: 'data-service-versions',
  title: 'Features of data services',
  says: 'which features, labs and quotas each data service has',
  scope: 'read-protected',
  tier: 'optional',
  per: 'addon',
} as const

type Feature = Extract<Found<'data-service-versions'>['content'], { of: 'feature' }>

const NOTHING = { status: null, enabled: null, current_gb: null, warning_gb: null, critical_gb: null }

function feature(
  addon: AddonSubject,
  kind: Feature['kind'],
  name: string,
  told: Partial<Feature>,
): Found<'data-service-versions'> {
  return {
    subject: `${addon.name} ${name}`,
    subjectId: `${kind}:${addon.id}:${name}`,
    content: { of: 'feature', ...serviceOf(addon), kind, name, ...NOTHING, ...told },
  }
}

/** Whether a database pools connections on its server. */
export const connectionPooling: Collector<'data-service-versions', 'addon'> = {
  ...common,
  id: 'data-service-versions.connection-pooling',
  when: isDedicatedClassic,
  async *collect(heroku, addon) {
    const path = `/client/v11/databases/${addon.id}/connection-pooling`
    const answer = await heroku.find(path, Pooling, { api: 'data' })
    if (answer) yield feature(addon, 'connection-pooling', 'connection pooling', answer)
  },
}

/** Features of a database that are still tried out. */
export const databaseLabs: Collector<'data-service-versions', 'addon'> = {
  ...common,
  id: 'data-service-versions.labs',
  when: (addon) => addon.service === POSTGRES && planTier(addon.plan) !== 'advanced',
  async *collect(heroku, addon) {
    const answer = await heroku.find(`/client/v11/labs/${addon.id}/list`, Labs, { api: 'data' })
    for (const { name, status } of answer?.message ?? [])
      yield feature(addon, 'lab', name, { enabled: status?.enabled ?? null })
  },
}

/** Quotas of Postgres Advanced, and what happens at their end. */
export const databaseQuotas: Collector<'data-service-versions', 'addon'> = {
  ...common,
  id: 'data-service-versions.quotas',
  when: (addon) => addon.service === POSTGRES && planTier(addon.plan) === 'advanced',
  async *collect(heroku, addon) {
    const path = `/data/postgres/v1/${addon.id}/quotas`
    for await (const quota of heroku.list(path, Quota, { api: 'data' })) {
      const { type, enforcement_active, enforcement_action, ...sizes } = quota
      yield feature(addon, 'quota', type, {
        ...sizes,
        enabled: enforcement_active,
        status: enforcement_action,
      })
    }
  },
}

/** What the older address says of maintenance, in words. */
export const maintenanceWords: Collector<'data-service-versions', 'addon'> = {
  ...common,
  id: 'data-service-versions.maintenance-words',
  when: (addon) =>
    addon.service === KEY_VALUE || (addon.service === POSTGRES && planTier(addon.plan) !== 'advanced'),
  async *collect(heroku, addon) {
    const path =
      addon.service === KEY_VALUE
        ? `/redis/v0/databases/${addon.name}/maintenance`
        : `/client/v11/databases/${addon.id}/maintenance`
    const answer = await heroku.find(path, Message, { api: 'data' })
    if (answer) yield feature(addon, 'maintenance', 'maintenance', { status: answer.message })
  },
}
