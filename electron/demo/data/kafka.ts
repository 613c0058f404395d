import type { Addon } from '../addons.ts'
import type { Organisation } from '../organisation.ts'
import { ago, hexOf, idOf } from '../random.ts'

const DAY_MS = 86_400_000
const isShared = (addon: Addon) => addon.plan.human_name.startsWith('basic')
const prefixOf = (org: Organisation, addon: Addon) => `${hexOf(org.ground, 8, 'kafka', addon.id)}-prefix.`

/** `GET /data/kafka/v0/clusters/{id}`. */
export function kafkaAnswer(org: Organisation, addon: Addon) {
  const shared = isShared(addon)
  const id = (part: string) => idOf(org.ground, 'kafka', addon.id, part)
  return {
    addon_id: addon.id,
    name: addon.name,
    attachment_name: addon.as,
    created_at: addon.createdAt,
    state: {
      message: 'available',
      'waiting?': false,
      'healthy?': true,
      status: 'available',
      degraded_topics: [],
      degraded_brokers: [],
    },
    limits: {
      minimum_replication: 3,
      maximum_replication: 8,
      minimum_retention_ms: DAY_MS,
      maximum_retention_ms: 7 * DAY_MS,
      default_retention_ms: DAY_MS,
      max_partition_replica_count: 12_000,
      max_number_of_total_partitions: 4000,
      max_number_of_partitions_per_topic: 256,
      max_number_of_topics: shared ? 40 : null,
      data_size: {
        subcritical_percentage: 70,
        critical_percentage: 80,
        supercritical_percentage: 95,
        limit_bytes: 4_294_967_296,
      },
    },
    defaults: { partition_count: 8, retention_time_ms: DAY_MS },
    robot: { is_robot: false, robot_ttl: null },
    topics: topicsOf(addon).map(([name]) => name),
    admin_topic_names: [],
    shared_cluster: shared,
    ...(shared
      ? { topic_prefix: prefixOf(org, addon) }
      : {
          formation: { id: id('formation'), kafkas: [id('k1'), id('k2'), id('k3')], zookeepers: [id('z1')] },
        }),
    capabilities: { supports_mixed_cleanup_policy: true },
    metaas_source: addon.name,
    messages_in_per_sec: 311,
    bytes_in_per_sec: 48_000,
    bytes_out_per_sec: 96_000,
    version: ['3.7.1'],
    partition_replica_count: 96,
    data_size: 91_000_000,
  }
}

const TOPICS: readonly (readonly [name: string, retention: number, compaction: boolean])[] = [
  ['shipments', DAY_MS, false],
  ['positions', 7 * DAY_MS, false],
  ['addresses', -1, true],
]

/** Where health data runs, nothing is kept for ever. */
const topicsOf = (addon: Addon) =>
  addon.plan.human_name.startsWith('shield') ? TOPICS.filter(([, retention]) => retention > 0) : TOPICS

/** `GET /data/kafka/v0/clusters/{id}/topics`. */
export const topicsAnswer = (org: Organisation, addon: Addon) => ({
  attachment_name: addon.as,
  prefix: isShared(addon) ? prefixOf(org, addon) : null,
  topics: topicsOf(addon).map(([name, retention, compaction]) => ({
    name,
    prefix: null,
    messages_in_per_second: 100,
    bytes_in_per_second: 16_000,
    bytes_out_per_second: 32_000,
    partitions: 8,
    replication_factor: 3,
    status: 'available',
    status_label: 'Available',
    data_size: 30_000_000,
    compaction,
    retention_time_ms: retention,
    cleanup_policy: compaction ? 'compact' : 'delete',
    compaction_enabled: compaction,
    retention_enabled: !compaction,
  })),
  limits: { max_topics: 40 },
})

/** `GET /data/kafka/v0/clusters/{id}/consumer_groups`. */
export const groupsAnswer = (addon: Addon) => ({
  attachment_name: addon.as,
  consumer_groups: [{ name: 'billing' }, { name: 'tracking' }],
})

/** Address ranges that may reach a data service from outside. */
export const ipRules = (org: Organisation, addon: Addon) => [
  {
    cidr: '203.0.113.0/24',
    description: '=HQ("Rotterdam")',
    status: 'Authorized',
    id: idOf(org.ground, 'ip-rule', addon.id),
    created_at: ago(org.ground, 300),
    updated_at: ago(org.ground, 300),
  },
]
