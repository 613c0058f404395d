import { z } from 'zod'
import { ask } from './contract-line.ts'
import type { AuditEvent } from './model/event.ts'
import type { Page } from './model/page.ts'

const Limit = z.int().min(1).max(1000).default(100)
const After = z.string().max(400).nullable().default(null)
const At = z.iso.datetime({ offset: true })

/** Schema of what narrows a search of events. */
export const EventFilterInput = z.object({
  from: At.optional(),
  to: At.optional(),
  type: z.string().max(200).optional(),
  action: z.string().max(200).optional(),
  actor: z.string().max(320).optional(),
  app: z.string().max(200).optional(),
  team: z.string().max(200).optional(),
  ip: z.string().max(64).optional(),
  text: z.string().max(200).optional(),
})

const Filter = EventFilterInput.default({})

/** The fields of an event that lists are narrowed by. */
export const EVENT_FIELDS = ['type', 'action', 'actor', 'app', 'team', 'ip'] as const

/** One of the fields of an event that lists are narrowed by. */
export type EventField = (typeof EVENT_FIELDS)[number]

/** Rows of a list by their position in it, newest first, and how many rows it has. */
export interface EventWindow {
  readonly total: number
  readonly start: number
  readonly rows: readonly AuditEvent[]
}

/** Events over time: `counts[n]` of them lie in the `step` milliseconds from `from + n * step`. */
export interface EventHistogram {
  /** Milliseconds since 1970. */
  readonly from: number
  readonly step: number
  readonly counts: readonly number[]
}

/** The population of audit events: paged, by position, over time, and out into a file. */
export const eventLines = {
  'event:page': ask(z.object({ filter: Filter, after: After, limit: Limit }))<Page<AuditEvent>>(),
  'event:get': ask(z.object({ seq: z.int().min(1) }))<{
    readonly event: AuditEvent
    readonly json: string
    readonly archive: string
  }>(),
  'event:window': ask(
    z.object({ filter: Filter, start: z.int().min(0).default(0), limit: Limit }),
  )<EventWindow>(),
  /** Over the whole time of the locker, whatever `from` and `to` say: one looks at it to choose them. */
  'event:histogram': ask(
    z.object({ filter: Filter, buckets: z.int().min(1).max(400).default(120) }),
  )<EventHistogram>(),
  'event:values': ask(
    z.object({ field: z.enum(EVENT_FIELDS), containing: z.string().max(200).default(''), limit: Limit }),
  )<readonly string[]>(),
  'event:export': ask(z.object({ filter: Filter, destination: z.string().min(1).max(4096) }))<
    { readonly file: string; readonly rows: number; readonly bytes: number },
    { readonly done: number; readonly of: number }
  >(),
} as const
