import { z } from 'zod'

/**
 * Schema of what a conclusion rested on, under the key `<framework>:<control>`: the collection, and a digest of
 * the evidence and the answers of checks that spoke to the control. When they change, the conclusion is reopened.
 */
export const ConclusionBasis = z.object({
  collectionId: z.int().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  topics: z.record(z.string(), z.string()),
})

/** What a conclusion rested on. */
export type ConclusionBasis = z.infer<typeof ConclusionBasis>
