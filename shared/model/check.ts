import type { FrameworkId } from './engagement.ts'
import type { EvidenceId } from './evidence.ts'
import type { AttestationKind } from './records/attestation.ts'
import type { ListKind } from './records/lists.ts'
import type { Topic } from './topic.ts'

/** How much a failed check matters. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const

/** How much a failed check matters. */
export type Severity = (typeof SEVERITIES)[number]

/** The four answers of a check. Unknown is `not-evaluated`, never a pass. */
export const ANSWERS = ['pass', 'fail', 'not-applicable', 'not-evaluated'] as const

/** The four answers of a check. */
export type Answer = (typeof ANSWERS)[number]

/** One answer about one subject, with its reason and the evidence it rests on. */
export interface Verdict {
  /** What the answer is about, in a person's words, such as `shop-api`. */
  readonly subject: string
  /** Stable key of the subject. */
  readonly subjectId: string
  readonly answer: Answer
  /** One plain sentence: what was seen and why it means this answer. */
  readonly reason: string
  readonly evidence: readonly EvidenceId[]
}

/** A verdict as stored: of which check, in which collection. */
export interface CheckResult extends Verdict {
  readonly collectionId: number
  readonly checkId: string
  readonly title: string
  readonly severity: Severity
}

/** What a face shows of a check itself. */
export interface CheckInfo {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly needs: readonly Topic[]
  /** Lists that a person has to give before it can answer for all subjects. */
  readonly needsLists?: readonly ListKind[]
  /** Statements that it asks for, where no API tells. */
  readonly needsAttestations?: readonly AttestationKind[]
  /** Why an auditor cares. */
  readonly why: string
  /** What to do about a failure, on Heroku. */
  readonly fix: string
  /** What the check cannot see; empty where there is nothing to say. */
  readonly limits: string
  readonly controls: readonly { readonly framework: FrameworkId; readonly control: string }[]
}
