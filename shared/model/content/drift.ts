import type { FieldChange } from '../field-changes.ts'
import type { Instant } from '../json.ts'
import type { Topic } from '../topic.ts'

/**
 * How the evidence of a collection differs from the complete collection before it of the same account. Made by
 * the program from stored evidence; what only records that something happened (a release, a backup) is no drift.
 */
export type DriftContent =
  | {
      readonly of: 'comparison'
      /** The collection that this one was compared with; null for the first. */
      readonly with: {
        readonly collection: number
        readonly started_at: Instant
        readonly digest: string | null
      } | null
      /** Topics that both read. */
      readonly topics: number
      /** Differences, all of them. */
      readonly differences: number
      /** How many of them are kept as items. */
      readonly kept: number
      /** Subjects that only one of the two could read. */
      readonly not_compared: number
    }
  | {
      readonly of: 'difference'
      readonly topic: Topic
      readonly subject_id: string
      readonly change: 'added' | 'removed' | 'changed'
      /** Field by field where it changed; at most 100. */
      readonly fields: readonly FieldChange[]
      readonly more_fields: number
    }
