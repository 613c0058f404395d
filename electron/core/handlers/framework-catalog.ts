import { problem } from '../../../shared/errors.ts'
import type { FrameworkId, OwnFrameworkId } from '../../../shared/model/engagement.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import { CHOSEN } from '../../../shared/model/records/engagement-frameworks.ts'
import { frameworks } from '../frameworks/index.ts'
import { ownFramework } from '../frameworks/own.ts'
import type { ReadableDb } from '../store/db.ts'
import { lockerInfo } from '../store/locker.ts'
import { recordOf, recordsOf } from '../store/records.ts'

const made = new WeakMap<ReadableDb, Map<string, { readonly act: number; readonly framework: Framework }>>()

const shipped = (id: string) => frameworks().find((one) => one.id === id)

/** The frameworks of one's own that a locker holds. */
export function ownFrameworks(db: ReadableDb): readonly Framework[] {
  return recordsOf(db, 'own-framework').map(({ key }) => frameworkOf(db, key as OwnFrameworkId))
}

/** A framework by its id: a shipped one, or one of the locker's own. Throws `wrong-use` where there is none. */
export function frameworkOf(db: ReadableDb, id: FrameworkId): Framework {
  const known = shipped(id)
  if (known) return known
  const record = recordOf(db, 'own-framework', id)
  if (!record)
    throw problem('wrong-use', { what: `there is no framework ${id}`, remedy: 'choose one of the list' })
  const ofDb = made.get(db) ?? new Map<string, { act: number; framework: Framework }>()
  made.set(db, ofDb)
  const before = ofDb.get(id)
  if (before?.act === record.act) return before.framework
  const framework = ownFramework(id as OwnFrameworkId, record.content, shipped)
  ofDb.set(id, { act: record.act, framework })
  return framework
}

/**
 * The frameworks that the engagement works with: those it began with, or those that somebody chose since. One
 * of its own that was removed is left out.
 */
export function chosenFrameworks(db: ReadableDb): readonly FrameworkId[] {
  const chosen =
    recordOf(db, 'engagement-frameworks', CHOSEN)?.content.frameworks ?? lockerInfo(db).engagement.frameworks
  return chosen.filter((id) => shipped(id) || recordOf(db, 'own-framework', id))
}
