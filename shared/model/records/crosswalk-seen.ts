import { z } from 'zod'

/** The one key under which it stands. */
export const SEEN = 'seen'

/**
 * Schema of the shipped suggestions that people of a locker have looked at last: when a newer app ships others,
 * the difference is shown until somebody has seen it. Texts, because a newer app may know other topics.
 */
export const CrosswalkSeen = z.object({
  appVersion: z.string().max(40),
  rows: z
    .array(
      z.object({
        framework: z.string().max(60),
        topic: z.string().max(60),
        control: z.string().max(60),
        rationale: z.string().max(1000),
      }),
    )
    .max(50_000),
})

/** The shipped suggestions that people of a locker have looked at last. */
export type CrosswalkSeen = z.infer<typeof CrosswalkSeen>
