import type { z } from 'zod'
import type { Instant } from './json.ts'
import { AccessDecision, AccessReview } from './records/access-review.ts'
import { Attestation } from './records/attestation.ts'
import { ClientRequest } from './records/client-request.ts'
import { ConclusionBasis } from './records/conclusion-basis.ts'
import { CrosswalkSeen } from './records/crosswalk-seen.ts'
import { DocumentReview } from './records/document-review.ts'
import { EngagementFrameworks } from './records/engagement-frameworks.ts'
import { Finding } from './records/finding.ts'
import { List } from './records/lists.ts'
import { Note } from './records/note.ts'
import { OwnFramework } from './records/own-framework.ts'
import { Sample, SampleResult } from './records/sample.ts'
import { AppTag, Scope } from './records/scope.ts'
import { Tickmark, TickmarkMeaning } from './records/tickmark.ts'
import { TrailReview } from './records/trail-review.ts'

/**
 * Everything people tell a locker beside decisions about mappings and conclusions: one schema per kind. A new
 * kind is a file in `records/` and a line here. Source of each kind's meaning: its own file.
 */
export const RECORDS = {
  scope: Scope,
  'app-tag': AppTag,
  list: List,
  attestation: Attestation,
  note: Note,
  sample: Sample,
  'sample-result': SampleResult,
  tickmark: Tickmark,
  'tickmark-meaning': TickmarkMeaning,
  'client-request': ClientRequest,
  finding: Finding,
  'trail-review': TrailReview,
  'access-review': AccessReview,
  'access-decision': AccessDecision,
  'conclusion-basis': ConclusionBasis,
  'document-review': DocumentReview,
  'own-framework': OwnFramework,
  'engagement-frameworks': EngagementFrameworks,
  'crosswalk-seen': CrosswalkSeen,
} as const satisfies Readonly<Record<string, z.ZodType>>

/** A kind of record, such as `note`. */
export type RecordKind = keyof typeof RECORDS

/** What a record of a kind holds. */
export type RecordContent<K extends RecordKind> = z.infer<(typeof RECORDS)[K]>

/** What stands under a key now: who said it last, and when. */
export interface RecordItem<K extends RecordKind = RecordKind> {
  readonly kind: K
  /** Stable within the kind, such as the id of an app. */
  readonly key: string
  readonly content: RecordContent<K>
  readonly by: string
  readonly at: Instant
  /** The act that said it; what an undo names. */
  readonly act: number
}

/** One earlier or present wording of a record; content is null where it was removed. */
export interface RecordVersion<K extends RecordKind = RecordKind> extends Omit<RecordItem<K>, 'content'> {
  readonly content: RecordContent<K> | null
}
