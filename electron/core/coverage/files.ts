import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { TIERS } from '../../../shared/model/collection.ts'
import { Topic } from '../../../shared/model/topic.ts'

/** Schema of what this project knows about a read of Heroku, in `assets/heroku/endpoints.json`. */
export const Endpoint = z.strictObject({
  id: z.string().min(1),
  host: z.string().min(1),
  /** `{…}` stands for one id or name. */
  path: z.string().startsWith('/'),
  /** How much it belongs to a collection by the documents about Heroku; collectors may say otherwise. */
  tier: z.enum(TIERS),
  /** Least OAuth scope; for most an inference. */
  scope: z.string().min(1),
  /** Least role of the collecting account; for most an inference. */
  role: z.string().min(1),
  stability: z.string().nullable(),
  /** Where its form is known from: `schema`, `schema-older`, `cli`, `cli+shogun`, `shogun`. */
  confidence: z.string().min(1),
  purpose: z.string().min(1),
  /** Why it is never made. */
  unread: z.string().min(1).optional(),
  /** When it is made, where that is not with every collection of its tier. */
  only: z.string().min(1).optional(),
  /** Reads of single things that this list makes unnecessary. */
  instead: z.array(z.string()).optional(),
})

/** What this project knows about a read of Heroku. */
export type Endpoint = z.infer<typeof Endpoint>

/** Schema of what collectors do with an answer, as they were seen to do it: `assets/heroku/coverage.generated.json`. */
export const EndpointReads = z.strictObject({
  id: z.string().min(1),
  readBy: z.array(
    z.strictObject({
      collector: z.string(),
      topic: Topic,
      tier: z.enum(TIERS),
      /** Whose reading it belongs to: equal reads within one of them are made once. */
      per: z.enum(['account', 'enterprise', 'team', 'space', 'pipeline', 'app', 'addon']),
    }),
  ),
  /** Fields that survive parsing, dotted. */
  kept: z.array(z.string()),
  /** Fields that are looked at in memory: reduced, counted or fingerprinted, never kept as they are. */
  inMemory: z.array(z.string()),
  /** Fields of Heroku’s schema that are dropped on parsing, by reason. */
  dropped: z.array(z.strictObject({ why: z.string(), fields: z.array(z.string()) })),
  /** Whether a schema of the answer is published, which is what dropped fields are known from. */
  schema: z.boolean(),
})

/** What collectors do with the answer of a read. */
export type EndpointReads = z.infer<typeof EndpointReads>

const EndpointsFile = z.strictObject({ note: z.string(), endpoints: z.array(Endpoint) })
const ReadsFile = z.strictObject({ note: z.string(), endpoints: z.array(EndpointReads) })

/** Where the two files lie, beside the code. */
export const COVERAGE_FILES = {
  endpoints: new URL('../../../assets/heroku/endpoints.json', import.meta.url),
  reads: new URL('../../../assets/heroku/coverage.generated.json', import.meta.url),
} as const

/** Every read of Heroku that is worth making, in the order of the page. */
export function endpoints(): readonly Endpoint[] {
  return EndpointsFile.parse(JSON.parse(readFileSync(COVERAGE_FILES.endpoints, 'utf8'))).endpoints
}

/** What collectors do with each of them. */
export function endpointReads(): readonly EndpointReads[] {
  return ReadsFile.parse(JSON.parse(readFileSync(COVERAGE_FILES.reads, 'utf8'))).endpoints
}
