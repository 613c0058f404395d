import { z } from 'zod'

/** Ids of the frameworks that ship with the app; each names a file in `assets/frameworks`. */
export const FRAMEWORK_IDS = ['iso27001-2022', 'soc2-2017', 'pci-dss-4.0.1', 'hipaa'] as const

/** Schema of a framework's id. */
export const FrameworkId = z.enum(FRAMEWORK_IDS)

/** A framework's id, version included, such as `pci-dss-4.0.1`. */
export type FrameworkId = z.infer<typeof FrameworkId>

const DayText = z.iso.date()

/** Schema of one audit or assessment: whom it is about, its period, its frameworks and its people. */
export const Engagement = z
  .object({
    organisation: z.string().trim().min(1).max(200),
    period: z.object({ start: DayText, end: DayText }),
    timeZone: z.string().max(64).default('UTC'),
    frameworks: z.array(FrameworkId).min(1),
    preparer: z.string().trim().min(1).max(200),
    reviewer: z.string().trim().max(200).nullable().default(null),
  })
  .refine((e) => e.period.start <= e.period.end, {
    error: 'the audit period ends before it starts',
    path: ['period'],
  })

/** One audit or assessment, kept in exactly one locker. */
export type Engagement = z.infer<typeof Engagement>
