import type { Verdict } from '../../../../shared/model/check.ts'
import type { PostgresDatabase } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { type Addon, addonsOf, attachmentsOf } from './addons.ts'
import { grouped } from './grouped.ts'
import { listGap, readsOf } from './reads.ts'
import { notApplicable, notEvaluated, WHOLE } from './verdict.ts'

const POSTGRES = 'heroku-postgresql'

/** Topics whose items are about one database each. */
type DatabaseTopic = 'postgres-encryption-at-rest' | 'postgres-high-availability' | 'postgres-rollback'

/** Heroku Postgres databases of the inventory. */
export function databasesOf(view: EvidenceView): readonly Addon[] {
  return addonsOf(view).filter((addon) => addon.content.addon_service.name === POSTGRES)
}

/** Judges every Heroku Postgres database; says so where there is none. */
export function* eachDatabase(
  view: EvidenceView,
  judge: (addon: Addon) => Iterable<Verdict>,
): Iterable<Verdict> {
  const databases = databasesOf(view)
  const gap = listGap(view, 'addon-inventory', 'add-ons', /^\/addons/)
  if (gap) yield gap
  else if (databases.length === 0) yield notApplicable(WHOLE, 'There is no Heroku Postgres database.')
  for (const addon of databases) yield* judge(addon)
}

/** Judges every database with its one item of a topic; a database that was not read is not evaluated. */
export function* eachDatabaseItem<T extends DatabaseTopic>(
  view: EvidenceView,
  topic: T,
  judge: (addon: Addon, item: EvidenceItem<T> & { readonly content: PostgresDatabase }) => Verdict,
): Iterable<Verdict> {
  type Item = EvidenceItem<T> & { readonly content: PostgresDatabase }
  const items = new Map((view.items(topic) as readonly Item[]).map((item) => [item.content.addon.id, item]))
  const reads = readsOf(view, topic)
  yield* eachDatabase(view, function* (addon) {
    const item = items.get(addon.content.id)
    if (item) yield judge(addon, item)
    else
      yield notEvaluated(addon, reads.gap('addon', addon.content.id) ?? 'Heroku told nothing about it.', [
        addon,
      ])
  })
}

/**
 * Tells whether a transfer that names a source or target is about a database: by the name of the add-on or of
 * one of its attachments, or because it is the only database of the app.
 */
export function transferNames(
  view: EvidenceView,
): (addon: Addon, transfer: { readonly app: string; readonly name: string | null }) => boolean {
  const names = new Map<string, Set<string>>()
  for (const { content } of attachmentsOf(view)) {
    const own = names.get(content.addon.id) ?? new Set()
    names.set(content.addon.id, own.add(`${content.app.id}/${plain(content.name)}`))
  }
  const perApp = grouped(databasesOf(view), (addon) => addon.content.app.id)
  return (addon, { app, name }) => {
    const alone = addon.content.app.id === app && perApp.get(app)?.length === 1
    if (name === null) return alone
    if (plain(name) === plain(addon.content.name)) return true
    if (names.get(addon.content.id)?.has(`${app}/${plain(name)}`)) return true
    return alone
  }
}

function plain(name: string): string {
  return name.toUpperCase().replaceAll('-', '_').replace(/_URL$/, '')
}
