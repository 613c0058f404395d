import { z } from 'zod'
import { EventFilterInput } from '../../contract-events.ts'
import { FrameworkId } from '../engagement.ts'
import { Topic } from '../topic.ts'

/** Ways to choose items of a population. */
export const SAMPLE_METHODS = ['random', 'systematic', 'all', 'judgemental'] as const

/** A way to choose items of a population. */
export type SampleMethod = (typeof SAMPLE_METHODS)[number]

/** Most items that one sample holds. */
export const MOST_PICKS = 5000

/** Schema of what a sample is drawn from, as it was in one collection. */
export const Population = z.discriminatedUnion('of', [
  z.object({ of: z.literal('evidence'), collectionId: z.int().min(1), topic: Topic }),
  z.object({ of: z.literal('events'), collectionId: z.int().min(1), filter: EventFilterInput }),
  z.object({ of: z.literal('failures'), collectionId: z.int().min(1), checkId: z.string().max(20) }),
])

/** What a sample is drawn from, as it was in one collection. */
export type Population = z.infer<typeof Population>

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Schema of a sample: enough for anyone to draw it again and see that it is the same. */
export const Sample = z.object({
  name: z.string().trim().min(1).max(200),
  control: z
    .object({ framework: FrameworkId, control: z.string().min(1).max(60) })
    .nullable()
    .default(null),
  population: Population,
  /** Number of items in the population, and the digest that pins them. */
  count: z.int().min(1),
  digest: Digest,
  method: z.enum(SAMPLE_METHODS),
  /** Null where nothing is left to chance: all, judgemental. */
  seed: z.string().min(1).max(200).nullable(),
  size: z.int().min(1).max(MOST_PICKS),
  /** Why this method and this size: the auditor's judgement. */
  reason: z.string().trim().max(4000).default(''),
  /** What each item is tested for, such as `approved before release`. */
  attributes: z
    .array(z.object({ id: z.string().regex(/^[A-Z]$/), text: z.string().trim().min(1).max(400) }))
    .max(20)
    .default([]),
  /** The chosen items: their positions in the population from 0, and their keys in it. */
  picks: z
    .array(
      z.object({
        position: z.int().min(0),
        key: z.string().min(1).max(400),
        title: z.string().max(400),
      }),
    )
    .min(1)
    .max(MOST_PICKS),
  drawnBy: z.string().trim().min(1).max(200),
})

/** A sample of a population. */
export type Sample = z.infer<typeof Sample>

/** What testing an attribute of an item gave. */
export const ATTRIBUTE_RESULTS = ['met', 'not-met', 'not-applicable'] as const

/** Schema of what was found about one picked item, under the key `<sample>:<position>`. */
export const SampleResult = z.object({
  results: z.record(z.string().regex(/^[A-Z]$/), z.enum(ATTRIBUTE_RESULTS)),
  /** A mark of the legend. */
  mark: z.string().trim().max(8).default(''),
  text: z.string().trim().max(20_000).default(''),
  testedBy: z.string().trim().min(1).max(200),
})

/** What was found about one picked item. */
export type SampleResult = z.infer<typeof SampleResult>
