import { z } from 'zod'
import { DataClass } from './data-class.ts'

const Name = z.string().trim().min(1).max(200)

/** What an app is for. */
export const ENVIRONMENTS = ['production', 'staging', 'development', 'review', 'test', 'other'] as const

/** How much an organisation depends on an app. */
export const CRITICALITIES = ['low', 'medium', 'high', 'critical'] as const

/** Schema of what a person says of an app. Key: the id of the app at Heroku. */
export const AppTag = z.object({
  app: z.string().min(1).max(200),
  /** As it was called when it was tagged. */
  name: Name,
  /** Null while nobody said; `none` says that there is no data of these classes. */
  dataClasses: z
    .array(DataClass)
    .min(1)
    .refine((classes) => classes.length === 1 || !classes.includes('none'), {
      error: 'none goes with no other class of data',
    })
    .nullable()
    .default(null),
  environment: z.enum(ENVIRONMENTS).nullable().default(null),
  owner: Name.nullable().default(null),
  criticality: z.enum(CRITICALITIES).nullable().default(null),
  /** It must be reachable from its space only. */
  internal: z.boolean().nullable().default(null),
})

/** What a person says of an app. */
export type AppTag = z.infer<typeof AppTag>

/** What an app is for. */
export type Environment = (typeof ENVIRONMENTS)[number]

/** The fields of a tag that a person can set. */
export type AppTagFields = Omit<AppTag, 'app' | 'name'>

const Named = z.object({ id: z.string().min(1).max(200), name: Name })

/**
 * Schema of what an engagement looks at. Null is everything. An app is in scope when its team, its space (an
 * app in no space is not narrowed by spaces) and itself are. Key: `engagement`.
 */
export const Scope = z.object({
  teams: z.array(Named).max(1000).nullable().default(null),
  spaces: z.array(Named).max(1000).nullable().default(null),
  apps: z.array(Named).max(100_000).nullable().default(null),
  /** Why the rest is left out. */
  reason: z.string().trim().max(4000).default(''),
})

/** What an engagement looks at. */
export type Scope = z.infer<typeof Scope>

/** The key under which the scope of the locker's one engagement is kept. */
export const SCOPE_KEY = 'engagement'

/** Everything is in scope: what holds until a person narrows it. */
export const WHOLE_SCOPE: Scope = { teams: null, spaces: null, apps: null, reason: '' }
