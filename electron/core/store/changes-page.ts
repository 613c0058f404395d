import type { ChangeKind, SubjectChange } from '../../../shared/model/changes.ts'
import type { Collection } from '../../../shared/model/collection.ts'
import type { Page } from '../../../shared/model/page.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { type Difference, type Differences, differencesOf } from './changes.ts'
import { changedFields } from './changes-fields.ts'
import { query, type ReadableDb } from './db.ts'
import { keyOfMark } from './mark.ts'
import { inSlices } from './slices.ts'

interface Kept {
  readonly key: string
  readonly differences: Promise<Differences>
}

const kept = new WeakMap<ReadableDb, Kept>()

/**
 * Two collections compared, slice by slice. Complete collections never change, so the newest comparison of an
 * open locker is kept: its pages, and the workbook's sheet, do not compare again.
 */
export function compareCollections(db: ReadableDb, from: Collection, to: Collection): Promise<Differences> {
  const key = `${from.id}/${to.id}`
  const known = kept.get(db)
  if (known?.key === key) return known.differences
  const differences = inSlices(differencesOf(db, from, to))
  if (from.state !== 'complete' || to.state !== 'complete') return differences
  kept.set(db, { key, differences })
  differences.catch(() => kept.delete(db))
  return differences
}

/** One difference as a person reads it, field by field. */
export function changeOf(db: ReadableDb, { topic, kind, before, after }: Difference): SubjectChange {
  const row = query<[number], { subjectId: string; subject: string }>(
    db,
    'select subject_id as subjectId, subject from evidence where id = ?',
  ).get(after ?? before ?? 0)
  const fields =
    kind === 'changed' && before !== null && after !== null ? changedFields(db, topic, before, after) : []
  return { topic, kind, before, after, fields, subjectId: row?.subjectId ?? '', subject: row?.subject ?? '' }
}

/** What narrows a page of changes. */
export interface ChangesQuery {
  readonly topic: Topic | null
  readonly kinds: readonly ChangeKind[] | null
  readonly after: string | null
  readonly limit: number
}

/** A page of what differs; its mark is a place in the list of all differences. */
export function changesPage(db: ReadableDb, { list }: Differences, ask: ChangesQuery): Page<SubjectChange> {
  const { topic, kinds, limit } = ask
  const [start = 0] = keyOfMark(ask.after, 1) ?? []
  const rows: SubjectChange[] = []
  for (let at = start; at < list.length; at++) {
    const one = list[at] as Difference
    if ((topic !== null && one.topic !== topic) || (kinds !== null && !kinds.includes(one.kind))) continue
    if (rows.length === limit) return { rows, next: String(at) }
    rows.push(changeOf(db, one))
  }
  return { rows, next: null }
}
