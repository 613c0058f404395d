import type { Instant } from '../json.ts'
import type { Fingerprint, Ref } from './refs.ts'

/** The add-on that an item of a data service is about. */
export interface DataService {
  readonly addon: Ref
  readonly app: Ref
  /** Full plan name, such as `heroku-redis:premium-0`. */
  readonly plan: string
  /** First word of the plan, such as `premium`. */
  readonly tier: string
}

/**
 * Credentials of a Postgres database, without passwords and hosts. Heroku tells when a credential was made for
 * Postgres Advanced only. Subject: the credential; `credentials-read` proves that the list was read.
 */
export type PostgresCredentialContent =
  | (DataService & {
      readonly of: 'credential'
      readonly id: string
      readonly name: string
      /** `owner` or `additional` of Advanced; null elsewhere, where the owner is called `default`. */
      readonly type: string | null
      readonly state: string
      readonly created_at: Instant | null
      /** Users that log in with it: two while a rotation is under way. */
      readonly roles: readonly { readonly user: string; readonly state: string }[]
    })
  | (DataService & { readonly of: 'credentials-read'; readonly count: number })

/** One setting of a data service, value and default as text. */
export interface ServiceSetting {
  readonly name: string
  readonly value: string | null
  readonly default: string | null
  /** Null where Heroku does not tell. */
  readonly reboot_required: boolean | null
}

/** What a database logs, and its other settings. Subject: the database. */
export interface PostgresSettingsContent extends DataService {
  /** Null where the plan has no such setting. */
  readonly log_connections: boolean | null
  /** `none`, `ddl`, `mod` or `all`; null where the plan has no such setting. */
  readonly log_statement: string | null
  /** Milliseconds after which a statement is logged; −1 is never, 0 is every statement. */
  readonly log_min_duration_statement: number | null
  readonly log_min_error_statement: string | null
  readonly settings: readonly ServiceSetting[]
}

/**
 * A database as another one names it. Heroku names it by an address with a password in it, of which only a keyed
 * fingerprint of host, port and database is kept: equal ones are the same database.
 */
export interface DatabaseRef {
  readonly name: string | null
  readonly address: Fingerprint | null
}

/** Where a database's content came from and where it goes: followers, forks, links, change streams. */
export type PostgresLinkContent =
  | (DataService & {
      readonly of: 'lineage'
      /** Of this database itself, to be found again where others name it. */
      readonly address: Fingerprint | null
      readonly following: DatabaseRef | null
      readonly followers: readonly DatabaseRef[]
      readonly forked_from: DatabaseRef | null
      readonly forks: readonly DatabaseRef[]
      readonly created_at: Instant | null
    })
  | (DataService & {
      readonly of: 'follower'
      readonly id: string
      readonly name: string
      readonly follower_plan: string | null
      readonly created_at: Instant | null
    })
  | (DataService & {
      readonly of: 'link'
      readonly id: string
      readonly name: string
      readonly remote_name: string | null
      readonly remote: string | null
      readonly remote_attachment: string | null
      readonly created_at: Instant | null
    })
  | (DataService & {
      readonly of: 'connector'
      readonly id: string
      readonly name: string
      readonly tables: readonly string[]
      readonly excluded_columns: readonly string[]
      readonly kafka: Ref | null
      readonly kafka_app: string | null
    })
  | (DataService & { readonly of: 'followers-read'; readonly count: number })
  | (DataService & { readonly of: 'links-read'; readonly count: number })
  | (DataService & { readonly of: 'connectors-read'; readonly count: number })

/** Mutual TLS of a database: the endpoint, who may reach it, and the client certificates. */
export type MutualTlsContent =
  | (DataService & {
      readonly of: 'endpoint'
      /** False where Heroku answers that there is none (404). */
      readonly enabled: boolean
      readonly status: string | null
      readonly enabled_by: string | null
    })
  | (DataService & {
      readonly of: 'ip-rule'
      readonly id: string
      readonly cidr: string
      readonly description: string | null
      readonly status: string | null
      readonly created_at: Instant | null
      readonly updated_at: Instant | null
    })
  | (DataService & {
      readonly of: 'certificate'
      readonly id: string
      readonly name: string
      readonly status: string | null
      readonly created_at: Instant | null
      readonly updated_at: Instant | null
      readonly expires_at: Instant | null
    })
  | (DataService & { readonly of: 'enhanced-certificates'; readonly status: string | null })

/** A private endpoint of a data service in AWS. Subject: the add-on. */
export interface PrivateLinkContent extends DataService {
  /** False where Heroku answers that there is none (404). */
  readonly enabled: boolean
  readonly status: string | null
  readonly service_name: string | null
  readonly allowed_accounts: readonly { readonly arn: string; readonly status: string | null }[]
  readonly connections: readonly {
    readonly endpoint_id: string
    readonly owner_arn: string | null
    readonly status: string | null
  }[]
}

/** With whose key a data service is encrypted. Subject: the add-on. */
export interface CustomerKeyContent extends DataService {
  /** The key's name at AWS; null where Heroku names none, which means a key of Heroku's. */
  readonly customer_key: string | null
}
