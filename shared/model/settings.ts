import { z } from 'zod'

/** Schema of what a person sets for this computer; not part of any locker. */
export const Settings = z.object({
  appearance: z.enum(['system', 'light', 'dark']).default('system'),
  /** Minutes without a key press or click until the locker is shut; 0 is never. */
  lockAfterMinutes: z.int().min(0).max(1440).default(15),
  lockOnSuspend: z.boolean().default(true),
  /** Proxy for requests to Heroku; empty takes the environment's. */
  proxy: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
})

/** What a person sets for this computer; not part of any locker. */
export type Settings = z.infer<typeof Settings>
