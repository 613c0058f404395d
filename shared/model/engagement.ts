import { z } from 'zod'

/** Ids of the frameworks that ship with the app; each names a file in `assets/frameworks`. */
export const FRAMEWORK_IDS = [
  'iso27001-2022',
  'soc2-2017',
  'pci-dss-4.0.1',
  'hipaa',
  'iso27017-2015',
  'iso27018-2019',
  'csa-ccm-4.1.0',
  'csa-caiq-4.1.0',
  'csa-ccm-4.0.13',
  'csa-caiq-4.0.3',
  'hds-2.0',
] as const

/** The id of a framework that ships with the app. */
export type ShippedFrameworkId = (typeof FRAMEWORK_IDS)[number]

/** The frameworks that a new engagement proposes. */
export const USUAL_FRAMEWORKS: readonly ShippedFrameworkId[] = FRAMEWORK_IDS.slice(0, 4)

/** Schema of the id of a framework of one's own, made in a locker: `own-` and up to 40 plain characters. */
export const OwnFrameworkId = z.templateLiteral(['own-', z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)])

/** The id of a framework of one's own. */
export type OwnFrameworkId = z.infer<typeof OwnFrameworkId>

/** Schema of a framework's id. */
export const FrameworkId = z.union([z.enum(FRAMEWORK_IDS), OwnFrameworkId])

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
