import { z } from 'zod'
import { FrameworkId } from './engagement.ts'
import type { Instant, Sha256 } from './json.ts'
import { Topic } from './topic.ts'

/** What a person may say of a mapping. `suggested` takes an earlier word back: the shipped suggestion stands again. */
export const DECISIONS = ['confirmed', 'rejected', 'added', 'suggested'] as const

/** What a person said of a mapping, or `suggested` while nobody said anything. */
export type MappingDecision = (typeof DECISIONS)[number]

/** Schema of what a mapping joins: a topic, or one subject of it, with a control. */
export const MappingKey = z.object({
  framework: FrameworkId,
  control: z.string().min(1).max(60),
  topic: Topic,
  /** Null for the whole topic. */
  subjectId: z.string().max(400).nullable().default(null),
})

/** What a mapping joins. */
export type MappingKey = z.infer<typeof MappingKey>

/** A mapping as a control's page shows it. */
export interface Mapping extends MappingKey {
  readonly decision: MappingDecision
  /** The shipped rationale, or the person's own. */
  readonly rationale: string
  readonly shipped: boolean
  readonly by: string | null
  readonly at: Instant | null
}

/** A confirmed mapping of another framework that bears on a control. */
export interface ImpliedMapping {
  readonly topic: Topic
  readonly framework: FrameworkId
  readonly control: string
  readonly by: string
  readonly at: Instant
  /** The control takes its mappings from that one; otherwise both only share the topic. */
  readonly near: boolean
}

/** A shipped suggestion that is new, gone or reworded since somebody looked last. */
export interface CrosswalkChange {
  readonly framework: string
  readonly topic: string
  readonly control: string
  readonly rationale: string
  readonly change: 'added' | 'removed' | 'reworded'
  /** The rationale before; null where the row is new. */
  readonly was: string | null
}

/** How well a control is made, and how well it worked. */
export const RATINGS = ['effective', 'ineffective', 'not-tested'] as const

/** How well a control is made, or how well it worked. */
export type Rating = (typeof RATINGS)[number]

/** Schema of what a preparer concludes for a control. */
export const ConclusionInput = z.object({
  framework: FrameworkId,
  control: z.string().min(1).max(60),
  design: z.enum(RATINGS),
  operation: z.enum(RATINGS),
  text: z.string().trim().max(20_000),
})

/** What was concluded for a control, and who reviewed it. */
export interface Conclusion extends z.infer<typeof ConclusionInput> {
  readonly preparedBy: string
  readonly preparedAt: Instant
  readonly reviewedBy: string | null
  readonly reviewedAt: Instant | null
}

/** A conclusion as it stands today. */
export interface StandingConclusion extends Conclusion {
  /** Topics and checks beneath it that changed since it was signed, such as `topic member-mfa`: it is open again. */
  readonly changed: readonly string[]
  /** Review notes on its control that nobody closed: they keep the reviewer from signing. */
  readonly openReviewNotes: number
}

/** A failing check that a person accepts for a time. */
export interface AcceptedException {
  readonly checkId: string
  readonly subjectId: string
  readonly subject: string
  readonly reason: string
  /** Last day on which it holds. */
  readonly until: string
  readonly by: string
  readonly at: Instant
}

/** Kinds of documents that a person attaches. */
export const DOCUMENT_TYPES = [
  'soc2-report',
  'bridge-letter',
  'iso-certificate',
  'pci-aoc',
  'baa',
  'penetration-test',
  'vendor-document',
  'policy',
  'access-review',
  'screenshot',
  'other',
] as const

/** Schema of what a person tells about a document. */
export const DocumentFacts = z
  .object({
    title: z.string().trim().min(1).max(300),
    type: z.enum(DOCUMENT_TYPES),
    validFrom: z.iso.date().nullable().default(null),
    validTo: z.iso.date().nullable().default(null),
    notes: z.string().max(20_000).default(''),
  })
  .refine((facts) => !facts.validFrom || !facts.validTo || facts.validFrom <= facts.validTo, {
    error: 'the document ends before it begins',
    path: ['validTo'],
  })

/** A file that lies in the locker, encrypted like everything else. */
export interface DocumentInfo extends z.infer<typeof DocumentFacts> {
  readonly id: number
  /** Name of the file as it was attached. */
  readonly fileName: string
  readonly bytes: number
  readonly sha256: Sha256
  readonly by: string
  readonly at: Instant
}

/** Something that a person did and may take back. */
export interface Act {
  readonly act: number
  /** What was done, in words, such as `3 mappings confirmed`. */
  readonly says: string
}

/** A filter of a list that a person keeps under a name. */
export interface SavedFilter {
  readonly name: string
  readonly screen: string
  readonly params: Readonly<Record<string, string>>
}
