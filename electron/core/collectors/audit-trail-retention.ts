import type { AuditHoldingContent, Ref } from '../../../shared/model/content.ts'
import { daysOfArchive, sourcesUpTo } from '../store/events-days.ts'
import type { Sliced } from '../store/slices.ts'
import type { Derived } from './derived.ts'
import type { Run } from './running.ts'
import { SUBJECTS, storedContents } from './subjects.ts'
import { type CountedSource, dayOf, holdingOf, monthOf, monthOfTrail, trailOf } from './trail-days.ts'

/**
 * Tells what the locker holds of each enterprise account's audit trail: which months, without which gaps, and
 * whether the archives and the daily lists hold the same events. Archives taken over by earlier collections count,
 * since a held archive is not fetched again.
 */
export function* holdings(run: Run): Sliced<readonly Derived[]> {
  const found: Derived[] = []
  for (const enterprise of SUBJECTS.enterprise(run.db, run.collection))
    found.push(...(yield* holdingsOf(run, enterprise)))
  return found
}

function* holdingsOf(run: Run, enterprise: Ref): Sliced<readonly Derived[]> {
  const published = new Map<string, string>()
  for (const content of storedContents(run.db, run.collection)('audit-trail-events'))
    if (content.enterprise_account.id === enterprise.id)
      published.set(`${content.year}-${content.month}`, content.checksum)
  const sources: CountedSource[] = []
  for (const source of sourcesUpTo(run.db, enterprise.id, run.collectionId)) {
    sources.push({ ...source, days: daysOfArchive(run.db, source.id) })
    yield 1
  }
  const trail = trailOf(enterprise, sources)
  const asOf = Date.parse(run.collection.startedAt)
  const days = [...trail.days].sort().map(([day, list]) => dayOf(trail, day, list))
  const months = new Set([
    ...published.keys(),
    ...trail.months.keys(),
    ...days.map(({ day }) => monthOf(day)),
  ])
  const events = [...trail.brought.values()].reduce((sum, day) => sum + day.distinct + day.changed, 0)
  const firstPublished = [...published.keys()].sort()[0] ?? null
  const told: AuditHoldingContent[] = [
    holdingOf(trail, { firstPublished, asOf, events }),
    ...[...months].sort().map((month) =>
      monthOfTrail(
        trail,
        month,
        days.filter(({ day }) => monthOf(day) === month),
        { publishedChecksum: published.get(month) ?? null, asOf },
      ),
    ),
    ...days,
  ]
  return told.map((content) => {
    const span = content.of === 'holding' ? '' : content.of === 'month' ? content.month : content.day
    return {
      subjectId: [enterprise.id, span].filter(Boolean).join('/'),
      subject: [enterprise.name, span].filter(Boolean).join(' '),
      content,
    }
  })
}
