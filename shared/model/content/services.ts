import type { Instant } from '../json.ts'
import type { DataService, ServiceSetting } from './databases.ts'
import type { Ref } from './refs.ts'

/** Maintenance of a data service: due, or done. */
export interface ServiceMaintenance {
  /** `none`, `pending`, `preparing`, `ready`, `running`, `completed`. */
  readonly status: string
  readonly required_by: Instant | null
  readonly scheduled_for: Instant | null
  readonly window: string | null
  readonly method: string | null
  readonly reason: string | null
  readonly started_at: Instant | null
  readonly completed_at: Instant | null
  readonly duration_seconds: number | null
}

/** Versions and maintenance of Postgres, Key-Value Store and Kafka. */
export type ServiceVersionContent =
  | (DataService & {
      readonly of: 'version'
      readonly engine: 'postgres' | 'key-value' | 'kafka'
      readonly version: string | null
      readonly status: string | null
      /** What Heroku says about maintenance and upgrades in its own words. */
      readonly maintenance: string | null
      readonly created_at: Instant | null
    })
  | (DataService & ServiceMaintenance & { readonly of: 'maintenance' })
  | (DataService & ServiceMaintenance & { readonly of: 'past-maintenance' })
  | { readonly of: 'maintenances-read'; readonly app: Ref; readonly count: number }
  | (DataService & { readonly of: 'history-read'; readonly count: number })
  | (DataService & {
      readonly of: 'window'
      readonly window: string | null
      readonly previous_window: string | null
      readonly scheduled_for: Instant | null
      readonly previously_scheduled_for: Instant | null
    })
  /** Connection pooling, labs features, quotas, and maintenance in words: what else is set on a database. */
  | (DataService & {
      readonly of: 'feature'
      readonly kind: 'connection-pooling' | 'lab' | 'quota' | 'maintenance'
      readonly name: string
      readonly status: string | null
      readonly enabled: boolean | null
      readonly current_gb: number | null
      readonly warning_gb: number | null
      readonly critical_gb: number | null
    })

/** A key-value store: what it is, and how it is set. */
export type KeyValueContent =
  | (DataService & {
      readonly of: 'store'
      readonly version: string | null
      readonly status: string | null
      /** The store answers TLS only; null where Heroku has no such row. */
      readonly requires_tls: boolean | null
      readonly prefer_native_tls: boolean | null
      /** Heroku's own words, such as `AOF` or `None`. */
      readonly persistence: string | null
      readonly persistent: boolean | null
      readonly highly_available: boolean | null
      readonly high_availability_stated: string | null
      readonly created_at: Instant | null
    })
  | (DataService & {
      readonly of: 'settings'
      readonly maxmemory_policy: string | null
      readonly timeout: number | null
      readonly settings: readonly ServiceSetting[]
    })

/** A Kafka cluster, its topics, consumer groups and the addresses that may reach it. */
export type KafkaContent =
  | (DataService & {
      readonly of: 'cluster'
      readonly version: string | null
      readonly shared_cluster: boolean | null
      readonly status: string | null
      readonly healthy: boolean | null
      readonly degraded_brokers: number
      readonly minimum_replication: number | null
      readonly default_retention_ms: number | null
      readonly maximum_retention_ms: number | null
      readonly data_size: number | null
      readonly created_at: Instant | null
    })
  | (DataService & {
      readonly of: 'topic'
      readonly name: string
      readonly partitions: number | null
      readonly replication_factor: number | null
      /** Negative is without end. */
      readonly retention_time_ms: number | null
      readonly cleanup_policy: string | null
      readonly compaction: boolean | null
      readonly retention_enabled: boolean | null
    })
  | (DataService & { readonly of: 'topics-read'; readonly count: number })
  | (DataService & { readonly of: 'ip-rules-read'; readonly count: number })
  | (DataService & { readonly of: 'consumer-groups'; readonly names: readonly string[] })
  | (DataService & {
      readonly of: 'ip-rule'
      readonly id: string
      readonly cidr: string
      readonly description: string | null
      readonly status: string | null
      readonly created_at: Instant | null
      readonly updated_at: Instant | null
    })

/**
 * An add-on of Heroku Connect. No documented API tells its mappings and states: people import or attest those.
 * Subject: the add-on.
 */
export interface ConnectContent extends DataService {
  readonly service: string
  readonly state: string
  readonly space: (Ref & { readonly shield: boolean | null }) | null
  readonly created_at: Instant
}
