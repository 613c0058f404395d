import type { Instant } from '../json.ts'
import type { Ref, UserRef } from './refs.ts'

/** An issue of a monthly archive that the locker holds. */
export interface ArchiveIssue {
  readonly checksum: string
  /** When Heroku made it. */
  readonly created_at: Instant
  readonly events: number
}

/**
 * What the locker holds of the audit trail of an enterprise account.
 *
 * - `holding`: all months together. Subject: the enterprise account.
 * - `month`: one month that is published or held.
 * - `day`: the events of one day as the monthly archive and as the daily list tell them, compared by id.
 */
export type AuditHoldingContent =
  | {
      readonly of: 'holding'
      readonly enterprise_account: Ref
      /** Months such as `2026-05`, first and last held; null where none is. */
      readonly first: string | null
      readonly last: string | null
      /** Months between first and last of which no archive is held. */
      readonly gaps: readonly string[]
      /** How many months in a row are held, back from the newest that has ended. */
      readonly consecutive: number
      /** The month that was running when this was collected, and whether its events are held so far. */
      readonly open_month: string
      readonly open_month_held: boolean
      /** The first month that Heroku publishes; null where it publishes none, or the list was refused. */
      readonly first_published: string | null
      readonly events: number
    }
  | {
      readonly of: 'month'
      readonly enterprise_account: Ref
      readonly month: string
      /** False while the month is running: its archive is still growing. */
      readonly closed: boolean
      readonly published_checksum: string | null
      /** The archives of this month that are held, oldest first. */
      readonly issues: readonly ArchiveIssue[]
      /** Heroku published another archive although the month had ended: the one before is kept too. */
      readonly reissued: boolean
      /** Events that two sources tell differently under one id; both are kept. */
      readonly changed: number
      /** Days of which the daily list was read to its end, and days that the month has. */
      readonly days_read: number
      readonly days: number
      /** Of the days read: events in the archive, in the daily lists, and different ones in both together. */
      readonly in_archive: number
      readonly in_daily: number
      readonly distinct: number
      /** Days read on which the two do not hold the same events. */
      readonly days_different: readonly string[]
      /** Days of which neither source holds an event. */
      readonly days_without_events: readonly string[]
    }
  | {
      readonly of: 'day'
      readonly enterprise_account: Ref
      readonly day: string
      /** The daily list was read after the day had ended. */
      readonly whole: boolean
      /** Events in the archive; null where none is held that covers the day. */
      readonly in_archive: number | null
      readonly in_daily: number
      /** Different events in both together, and how many of them each lacks; null where nothing is compared. */
      readonly distinct: number
      readonly missing_in_archive: number | null
      readonly missing_in_daily: number | null
      /** Events that the sources tell differently under one id. */
      readonly changed: number
      /** Events that one source tells twice. */
      readonly repeated: number
    }

/** Somebody lost access, as the audit trail tells it. Subject: the event. */
export interface RemovalContent {
  readonly event: string
  /** Number of the event in this locker. */
  readonly seq: number
  readonly enterprise_account: Ref
  /** What was taken away: membership of a team or of the enterprise account, or access to an app. */
  readonly from: 'team' | 'enterprise-account' | 'app'
  /** The person removed; null where the event does not name one in a place that is known. */
  readonly person: UserRef | null
  readonly by: string | null
  readonly app: string | null
  readonly team: string | null
  readonly at: Instant
}
