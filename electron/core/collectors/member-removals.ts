import type { Ref, RemovalContent, UserRef } from '../../../shared/model/content.ts'
import type { AuditEvent } from '../../../shared/model/event.ts'
import { enterpriseOfEvent } from '../store/archives.ts'
import { eachEventUpTo, eventDetails } from '../store/events.ts'
import { lockerInfo } from '../store/locker.ts'
import type { Sliced } from '../store/slices.ts'
import type { Derived } from './derived.ts'
import type { Run } from './running.ts'

/** What each type of event takes away. */
const FROM: Readonly<Record<string, RemovalContent['from']>> = {
  collaborator: 'app',
  team_membership: 'team',
  enterprise_account_membership: 'enterprise-account',
}

/** Where an event may name whom it is about, in the order of trust; Heroku documents none of them. */
const PLACES = ['collaborator', 'member', 'membership', 'user', 'resource', 'target']

/** Removals that are kept as items of their own; the events themselves are all there. */
const MOST = 50_000

/** The removals of members and collaborators in the audit period, as the audit trail tells them. */
export function* removals(run: Run): Sliced<readonly Derived[]> {
  const { start, end } = lockerInfo(run.db).engagement.period
  const wanted = {
    type: Object.keys(FROM),
    action: 'destroy',
    from: `${start}T00:00:00.000Z`,
    to: `${end}T23:59:59.999Z`,
  }
  const found: Derived[] = []
  for (const event of eachEventUpTo(run.db, run.collectionId, wanted)) {
    if (found.length >= MOST) break
    const enterprise = enterpriseOfEvent(run.db, event.seq)
    if (enterprise !== null) found.push(removal(event, enterprise, eventDetails(run.db, event.seq)))
    yield 1
  }
  return found
}

function removal(event: AuditEvent, enterprise: Ref, details: unknown): Derived {
  const person = personOf(details)
  const from = FROM[event.type] ?? 'app'
  const where = from === 'app' ? event.app : from === 'team' ? event.team : enterprise.name
  const content: RemovalContent = {
    event: event.id,
    seq: event.seq,
    enterprise_account: { id: enterprise.id, name: enterprise.name },
    from,
    person,
    by: event.actor,
    app: event.app,
    team: event.team,
    at: event.at,
  }
  return {
    subjectId: `${event.id}/${event.seq}`,
    subject: `${person?.email ?? 'somebody'} from ${where ?? from}`,
    content,
  }
}

/** The person that an event is about; null where none of the likely places holds an address. */
export function personOf(details: unknown): UserRef | null {
  const data = field(details, 'data')
  for (const place of [...PLACES.map((name) => field(data, name)), data]) {
    const inner = field(place, 'user')
    for (const one of [place, inner]) {
      const email = field(one, 'email')
      const id = field(one, 'id')
      if (typeof email === 'string' && email.includes('@'))
        return { id: typeof id === 'string' ? id : null, email }
    }
  }
  return null
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
