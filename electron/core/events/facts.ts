/** The kinds of values that events are filtered by, in the order of the columns. */
export const DIMENSIONS = ['type', 'action', 'actor', 'app', 'team', 'ip'] as const

/** One of the kinds of values that events are filtered by. */
export type Dimension = (typeof DIMENSIONS)[number]

/** What of an event becomes columns; null where the event does not tell. */
export interface EventFacts {
  /** Milliseconds since 1970; null where the event has no time that can be read. */
  readonly at: number | null
  readonly id: string | null
  /** In the order of `DIMENSIONS`. */
  readonly values: readonly (string | null)[]
}

/** Longest name that becomes a column value; the event itself is kept whole. */
const LONGEST = 500

/** The last millisecond of the year 9999: later times have no RFC 3339 form. */
const LATEST = 253_402_300_799_999

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') return null
  const short = value.length > LONGEST ? value.slice(0, LONGEST) : value
  return short.isWellFormed() ? short : short.toWellFormed()
}

function timeOf(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return at >= 0 && at <= LATEST ? at : null
}

/**
 * Reads the columns out of an event of the audit trail. Every part may be missing or of another shape (the
 * format is only partly documented): a person is called by address or else by id, a thing by name or else by id.
 */
export function factsOf(event: unknown): EventFacts {
  const actor = field(event, 'actor')
  const app = field(event, 'app')
  const team = field(event, 'team')
  return {
    at: timeOf(field(event, 'created_at')),
    id: text(field(event, 'id')),
    values: [
      text(field(event, 'type')),
      text(field(event, 'action')),
      text(field(actor, 'email')) ?? text(field(actor, 'id')),
      text(field(app, 'name')) ?? text(field(app, 'id')),
      text(field(team, 'name')) ?? text(field(team, 'id')),
      text(field(field(event, 'request'), 'ip_address')),
    ],
  }
}
