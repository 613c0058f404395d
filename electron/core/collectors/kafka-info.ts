import { z } from 'zod'
import type { AddonSubject, HerokuReader } from './collector.ts'
import { MaybeTime, orNull } from './fields.ts'

/** Heroku writes some limits as text. */
const Count = orNull(
  z.union([z.number(), z.string()]).transform((value) => {
    const number = Number(value)
    return value !== '' && Number.isFinite(number) ? number : null
  }),
)

const Cluster = z.object({
  created_at: MaybeTime,
  state: orNull(
    z.object({
      status: orNull(z.string()),
      'healthy?': orNull(z.boolean()),
      healthy: orNull(z.boolean()),
      degraded_brokers: orNull(z.array(z.unknown().transform(() => null))),
    }),
  ),
  limits: orNull(
    z.object({ minimum_replication: Count, maximum_retention_ms: Count, default_retention_ms: Count }),
  ),
  shared_cluster: orNull(z.boolean()),
  version: orNull(z.union([z.string(), z.array(z.string())])),
  data_size: Count,
})

/** A Kafka cluster as the Data API tells it; two topics share the answer. Throws `Refused` where it is gone (410). */
export async function readKafka(heroku: HerokuReader, addon: AddonSubject) {
  const path = `/data/kafka/v0/clusters/${addon.id}`
  const { state, limits, version, ...rest } = await heroku.get(path, Cluster, { api: 'data' })
  return {
    ...rest,
    version: typeof version === 'string' ? version : version?.length ? version.join(', ') : null,
    status: state?.status ?? null,
    healthy: state?.['healthy?'] ?? state?.healthy ?? null,
    degraded_brokers: state?.degraded_brokers?.length ?? 0,
    minimum_replication: limits?.minimum_replication ?? null,
    maximum_retention_ms: limits?.maximum_retention_ms ?? null,
    default_retention_ms: limits?.default_retention_ms ?? null,
  }
}
