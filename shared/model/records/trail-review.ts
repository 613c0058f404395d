import { z } from 'zod'

/** Schema of a sign-off that the audit trail of a month was reviewed, under the month (`2026-05`) as the key. */
export const TrailReview = z.object({
  reviewer: z.string().trim().min(1).max(200),
  date: z.iso.date(),
  text: z.string().trim().max(20_000).default(''),
})

/** A sign-off that the audit trail of a month was reviewed. */
export type TrailReview = z.infer<typeof TrailReview>
