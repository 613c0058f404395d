import type { SearchHit } from '../../../shared/contract.ts'
import type { AuditEvent } from '../../../shared/model/event.ts'
import { eventPage } from '../store/events.ts'
import { searchEvidence } from '../store/evidence.ts'
import type { Handlers } from './handler.ts'

/** One search over evidence and events. Where both have more than fits, each gets half. */
export const searchHandlers = {
  search({ db }, { text, limit }) {
    const evidence = searchEvidence(db, text, limit)
    const events = eventPage(db, { text }, null, limit).rows.map(hitOf)
    const half = Math.floor(limit / 2)
    const items = evidence.slice(0, Math.max(limit - half, limit - events.length))
    return [...items, ...events.slice(0, limit - items.length)]
  },
} satisfies Pick<Handlers, 'search'>

function hitOf(event: AuditEvent): SearchHit {
  const { seq, at, type, action, actor, app, team, ip } = event
  const excerpt = [actor, app, team, ip].filter((part) => part !== null).join(' · ')
  return { in: 'event', id: seq, title: `${type} ${action}`, topic: 'audit-trail-events', at, excerpt }
}
