import type { ContentOf } from './content.ts'
import type { Instant, Json, Sha256 } from './json.ts'
import type { Topic } from './topic.ts'

/** Number of an evidence item within its locker; shown as `E-000123`. */
export type EvidenceId = number

/** One immutable item read from a source, as a check or a sheet sees it. */
export interface EvidenceItem<T extends Topic = Topic> {
  readonly id: EvidenceId
  readonly topic: T
  /** Stable key of what the item is about, unique within its topic; prefers Heroku's UUIDs to names. */
  readonly subjectId: string
  /** What a person calls the subject, such as `shop-api v42`. */
  readonly subject: string
  readonly content: T extends keyof ContentOf ? ContentOf[T] : Json
  /** SHA-256 of the canonical JSON (RFC 8785) of `content`. */
  readonly hash: Sha256
  readonly capturedAt: Instant
  /** Heroku's `Request-Id` of the answer that carried the item; null for what the app itself derives. */
  readonly requestId: string | null
}

/** Reads `E-000123`-style numbers for people and for links between sheets. */
export function evidenceNumber(id: EvidenceId): string {
  return `E-${String(id).padStart(6, '0')}`
}
