import type { AuditEvent } from '../../../../shared/model/event.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { Day, Instant } from '../../../../shared/model/json.ts'
import type { EvidenceView } from '../check.ts'
import { inWords, readsOf } from './reads.ts'

/** What the locker holds of the audit trail of enterprise accounts. */
export type Trail =
  | {
      /** Time of the first and of the last event that is held; null where there is no event. */
      readonly first: Instant | null
      readonly last: Instant | null
      readonly grounds: readonly EvidenceItem<'audit-trail-events'>[]
    }
  | { readonly none: string }

/** Tells how far the audit trail reaches, or why there is none. */
export function trailOf(view: EvidenceView): Trail {
  const grounds = view.items('audit-trail-events')
  const times = grounds.flatMap(({ content }) =>
    [content.first_at, content.last_at].filter((at) => at !== null),
  )
  if (grounds.length > 0) {
    const sorted = times.toSorted((a, b) => Date.parse(a) - Date.parse(b))
    return { first: sorted[0] ?? null, last: sorted.at(-1) ?? null, grounds }
  }
  const refusal = readsOf(view, 'audit-trail-events').refusals[0]
  return refusal
    ? { none: `The audit trail could not be read (${inWords(refusal)}).` }
    : { none: 'There is no audit trail: only enterprise accounts have one.' }
}

/** True where the audit trail was refused, as against not being there. */
export function trailRefused(view: EvidenceView): boolean {
  return (
    view.items('audit-trail-events').length === 0 && readsOf(view, 'audit-trail-events').refusals.length > 0
  )
}

/** From the first to the last moment of a period, as a query of events takes it. */
export function within(period: { readonly start: Day; readonly end: Day }): { from: Instant; to: Instant } {
  return { from: `${period.start}T00:00:00.000Z`, to: `${period.end}T23:59:59.999Z` }
}

/** Tells of an event whether it says an address anywhere but as its own actor or owner; it is read once. */
export function mentionsOf(view: EvidenceView, event: AuditEvent): (email: string) => boolean {
  const details = view.eventDetails(event)
  if (typeof details !== 'object' || details === null) return () => false
  const { actor: _, owner: __, ...rest } = details as Record<string, unknown>
  const text = JSON.stringify(rest).toLowerCase()
  return (email) => text.includes(`"${email.toLowerCase()}"`)
}

/** The words that find an address in the index: what stands before the @ tells people apart, the domain does not. */
export function wordsOf(email: string): string {
  return email.split('@', 1)[0] ?? email
}
