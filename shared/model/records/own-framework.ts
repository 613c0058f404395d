import { z } from 'zod'
import { FrameworkId } from '../engagement.ts'

/** Schema of one requirement of a framework of one's own. */
export const OwnControl = z.object({
  id: z.string().trim().min(1).max(60),
  parent: z.string().trim().min(1).max(60).nullable().default(null),
  title: z.string().trim().min(1).max(300),
  /** What it asks, in the organisation's words. */
  says: z.string().trim().max(4000).default(''),
  /** Controls of shipped frameworks that ask the same: what speaks to those speaks to this one. */
  through: z
    .array(z.object({ framework: FrameworkId, control: z.string().min(1).max(60) }))
    .max(100)
    .default([]),
})

/** Schema of a framework of one's own, such as an organisation's internal controls. */
export const OwnFramework = z.object({
  title: z.string().trim().min(1).max(200),
  version: z.string().trim().min(1).max(60),
  /** Name of the file it came from. */
  source: z.string().max(400).default(''),
  controls: z.array(OwnControl).min(1).max(5000),
})

/** One requirement of a framework of one's own. */
export type OwnControl = z.infer<typeof OwnControl>

/** A framework of one's own, kept in the locker under its id. */
export type OwnFramework = z.infer<typeof OwnFramework>
