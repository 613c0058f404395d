import { z } from 'zod'

/** What a reviewer decides about one right of one person. */
export const ACCESS_DECISIONS = ['keep', 'revoke', 'change'] as const

/** Schema of a review of access: whose rights, as of when, by whom. */
export const AccessReview = z.object({
  title: z.string().trim().min(1).max(200),
  /** The collection whose population is reviewed. */
  collectionId: z.int().min(1),
  count: z.int().min(0),
  /** Pins the population: SHA-256 over its rows. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  reviewer: z.string().trim().min(1).max(200),
  due: z.iso.date().nullable().default(null),
  /** The day on which the reviewer declared it complete; null while it is open. */
  completedOn: z.iso.date().nullable().default(null),
})

/** A review of access. */
export type AccessReview = z.infer<typeof AccessReview>

/** Schema of a decision about one row, under the key `<review>:<row>`. */
export const AccessDecision = z.object({
  decision: z.enum(ACCESS_DECISIONS),
  /** What was reviewed, as it read then: kept so that it can be looked for in later collections. */
  person: z.string().max(320),
  where: z.string().max(400),
  right: z.string().max(400),
  text: z.string().trim().max(4000).default(''),
  by: z.string().trim().min(1).max(200),
})

/** A decision about one right of one person. */
export type AccessDecision = z.infer<typeof AccessDecision>
