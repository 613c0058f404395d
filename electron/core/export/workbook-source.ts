import type { FrameworkCoverage } from '../../../shared/contract.ts'
import type { InheritedControl } from '../../../shared/contract-register.ts'
import type { AccessReviewDetail } from '../../../shared/contract-testing.ts'
import type { SubjectChange, TopicChanges } from '../../../shared/model/changes.ts'
import type { CheckInfo, CheckResult } from '../../../shared/model/check.ts'
import type { PeriodOfChecks } from '../../../shared/model/check-period.ts'
import type {
  Collection,
  CollectionConditions,
  ListProof,
  Reading,
  RequestRecord,
} from '../../../shared/model/collection.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { AuditEvent } from '../../../shared/model/event.ts'
import type { EvidenceId, EvidenceItem } from '../../../shared/model/evidence.ts'
import type { ControlState, Framework } from '../../../shared/model/framework.ts'
import type { Instant, Sha256 } from '../../../shared/model/json.ts'
import type { JournalEntry, LockerInfo } from '../../../shared/model/locker.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { RecordItem, RecordKind } from '../../../shared/model/records.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type {
  AcceptedException,
  DocumentInfo,
  Mapping,
  StandingConclusion,
} from '../../../shared/model/work.ts'

/** One line of the evidence register: an item without its content, with where it was read and seen. */
export interface RegisterEntry {
  readonly id: EvidenceId
  readonly topic: Topic
  readonly subjectId: string
  readonly subject: string
  readonly hash: Sha256
  readonly capturedAt: Instant
  readonly requestId: string | null
  /** Path that the item was read from; null for what the app itself derived. */
  readonly path: string | null
  /** First time that this content was seen, in any collection of the locker. */
  readonly firstSeenAt: Instant
  /** In how many collections it was seen. */
  readonly sightings: number
}

/** An archive of the audit trail that the locker holds. */
export interface ArchiveLine {
  readonly enterprise: { readonly name: string }
  readonly year: number
  readonly month: string
  readonly checksum: Sha256
  /** Bytes of the file as published. */
  readonly size: number
  /** Events in the file; of these kept, and known from an earlier archive. */
  readonly events: number
  readonly kept: number
  readonly known: number
  /** Kept although one of the same id was known, because they say something else. */
  readonly changed: number
  readonly undated: number
  /** Milliseconds since 1970. */
  readonly firstAt: number | null
  readonly lastAt: number | null
  readonly eventsHead: Sha256
  readonly head: Sha256
  readonly ingestedAt: Instant
  readonly collectionId: number
}

/** What changed since the complete collection before, of the same account. */
export interface ChangesSince {
  readonly before: Pick<Collection, 'id' | 'startedAt'>
  readonly topics: readonly TopicChanges[]
  rows(): Iterable<SubjectChange>
}

/** By whom, when and by which measure the checks were run. */
export interface CheckRunFacts {
  readonly actor: string
  readonly at: Instant
  readonly appVersion: string
  readonly policy: Policy
}

/** What people decided and signed, as the faces know it. */
export interface PeoplesWork {
  /** Mappings of a framework with what people decided about them. */
  mappings(framework: FrameworkId): readonly Mapping[]
  /** Conclusions of the engagement's frameworks, as they stand. */
  conclusions(): readonly StandingConclusion[]
  exceptions(): readonly AcceptedException[]
  accessReviews(): readonly AccessReviewDetail[]
  /** What is inherited from the vendor. */
  inherited(): readonly InheritedControl[]
  /** How each check stood over the audit period. */
  period(): PeriodOfChecks
}

/**
 * What a workbook is made of: one collection of one locker. Everything is read when it is asked for; what is
 * iterable may be asked for more than once, has to answer in the same order each time, and may be long.
 */
export interface WorkbookSource extends PeoplesWork {
  /** When the workbook is made, and by which version of the app. */
  readonly generatedAt: Instant
  readonly appVersion: string
  readonly actor: string
  readonly locker: LockerInfo
  readonly journalHead: { readonly seq: number; readonly hash: string }
  readonly collection: Collection
  /** Under which conditions the collection read; null where its version did not record them. */
  conditions(): CollectionConditions | null
  /** Null where there is no complete collection before. */
  changes(): ChangesSince | null
  /** The register, topic by topic; within a topic in the order of `items`. */
  register(): Iterable<RegisterEntry>
  items<T extends Topic>(topic: T): Iterable<EvidenceItem<T>>
  readings(): Iterable<Reading>
  notRead(): readonly Reading[]
  lists(): Iterable<ListProof>
  requests(): Iterable<RequestRecord>
  dropped(): readonly { readonly pattern: string; readonly fields: readonly string[] }[]
  checks(): readonly CheckInfo[]
  /** Results of the last run of the checks, those of one check together. */
  results(): Iterable<CheckResult>
  /** Null where the checks have not been run over this collection. */
  checkRun(): CheckRunFacts | null
  /** The frameworks of the engagement. */
  frameworks(): readonly Framework[]
  controls(framework: FrameworkId): readonly ControlState[]
  coverage(): readonly FrameworkCoverage[]
  /** What people told, as it stands. */
  records<K extends RecordKind>(kind: K): readonly RecordItem<K>[]
  /** The documents that people attached and did not remove. */
  documents(): readonly DocumentInfo[]
  /** Audit events of the audit period, in order of time or of the locker. */
  events(): Iterable<AuditEvent>
  /** How many there are, and how many the locker holds in all. */
  eventCounts(): { readonly inPeriod: number; readonly all: number }
  /** Archives of the audit trail, in the order taken over. */
  archives(): readonly ArchiveLine[]
  /** The journal up to `journalHead`. */
  journal(): Iterable<JournalEntry>
}
