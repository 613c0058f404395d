import { z } from 'zod'
import { ask } from './contract-line.ts'
import type { Answer, Severity } from './model/check.ts'
import { FrameworkId } from './model/engagement.ts'
import type { EvidenceId, EvidenceItem } from './model/evidence.ts'
import type { FieldChange } from './model/field-changes.ts'
import type { Instant } from './model/json.ts'
import type { Page } from './model/page.ts'
import { Topic } from './model/topic.ts'
import type { MappingDecision } from './model/work.ts'

const Limit = z.int().min(1).max(1000).default(100)
const After = z.string().max(400).nullable().default(null)
const WhichCollection = z.int().min(1).nullable().default(null)
const Words = z.string().max(200).nullable().default(null)
const At = z.iso.datetime({ offset: true }).nullable().default(null)

/** An item with its provenance and where else it was seen. */
export interface EvidenceDetail {
  readonly item: EvidenceItem
  readonly sightings: readonly {
    readonly collectionId: number
    readonly capturedAt: Instant
    readonly requestId: string | null
  }[]
  readonly path: string | null
}

/** A collection as the history of an item names it. */
export interface WhenSeen {
  readonly collectionId: number
  readonly at: Instant
}

/** One content that a subject had, and from which collection to which it was seen. */
export interface EvidenceVersion {
  readonly id: EvidenceId
  readonly first: WhenSeen
  readonly last: WhenSeen
}

/** What became of an item since the collection before the one that saw it last. */
export interface EvidenceChanges {
  /**
   * `first`: no complete collection before read this topic. `new`: one did, and the subject was not there.
   * `same`: the subject had this content already. `changed`: it had another one.
   */
  readonly since: 'first' | 'new' | 'same' | 'changed'
  /** The complete collection before that read the topic. */
  readonly before: WhenSeen | null
  /** The version of the subject before this one, however long ago; null where there is none. */
  readonly previous: EvidenceVersion | null
  /** What differs from that version. */
  readonly fields: readonly FieldChange[]
  /** All versions of the subject, newest first; this one among them. */
  readonly versions: readonly EvidenceVersion[]
}

/** Where an item is used: which controls it speaks to, and which results rest on it. */
export interface EvidenceUses {
  readonly controls: readonly {
    readonly framework: FrameworkId
    readonly control: string
    readonly title: string
    readonly decision: MappingDecision
    /** Mapped by itself, not with its whole topic. */
    readonly own: boolean
    readonly conclusion: 'concluded' | 'reviewed' | null
  }[]
  /** Results of the newest collection that saw the item, failures first; at most 200. */
  readonly results: readonly {
    readonly checkId: string
    readonly title: string
    readonly severity: Severity
    readonly answer: Answer
    readonly subject: string
    readonly subjectId: string
  }[]
  readonly moreResults: number
}

/** An app that evidence may be about. */
export interface EvidenceApp {
  readonly id: string
  readonly name: string
  readonly team: string | null
}

/** Questions about evidence, item by item. */
export const evidenceLines = {
  'evidence:page': ask(
    z.object({
      collectionId: WhichCollection,
      topic: Topic.nullable().default(null),
      /** Words that all have to occur, each as the beginning of a word. */
      search: Words,
      /** The same in the name of the subject. */
      subject: Words,
      /** Id of an app: items that name it anywhere. */
      app: z.string().max(100).nullable().default(null),
      /** Items that speak to this control or to one below it. */
      control: z
        .object({ framework: FrameworkId, control: z.string().min(1).max(60) })
        .nullable()
        .default(null),
      /** Captured from, and up to and with. */
      from: At,
      to: At,
      after: After,
      limit: Limit,
    }),
  )<Page<EvidenceItem>>(),
  'evidence:get': ask(z.object({ id: z.int().min(1) }))<EvidenceDetail>(),
  'evidence:changes': ask(z.object({ id: z.int().min(1) }))<EvidenceChanges>(),
  'evidence:uses': ask(z.object({ id: z.int().min(1) }))<EvidenceUses>(),
  'evidence:topics': ask(z.object({ collectionId: WhichCollection }))<
    readonly { readonly topic: Topic; readonly items: number }[]
  >(),
  'evidence:apps': ask(z.object({ collectionId: WhichCollection }))<readonly EvidenceApp[]>(),
} as const
