import { z } from 'zod'
import { ask, changesOf } from './contract-line.ts'
import type { Answer, Severity } from './model/check.ts'
import type { Collection } from './model/collection.ts'
import { FrameworkId } from './model/engagement.ts'
import type { ControlState } from './model/framework.ts'
import type { Instant } from './model/json.ts'
import { Policy } from './model/policy.ts'
import type { Topic } from './model/topic.ts'
import {
  type AcceptedException,
  type Act,
  ConclusionInput,
  DECISIONS,
  DocumentFacts,
  type DocumentInfo,
  type ImpliedMapping,
  type Mapping,
  MappingKey,
  type SavedFilter,
  type StandingConclusion,
} from './model/work.ts'

const WhichCollection = z.int().min(1).nullable().default(null)
const Control = z.object({ framework: FrameworkId, control: z.string().min(1).max(60) })
const Subject = z.object({ subjectId: z.string().max(400), subject: z.string().max(400) })
const Screen = z.string().min(1).max(40)

/** A control with its mappings, its conclusion and its place in the framework. */
export interface ControlDetail {
  readonly state: ControlState
  /** Titles of the controls above it, outermost first. */
  readonly path: readonly string[]
  readonly mappings: readonly Mapping[]
  /** What confirmed mappings of other frameworks say about it. */
  readonly implied: readonly ImpliedMapping[]
  readonly conclusion: StandingConclusion | null
}

/** How old the newest evidence of a topic is, and how much of it there is. */
export interface TopicFreshness {
  readonly topic: Topic
  readonly items: number
  readonly notRead: number
  readonly capturedAt: Instant | null
}

/** What the first screen of a locker tells. */
export interface Overview {
  readonly collection: Collection | null
  readonly topics: readonly TopicFreshness[]
  readonly failures: readonly {
    readonly severity: Severity
    readonly open: number
    readonly accepted: number
    /** All answers of checks of that severity; `fail` is open and accepted together. */
    readonly counts: Readonly<Record<Answer, number>>
  }[]
  readonly work: {
    readonly controls: number
    readonly concluded: number
    readonly reviewed: number
    readonly mappingsToDecide: number
    /** The same, framework by framework. */
    readonly frameworks: readonly {
      readonly framework: FrameworkId
      /** Requirements that a topic speaks to. */
      readonly controls: number
      readonly concluded: number
      readonly reviewed: number
      readonly mappingsToDecide: number
    }[]
  }
  readonly exceptionsEndingSoon: number
  readonly documentsEndingSoon: number
}

/** What people decide: mappings, conclusions, exceptions, documents, filters, policy. */
export const workLines = {
  'overview:get': ask(z.object({ collectionId: WhichCollection }))<Overview>(),
  'control:get': ask(Control.extend({ collectionId: WhichCollection }))<ControlDetail>(),
  'mapping:list': ask(z.object({ framework: FrameworkId }))<readonly Mapping[]>(),
  'mapping:decide': ask(
    z.object({
      keys: z.array(MappingKey).min(1).max(10_000),
      decision: z.enum(DECISIONS),
      rationale: z.string().trim().max(4000).default(''),
    }),
  )<Act>(),
  'mapping:undo': ask(z.object({ act: z.int().min(1) }))<Act>(),
  'conclusion:list': ask(z.object({ framework: FrameworkId }))<readonly StandingConclusion[]>(),
  'conclusion:set': ask(ConclusionInput)<StandingConclusion>(),
  'conclusion:review': ask(
    Control.extend({ reviewer: z.string().trim().min(1).max(200) }),
  )<StandingConclusion>(),
  'exception:list': ask(z.object({}))<readonly AcceptedException[]>(),
  'exception:accept': ask(
    z.object({
      checkId: z.string().max(20),
      subjects: z.array(Subject).min(1).max(10_000),
      reason: z.string().trim().min(1).max(4000),
      until: z.iso.date(),
    }),
  )<Act>(),
  'exception:withdraw': ask(
    z.object({ checkId: z.string().max(20), subjects: z.array(Subject).min(1).max(10_000) }),
  )<Act>(),
  'document:list': ask(z.object({}))<readonly DocumentInfo[]>(),
  /** `destination` is the file to take in: a path on the command line, a one-use token in the window. */
  'document:attach': ask(z.object({ destination: z.string().min(1).max(4096), facts: DocumentFacts }))<
    DocumentInfo,
    { readonly done: number; readonly of: number }
  >(),
  'document:describe': ask(z.object({ id: z.int().min(1), facts: DocumentFacts }))<DocumentInfo>(),
  'document:remove': ask(z.object({ id: z.int().min(1) }))<Act>(),
  /** `recipient` is whom the copy is for; a restricted document leaves only for one of its review sheet. */
  'document:save': ask(
    z.object({
      id: z.int().min(1),
      destination: z.string().min(1).max(4096),
      recipient: z.string().trim().max(200).nullable().default(null),
    }),
  )<{ readonly bytes: number }>(),
  'filter:list': ask(z.object({ screen: Screen }))<readonly SavedFilter[]>(),
  'filter:save': ask(
    z.object({
      screen: Screen,
      name: z.string().trim().min(1).max(100),
      params: z.record(z.string().max(40), z.string().max(400)),
    }),
  )<SavedFilter>(),
  'filter:forget': ask(z.object({ screen: Screen, name: z.string().max(100) }))<null>(),
  'policy:get': ask(z.object({}))<Policy>(),
  'policy:set': ask(changesOf(Policy))<Policy>(),
} as const
