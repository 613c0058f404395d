import { z } from 'zod'
import { ask } from './contract-line.ts'
import { CHANGE_KINDS, type Comparison } from './model/changes.ts'
import {
  type Collection,
  type CollectionConditions,
  type CollectionProgress,
  type Reading,
  TIERS,
} from './model/collection.ts'
import type { CollectionPlan } from './model/collection-plan.ts'
import { Topic } from './model/topic.ts'

const WhichCollection = z.int().min(1).nullable().default(null)

/** What a finished, cancelled or interrupted collection has to say. */
export interface CollectionSummary {
  readonly collection: Collection
  readonly notRead: readonly Reading[]
  readonly requestsPerKind: Readonly<Record<string, number>>
  readonly seconds: number
}

/** As whom, what and how hard to read. A collection that is continued keeps what it began with. */
const HowToRead = {
  connectionId: z.string().max(100),
  /** Limits what is read; null reads everything of the tiers. A topic that is named is read whatever its tier. */
  topics: z.array(Topic).nullable().default(null),
  /** Beside the core, which is always read. */
  tiers: z.array(z.enum(TIERS)).default(['core', 'extended']),
  concurrency: z.int().min(1).max(32).default(12),
  /** Share of the account's requests that is left to others; null takes the policy's. */
  reservePercent: z.int().min(0).max(90).nullable().default(null),
  /** Hours over which the requests are spread; 0: as fast as the allowance permits. */
  spreadHours: z.number().min(0).max(168).default(0),
}

/** The questions about collections: running one, and what those in the locker did. */
export const collectionLines = {
  'collection:run': ask(
    z.object({
      ...HowToRead,
      /** Continues the newest interrupted or cancelled collection instead of starting one. */
      resume: z.boolean().default(false),
    }),
  )<CollectionSummary, CollectionProgress>(),
  /** What a collection would take: requests by kind, and seconds at the present allowance. Collects nothing. */
  'collection:plan': ask(z.object(HowToRead))<CollectionPlan>(),
  'collection:list': ask(z.object({}))<readonly Collection[]>(),
  /** Under which conditions a collection read; null for one of a version that did not record them. */
  'collection:conditions': ask(z.object({ collectionId: WhichCollection }))<CollectionConditions | null>(),
  'collection:not-read': ask(z.object({ collectionId: WhichCollection }))<readonly Reading[]>(),
  /** What changed: by default between the newest complete collection and the one before it of the same account. */
  'collection:compare': ask(
    z.object({
      from: WhichCollection,
      to: WhichCollection,
      topic: Topic.nullable().default(null),
      kinds: z.array(z.enum(CHANGE_KINDS)).nullable().default(null),
      after: z.string().max(400).nullable().default(null),
      limit: z.int().min(1).max(1000).default(100),
    }),
  )<Comparison>(),
} as const
