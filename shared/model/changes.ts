import type { EvidenceId } from './evidence.ts'
import type { FieldChange } from './field-changes.ts'
import type { Instant } from './json.ts'
import type { Topic } from './topic.ts'

/**
 * What became of one subject between two collections. `first-read` and `not-read` claim nothing about Heroku: only
 * one of the two collections could read it, so nobody knows whether it was there.
 */
export const CHANGE_KINDS = ['added', 'removed', 'changed', 'first-read', 'not-read'] as const

/** What became of one subject between two collections. */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One subject that is not the same in two collections. */
export interface SubjectChange {
  readonly topic: Topic
  readonly subjectId: string
  readonly subject: string
  readonly kind: ChangeKind
  /** The item of the earlier collection; null where there is none. */
  readonly before: EvidenceId | null
  readonly after: EvidenceId | null
  /** Field by field where it changed, without what `CHANGE_RULES` leaves out; else empty. */
  readonly fields: readonly FieldChange[]
}

/** The changes of one topic, counted by subjects. */
export interface TopicChanges {
  readonly topic: Topic
  /** False where only one of the two collections was to read it; the counts are 0 then. */
  readonly compared: boolean
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly 'first-read': number
  readonly 'not-read': number
  /** The very same item in both. */
  readonly unchanged: number
  /** Differ only in what `CHANGE_RULES` leaves out, and count as no change. */
  readonly noise: number
}

/** A collection as a comparison names it. */
export interface Compared {
  readonly id: number
  readonly startedAt: Instant
  readonly account: string
}

/** Two collections compared: counts of every topic, and a page of the subjects that differ. */
export interface Comparison {
  readonly from: Compared
  readonly to: Compared
  readonly topics: readonly TopicChanges[]
  readonly rows: readonly SubjectChange[]
  readonly next: string | null
}
