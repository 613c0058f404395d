import type { Verdict } from '../../../../shared/model/check.ts'
import type { Day } from '../../../../shared/model/json.ts'
import { type AnyList, type ListKind, type ListRow, listOf } from '../../../../shared/model/records/lists.ts'
import type { EvidenceView } from '../check.ts'
import { type About, notEvaluated, WHOLE } from './verdict.ts'
import { day } from './words.ts'

/** A list as somebody gave it. */
export interface GivenRows<K extends ListKind> {
  readonly rows: readonly ListRow<K>[]
  /** As in a reason: `the list of leavers that Ana gave on 2026-11-01`. */
  readonly called: string
  readonly on: Day
}

/** The list of a kind, or null where nobody gave one. An empty list is a list: it says that there is none. */
export function givenList<K extends ListKind>(view: EvidenceView, kind: K): GivenRows<K> | null {
  const record = view.records('list').find(({ key }) => key === kind)
  if (!record) return null
  const list: AnyList = record.content
  return {
    rows: list.rows as readonly ListRow<K>[],
    called: `the list of ${listOf(kind).of} that ${list.suppliedBy} gave on ${day(record.at)}`,
    on: day(record.at),
  }
}

/** Why a question cannot be answered without a list, as a sentence. */
export function noList(kind: ListKind): string {
  return `No list of ${listOf(kind).of} was given.`
}

/** One not-evaluated verdict that says which list is missing. */
export function listMissing(kind: ListKind, about: About = WHOLE): Verdict {
  return notEvaluated(about, noList(kind))
}
