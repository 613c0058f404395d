import type { Severity } from './check.ts'
import type { Day, Instant } from './json.ts'

/** How a check stood over the audit period, by its answers in every collection of it. */
export const PERIOD_STANDINGS = ['operated', 'exceptions', 'not-shown', 'not-applicable'] as const

/** How a check stood over the audit period. */
export type PeriodStanding = (typeof PERIOD_STANDINGS)[number]

/** A collection of the audit period whose results are kept. */
export interface PeriodPoint {
  readonly collectionId: number
  readonly at: Instant
}

/** What a check answered over the audit period: whether what it tests worked all the time, as far as was looked. */
export interface CheckOverPeriod {
  readonly checkId: string
  readonly title: string
  readonly severity: Severity
  /** Collections of the period in which it answered. */
  readonly collections: number
  /** Subjects that it ever answered about. */
  readonly subjects: number
  /** Of these, with nothing but passes, or passes and not applicable. */
  readonly passedThroughout: number
  readonly failedEver: number
  readonly failsNow: number
  readonly notEvaluatedEver: number
  readonly firstFailed: PeriodPoint | null
  readonly stands: PeriodStanding
  /** Why it stands so, as a sentence. */
  readonly says: string
}

/** Every check over the audit period, and how often was looked. */
export interface PeriodOfChecks {
  readonly period: { readonly start: Day; readonly end: Day }
  readonly collections: readonly PeriodPoint[]
  /** The longest stretch of the period, up to now, in which nobody looked. */
  readonly longestGapDays: number
  readonly checks: readonly CheckOverPeriod[]
}
