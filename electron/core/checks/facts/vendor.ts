import type { Day } from '../../../../shared/model/json.ts'
import type { DocumentReview, ReviewKind, SheetOf } from '../../../../shared/model/records/document-review.ts'
import { type HerokuService, SERVICE_NAMES } from '../../../../shared/model/records/vendor-services.ts'
import type { EvidenceView } from '../check.ts'
import { addonsOf } from './addons.ts'
import { appsOf, isInScope } from './apps.ts'
import { dataClassesOf, tagsOf } from './tags.ts'
import type { About, Grounds } from './verdict.ts'
import { listed } from './words.ts'

/** A document of the locker that somebody read, with what they read out of it. */
export interface Reviewed<K extends ReviewKind = ReviewKind> extends About {
  readonly review: DocumentReview
  readonly sheet: SheetOf<K>
}

/** Documents with a review sheet of some kinds; those that were removed from the locker do not count. */
export function reviewed<K extends ReviewKind>(
  view: EvidenceView,
  ...kinds: readonly K[]
): readonly Reviewed<K>[] {
  const titles = new Map(view.documents().map(({ id, title }) => [id, title]))
  return view.records('document-review').flatMap(({ content }): Reviewed<K>[] => {
    const title = titles.get(content.document)
    const wanted = (kinds as readonly string[]).includes(content.sheet.of)
    return title === undefined || !wanted
      ? []
      : [
          {
            subject: title,
            subjectId: `document:${content.document}`,
            review: content,
            sheet: content.sheet as SheetOf<K>,
          },
        ]
  })
}

/** Services of Heroku that the account uses, each with the evidence that shows it. */
export function servicesInUse(view: EvidenceView): ReadonlyMap<HerokuService, Grounds> {
  const found = new Map<HerokuService, { readonly id: number }[]>()
  const add = (service: HerokuService, item: { readonly id: number }) =>
    found.set(service, [...(found.get(service) ?? []), item])
  const inScope = isInScope(view)
  for (const app of appsOf(view)) {
    if (!app.content || app.content.archived_at || !inScope(app)) continue
    const { space, generation } = app.content
    add(space === null ? 'common-runtime' : space.shield ? 'shield-spaces' : 'private-spaces', app)
    if (generation === 'fir') add('fir', app)
  }
  for (const addon of addonsOf(view)) {
    const service = ADDON_SERVICES[addon.content.addon_service.name]
    if (service) add(service, addon)
  }
  return found
}

const ADDON_SERVICES: Readonly<Record<string, HerokuService>> = {
  'heroku-postgresql': 'postgres',
  'heroku-redis': 'key-value-store',
  'heroku-kafka': 'kafka',
  herokuconnect: 'connect',
}

/** Services in words. */
export function serviceWords(services: Iterable<HerokuService>): string {
  return listed(
    [...services].map((service) => SERVICE_NAMES[service]),
    10,
  )
}

/** Apps in scope that are tagged with one of some classes of data. */
export function appsWith(view: EvidenceView, ...classes: readonly string[]) {
  const tagOf = tagsOf(view)
  const inScope = isInScope(view)
  return appsOf(view).filter(
    (app) => inScope(app) && (dataClassesOf(tagOf(app.subjectId)) ?? []).some((one) => classes.includes(one)),
  )
}

/** A day some months after another; the last day of a shorter month where the day does not exist there. */
export function monthsAfter(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCMonth() + months
  const last = new Date(Date.UTC(date.getUTCFullYear(), wanted + 1, 0)).getUTCDate()
  return new Date(Date.UTC(date.getUTCFullYear(), wanted, Math.min(date.getUTCDate(), last)))
    .toISOString()
    .slice(0, 10)
}

/** The day after another. */
export function dayAfter(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The day that validity is measured on: that of the collection. */
export function testDay(view: EvidenceView): Day {
  return view.asOf.toISOString().slice(0, 10)
}

/** The part of the audit period that is over on the day of the collection. */
export function elapsedPeriod(view: EvidenceView): { readonly start: Day; readonly end: Day } {
  const today = testDay(view)
  const { start, end } = view.period
  return { start, end: end < today ? end : today }
}

/**
 * The first stretch of a period that none of some spans covers, or null where they cover it whole. Days are
 * inclusive on both ends.
 */
export function firstGap(
  period: { readonly start: Day; readonly end: Day },
  spans: readonly { readonly start: Day; readonly end: Day }[],
): { readonly start: Day; readonly end: Day } | null {
  let covered = period.start
  for (const span of spans.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    if (covered > period.end) return null
    if (span.end < covered) continue
    if (span.start > covered) break
    covered = dayAfter(span.end)
  }
  if (covered > period.end) return null
  const next = spans
    .map(({ start }) => start)
    .filter((start) => start > covered)
    .sort()[0]
  const end =
    next && next <= period.end
      ? new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
      : period.end
  return { start: covered, end }
}
