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
import { Topic } from './model/topic.ts'

const WhichCollection = z.int().min(1).nullable().default(null)

/** What a finished, cancelled or interrupted collection has to say. */
export interface CollectionSummary {
  readonly collection: Collection
  readonly notRead: readonly Reading[]
  readonly requestsPerKind: Readonly<Record<string, number>>
  readonly seconds: number
}

/** The questions about collections: running one, and what those in the locker did. */
export const collectionLines = {
  'collection:run': ask(
    z.object({
      connectionId: z.string().max(100),
      /** Continues the newest interrupted or cancelled collection instead of starting one. */
      resume: z.boolean().default(false),
      /** Limits what is read; null reads everything of the tiers. A topic that is named is read whatever its tier. */
      topics: z.array(Topic).nullable().default(null),
      /** Beside the core, which is always read. A collection that is continued keeps what it began with. */
      tiers: z.array(z.enum(TIERS)).default(['core', 'extended']),
      concurrency: z.int().min(1).max(32).default(12),
    }),
  )<CollectionSummary, CollectionProgress>(),
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
