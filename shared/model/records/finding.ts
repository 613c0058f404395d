import { z } from 'zod'
import { SEVERITIES } from '../check.ts'
import { FrameworkId } from '../engagement.ts'

/** Where a finding stands. */
export const FINDING_STATES = ['open', 'answered', 'resolved', 'withdrawn'] as const

/** Schema of an exception that a person has to deal with. */
export const Finding = z
  .object({
    title: z.string().trim().min(1).max(300),
    text: z.string().trim().max(20_000).default(''),
    severity: z.enum(SEVERITIES),
    controls: z
      .array(z.object({ framework: FrameworkId, control: z.string().min(1).max(60) }))
      .max(100)
      .default([]),
    /** The check and the subjects that failed it, where a check found it. */
    checkId: z.string().max(20).nullable().default(null),
    subjects: z
      .array(z.object({ subjectId: z.string().max(400), subject: z.string().max(400) }))
      .max(10_000)
      .default([]),
    owner: z.string().trim().max(200).default(''),
    due: z.iso.date().nullable().default(null),
    state: z.enum(FINDING_STATES).default('open'),
    /** What management says: agree or not, what they will do. */
    response: z.string().trim().max(20_000).default(''),
    /** Why it counts as resolved. */
    resolution: z.string().trim().max(20_000).default(''),
    raisedBy: z.string().trim().min(1).max(200),
  })
  .refine(({ state, response }) => state !== 'answered' || response !== '', {
    error: 'an answered finding needs the response of management',
    path: ['response'],
  })
  .refine(({ state, resolution }) => state !== 'resolved' || resolution !== '', {
    error: 'say why the finding is resolved',
    path: ['resolution'],
  })

/** An exception that a person has to deal with. */
export type Finding = z.infer<typeof Finding>
