import type { AuditEvent } from '../../../shared/model/event.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { grouped } from './facts/grouped.ts'
import { givenList, noList } from './facts/lists.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { trailOf, within } from './facts/trail.ts'
import { fail, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day } from './facts/words.ts'

type Transfer = EvidenceItem<'app-transfers'>

/** ACC-10. */
export const transfersAreExplained: Check = {
  id: 'ACC-10',
  title: 'No app transfer is pending or undocumented',
  severity: 'low',
  needs: ['app-transfers'],
  needsLists: ['explanations'],
  why: 'Who gets an app gets its code, its data and its secrets. A transfer that nobody can explain may be a way out of the house.',
  fix: 'Cancel what should not go (`heroku access` and the app’s Settings in the Dashboard show it), and record the reason of the others in the list of explanations: kind transfer, subject the name of the app.',
  limits:
    'Pending transfers are those from or to the collecting account; past ones show in the audit trail, which only enterprise accounts have. One explanation speaks for every transfer of an app.',
  *judge(view) {
    const list = givenList(view, 'explanations')
    const explained = new Set(
      (list?.rows ?? []).filter((row) => row.kind === 'transfer').map((row) => row.subject.toLowerCase()),
    )
    const trail = trailOf(view)
    const archives = 'grounds' in trail ? trail.grounds : []
    const transfers = grouped(view.items('app-transfers'), (item) => item.content.app.name)
    const events = grouped(eventsOf(view), (event) => event.app ?? '')
    const apps = [...new Set([...transfers.keys(), ...events.keys()])].filter((name) => name !== '').sort()
    for (const name of apps) {
      const items = transfers.get(name) ?? []
      const grounds = events.has(name) ? [...items, ...archives] : items
      const about = { subject: name, subjectId: items[0]?.content.app.id ?? `app:${name}` }
      const pending = items.find((item) => item.content.state === 'pending')
      const happened = told(items, events.get(name) ?? [])
      if (pending)
        yield fail(
          about,
          `Since ${day(pending.content.created_at)} it waits to go from ${pending.content.owner.email} to ${pending.content.recipient.email}.`,
          grounds,
        )
      else if (explained.has(name.toLowerCase()))
        yield pass(about, `${happened}; an explanation names it.`, grounds)
      else if (!list) yield notEvaluated(about, `${happened}. ${noList('explanations')}`, grounds)
      else yield fail(about, `${happened}; no explanation names it.`, grounds)
    }
    const reads = readsOf(view, 'app-transfers')
    yield* refusedSubjects(reads, ['account'])
    if (apps.length === 0 && reads.refusals.length === 0)
      yield pass(WHOLE, 'No transfer is pending, and the audit trail of the period names none.')
  },
}

function* eventsOf(view: EvidenceView): Iterable<AuditEvent> {
  yield* view.events({ type: 'app_transfer', ...within(view.period) })
}

function told(items: readonly Transfer[], events: readonly AuditEvent[]): string {
  const states = items.map((item) => `${item.content.state} on ${day(item.content.updated_at)}`)
  const parts = [
    ...states.slice(0, 3),
    ...(events.length > 0 ? [`${count(events.length, 'audit event')} of transfers in the period`] : []),
  ]
  return `Transferred: ${parts.join(', ')}`
}
