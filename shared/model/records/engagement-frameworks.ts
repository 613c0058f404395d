import { z } from 'zod'
import { FrameworkId } from '../engagement.ts'

/** The one key under which the choice stands. */
export const CHOSEN = 'chosen'

/** Schema of the frameworks that an engagement works with, once somebody changed those it began with. */
export const EngagementFrameworks = z.object({ frameworks: z.array(FrameworkId).min(1).max(40) })

/** The frameworks that an engagement works with. */
export type EngagementFrameworks = z.infer<typeof EngagementFrameworks>
