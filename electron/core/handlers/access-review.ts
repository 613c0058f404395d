import type { AccessReviewDetail, AccessReviewSummary, AccessRow } from '../../../shared/contract-testing.ts'
import { problem } from '../../../shared/errors.ts'
import type { AccessDecision } from '../../../shared/model/records/access-review.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import { listCollections, resolveCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { itemsOf } from '../store/evidence.ts'
import { keepRecords, nextKey, recordOf, recordsOf } from '../store/records.ts'
import { accessDigest, accessRows, stillThere } from '../testing/access.ts'
import { ofCollection } from './complete-collections.ts'
import { type Handlers, who } from './handler.ts'

/** The people and rights that a collection saw. */
export const accessOf: (db: ReadableDb, collectionId: number) => readonly AccessRow[] = ofCollection(
  (db, collectionId) => accessRows((topic) => itemsOf(db, collectionId, topic)),
)

function reviewOf(db: ReadableDb, id: string): RecordItem<'access-review'> {
  const found = recordOf(db, 'access-review', id)
  if (!found)
    throw problem('wrong-use', { what: `there is no review ${id}`, remedy: 'choose one of the list' })
  return found
}

function decisionsOf(db: ReadableDb, id: string): ReadonlyMap<string, AccessDecision> {
  return new Map(
    recordsOf(db, 'access-decision')
      .filter(({ key }) => key.startsWith(`${id}:`))
      .map(({ key, content }) => [key.slice(id.length + 1), content]),
  )
}

function summaryOf(
  { key, content }: RecordItem<'access-review'>,
  decisions: ReadonlyMap<string, AccessDecision>,
): AccessReviewSummary {
  const revoked = [...decisions.values()].filter(({ decision }) => decision !== 'keep').length
  return { id: key, review: content, decided: decisions.size, revoked }
}

/** The newest complete collection after the reviewed one that read the same topics; null where there is none. */
function laterCollection(db: ReadableDb, reviewed: number): number | null {
  const later = listCollections(db).filter(
    ({ id, state, topics }) =>
      id > reviewed && state === 'complete' && topics.includes('app-collaborators-permissions'),
  )
  return later.reduce<number | null>((newest, { id }) => Math.max(newest ?? 0, id), null)
}

/** A review of access, whole, with what a later collection shows. */
export function detailOf(db: ReadableDb, id: string): AccessReviewDetail {
  const review = reviewOf(db, id)
  const rows = accessOf(db, review.content.collectionId)
  const decisions = decisionsOf(db, id)
  const checkedIn = laterCollection(db, review.content.collectionId)
  const later = checkedIn === null ? null : accessOf(db, checkedIn)
  return {
    ...summaryOf(review, decisions),
    rows: rows.map((row) => {
      const decision = decisions.get(row.id) ?? null
      return { ...row, decision, stillThere: decision && later ? stillThere(decision, later) : null }
    }),
    samePopulation: accessDigest(rows) === review.content.digest,
    checkedIn,
  }
}

/** Reviews of access: who may do what, decided row by row by a named reviewer, followed up later. */
export const accessReviewHandlers = {
  'access-review:population'({ db }, { collectionId }) {
    const rows = accessOf(db, resolveCollection(db, collectionId).id)
    return { count: rows.length, digest: accessDigest(rows), rows }
  },
  'access-review:open'(deps, { collectionId, ...input }) {
    const { id: collection } = resolveCollection(deps.db, collectionId)
    const rows = accessOf(deps.db, collection)
    if (rows.length === 0)
      throw problem('wrong-use', {
        what: `collection ${collection} saw nobody who has access`,
        remedy: 'collect members and collaborators first',
      })
    const key = nextKey(deps.db, 'access-review', 'R')
    const content = {
      ...input,
      collectionId: collection,
      count: rows.length,
      digest: accessDigest(rows),
      completedOn: null,
    }
    const says = `${key}: review of access opened, ${rows.length} rows`
    keepRecords(deps.db, who(deps), says, [{ kind: 'access-review', key, content }])
    return summaryOf(reviewOf(deps.db, key), new Map())
  },
  'access-review:list': ({ db }) =>
    recordsOf(db, 'access-review').map((review) => summaryOf(review, decisionsOf(db, review.key))),
  'access-review:get': ({ db }, { id }) => detailOf(db, id),
  'access-review:decide'(deps, { id, rows, decision, text, by }) {
    const review = reviewOf(deps.db, id)
    if (review.content.completedOn !== null)
      throw problem('wrong-use', {
        what: `${id} was completed on ${review.content.completedOn}`,
        remedy: 'open another review',
      })
    const known = new Map(accessOf(deps.db, review.content.collectionId).map((row) => [row.id, row]))
    const changes = rows.map((row) => {
      const { person, where, right } = known.get(row) ?? {}
      if (person === undefined || where === undefined || right === undefined)
        throw problem('wrong-use', { what: `${id} has no row ${row}`, remedy: 'choose rows of the review' })
      if (by.toLowerCase() === person.toLowerCase())
        throw problem('wrong-use', {
          what: `${by} would decide about their own access (${where})`,
          remedy: 'let somebody else decide that row',
        })
      const content: AccessDecision = { decision, person, where, right, text, by }
      return { kind: 'access-decision' as const, key: `${id}:${row}`, content }
    })
    return keepRecords(deps.db, who(deps), `${id}: ${changes.length} to ${decision}`, changes)
  },
  'access-review:complete'(deps, { id, on }) {
    const review = reviewOf(deps.db, id)
    const decisions = decisionsOf(deps.db, id)
    const open = review.content.count - decisions.size
    if (open > 0)
      throw problem('wrong-use', {
        what: `${open} rows of ${id} are not decided`,
        remedy: 'decide them first',
      })
    keepRecords(deps.db, who(deps), `${id} completed`, [
      { kind: 'access-review', key: id, content: { ...review.content, completedOn: on } },
    ])
    return summaryOf(reviewOf(deps.db, id), decisions)
  },
} satisfies Partial<Handlers>
