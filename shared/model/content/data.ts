import type { Instant } from '../json.ts'
import type { Ref } from './refs.ts'

/** What every Postgres topic tells about the database itself. */
export interface PostgresDatabase {
  readonly addon: Ref
  readonly app: Ref
  readonly plan: string
  /** `essential`, `standard`, `premium`, `private`, `shield`, `advanced`, or the unknown plan's own prefix. */
  readonly tier: string
  readonly version: string | null
}

/** Data API: the `Data Encryption` row, or `features.data_encryption`. Subject: the database. */
export interface PostgresEncryptionContent extends PostgresDatabase {
  /** Null where the answer has no such row or its text is not known. */
  readonly encrypted: boolean | null
  /** The row's own words. */
  readonly stated: string | null
  readonly customer_key: string | null
}

/** Data API: the `HA Status` row, or `features.highly_available`. Subject: the database. */
export interface PostgresAvailabilityContent extends PostgresDatabase {
  readonly highly_available: boolean | null
  readonly stated: string | null
  readonly followers: number
}

/** Data API: `Continuous Protection` and `Rollback` rows, or `features.*`. Subject: the database. */
export interface PostgresRollbackContent extends PostgresDatabase {
  readonly continuous_protection: boolean | null
  readonly rollback: boolean | null
  readonly earliest_time: Instant | null
  readonly latest_time: Instant | null
  readonly stated: string | null
  readonly created_at: Instant | null
}

/** Backup schedules of a database and the transfers of an app (backups, restores, copies). */
export type PostgresBackupContent =
  | {
      readonly of: 'schedule'
      readonly id: string
      readonly addon: Ref
      readonly app: Ref
      readonly name: string
      readonly hour: number
      readonly timezone: string
      readonly days: readonly string[]
      readonly retain_weeks: number | null
      readonly retain_months: number | null
    }
  | {
      readonly of: 'schedules-read'
      readonly addon: Ref
      readonly app: Ref
      readonly plan: string
      readonly count: number
    }
  | {
      readonly of: 'transfer'
      readonly id: string
      readonly app: Ref
      /** As `heroku pg:backups` names it: a scheduled, b manual backup, c copy, r restore, with its number. */
      readonly label: string
      readonly kind: 'scheduled-backup' | 'manual-backup' | 'copy' | 'restore'
      readonly from_name: string | null
      readonly to_name: string | null
      readonly succeeded: boolean | null
      readonly warnings: number | null
      readonly source_bytes: number | null
      readonly processed_bytes: number | null
      readonly created_at: Instant
      readonly finished_at: Instant | null
      readonly deleted_at: Instant | null
    }

/** One monthly archive of the audit trail, as published and as downloaded. Subject: the month. */
export interface ArchiveContent {
  readonly enterprise_account: Ref
  readonly year: number
  /** Two digits. */
  readonly month: string
  readonly created_at: Instant
  readonly checksum: string
  readonly size: number
  /** SHA-256 and length of what was downloaded; null where the download failed. */
  readonly downloaded_sha256: string | null
  readonly downloaded_size: number | null
  readonly intact: boolean | null
  /** Number of events, and the first and last of their times; null where the archive could not be read. */
  readonly events: number | null
  readonly first_at: Instant | null
  readonly last_at: Instant | null
  readonly envelope: 'array' | 'entries' | 'data' | 'events' | null
}
