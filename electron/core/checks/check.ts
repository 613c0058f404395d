import type { Severity, Verdict } from '../../../shared/model/check.ts'
import type { Collection, ListProof, Reading, RequestRecord } from '../../../shared/model/collection.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { AuditEvent, EventQuery } from '../../../shared/model/event.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Instant } from '../../../shared/model/json.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { AttestationKind } from '../../../shared/model/records/attestation.ts'
import type { ListKind } from '../../../shared/model/records/lists.ts'
import type { RecordItem, RecordKind } from '../../../shared/model/records.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { DocumentInfo } from '../../../shared/model/work.ts'
import type { TopicSurvey } from './facts/survey.ts'

/** The stored evidence of one collection, as a check may see it. Everything is read lazily, by topic. */
export interface EvidenceView {
  readonly collection: Collection
  /** The moment that ages are measured against: the start of the collection. */
  readonly asOf: Date
  /** The audit period of the engagement, as days in UTC. */
  readonly period: { readonly start: string; readonly end: string }
  items<T extends Topic>(topic: T): readonly EvidenceItem<T>[]
  /** What was found of all items, topic by topic, in one pass over them; topics without an item are left out. */
  survey(): readonly TopicSurvey[]
  /** How the reads of a topic ended, per subject; what was denied shows here. */
  readings(topic: Topic): readonly Reading[]
  /** The proof of each list that was read, over all topics. */
  lists(): readonly ListProof[]
  /** Every HTTP exchange of the collection, in the order of their numbers. */
  requests(): Iterable<RequestRecord>
  /**
   * Audit events that were known when the collection ended, oldest first, read while they are asked for: there
   * may be millions. Narrow the query by type, action or time; it is answered from an index.
   */
  events(wanted?: EventQuery): Iterable<AuditEvent>
  /** Everything that an event says, parsed; its form is only partly documented. */
  eventDetails(event: AuditEvent): unknown
  /** What people told: scope, lists, attestations … Empty where nobody told anything of that kind. */
  records<K extends RecordKind>(kind: K): readonly RecordItem<K>[]
  /** The documents that people attached and did not remove. */
  documents(): readonly DocumentInfo[]
  /** How far the people are with their work, for the checks of the evidence itself. */
  work(): WorkFacts
}

/** What people did with the evidence, as checks may see it. */
export interface WorkFacts {
  /** Requirements of the chosen frameworks that something is mapped to. */
  readonly controls: readonly {
    readonly framework: FrameworkId
    readonly control: string
    readonly evidence: number
    /** The preparer concluded it in words, so that an empty one has its reason. */
    readonly concluded: boolean
  }[]
  readonly signOffs: readonly {
    readonly framework: FrameworkId
    readonly control: string
    readonly preparedBy: string
    /** Null while nobody reviewed it. */
    readonly reviewedBy: string | null
  }[]
  /** What drawing each sample again gives. */
  readonly samples: readonly {
    readonly id: string
    readonly name: string
    readonly same: boolean
    readonly says: string
  }[]
  /** The newest verification of the locker; null where it was never verified. */
  readonly verification: {
    readonly at: Instant
    readonly intact: boolean
    readonly firstBroken: string | null
  } | null
}

/** An automated test over evidence: a pure function with metadata on top. */
export interface Check {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly needs: readonly Topic[]
  /** It asks something of every item, whatever its topic: see `EvidenceView.survey`. */
  readonly surveys?: true
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
  /** Answers per subject; at least one verdict, always. */
  judge(evidence: EvidenceView, policy: Policy): Iterable<Verdict>
}
