import type { Instant } from './json.ts'

/** One audit-trail event as a list shows it. */
export interface AuditEvent {
  /** Position in the locker; also the order of the hash chain. */
  readonly seq: number
  readonly at: Instant
  readonly id: string
  readonly type: string
  readonly action: string
  readonly actor: string | null
  readonly app: string | null
  readonly team: string | null
  readonly ip: string | null
}

/** What narrows a search of events; every field is an exact match but `text`, which searches all words. */
export interface EventFilter {
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly type?: string | undefined
  readonly action?: string | undefined
  readonly actor?: string | undefined
  readonly app?: string | undefined
  readonly team?: string | undefined
  readonly ip?: string | undefined
  readonly text?: string | undefined
}

/** What a check asks of the events: a filter that may name several types and actions, of which one has to match. */
export interface EventQuery extends Omit<EventFilter, 'type' | 'action'> {
  readonly type?: string | readonly string[] | undefined
  readonly action?: string | readonly string[] | undefined
}
