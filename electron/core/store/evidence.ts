import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { batches, query, type ReadableDb } from './db.ts'
import { ITEM, ITEM_JOINS, type ItemRow, itemOf } from './evidence-row.ts'
import type { Sliced } from './slices.ts'
import { topicNumber } from './topics.ts'

const BATCH = 500

/** Rows that are read at once where all of a collection are. */
const LARGE_BATCH = 2000

/** All items of a topic that a collection saw, in the order of their numbers. */
export function itemsOf<T extends Topic>(
  db: ReadableDb,
  collectionId: number,
  topic: T,
): readonly EvidenceItem<T>[] {
  return [...(eachItem(db, collectionId, topic) as Iterable<EvidenceItem<T>>)]
}

/** The same in slices, for large accounts. */
export function slicedItemsOf<T extends Topic>(
  db: ReadableDb,
  collectionId: number,
  topic: T,
): Sliced<readonly EvidenceItem<T>[]> {
  return collected(eachItem(db, collectionId, topic) as Iterable<EvidenceItem<T>>)
}

function* collected<T>(each: Iterable<T>): Sliced<readonly T[]> {
  const all: T[] = []
  for (const one of each) if (all.push(one) % BATCH === 0) yield BATCH
  return all
}

/**
 * All items of a collection with their content as text, in the order of their numbers, which is the order in which
 * they lie in the file: a pass over everything costs half of one that goes topic by topic.
 */
export function* eachStoredItem(db: ReadableDb, collectionId: number): Generator<ItemRow> {
  const page = query<number[], ItemRow>(
    db,
    `${ITEM} from evidence e
     cross join sighting s on s.collection_id = ? and s.topic_id = e.topic_id and s.evidence_id = e.id
     cross join content c on c.id = e.content_id cross join topic p on p.id = e.topic_id
     left join request r on r.collection_id = s.collection_id and r.seq = s.request_seq
     where e.id > ? order by e.id limit ?`,
  )
  yield* batches<ItemRow, number>(
    (after) => page.all(collectionId, after, LARGE_BATCH),
    ({ id }) => id,
    0,
  )
}

/** Items of a collection, topic by topic, of one topic or of all, streamed. */
export function* eachItem(db: ReadableDb, collectionId: number, topic?: Topic): Generator<EvidenceItem> {
  const topicId = topic === undefined ? null : topicNumber(db, topic)
  if (topic !== undefined && topicId === null) return
  const page = query<(number | null)[], ItemRow>(
    db,
    `${ITEM} from sighting s ${ITEM_JOINS}
     where s.collection_id = ? and (s.topic_id, s.evidence_id) > (?, ?) and s.topic_id <= ?
     order by s.topic_id, s.evidence_id limit ?`,
  )
  const [first, last] = topicId === null ? [0, Number.MAX_SAFE_INTEGER] : [topicId, topicId]
  const rows = batches<ItemRow, readonly number[]>(
    ([topic = first, id = 0]) => page.all(collectionId, topic, id, last, BATCH),
    (row) => [row.topicId, row.id],
    [],
  )
  for (const row of rows) yield itemOf(row)
}

/** How many items of each topic a collection saw, in the order of the topics' names. */
export function topicCounts(
  db: ReadableDb,
  collectionId: number,
): readonly { readonly topic: Topic; readonly items: number }[] {
  return query<[number], { topic: Topic; items: number }>(
    db,
    `select p.name as topic, s.items from
     (select topic_id, count(*) as items from sighting where collection_id = ? group by topic_id) s
     join topic p on p.id = s.topic_id order by p.name`,
  ).all(collectionId)
}

export { evidenceDetail, searchEvidence } from './evidence-detail.ts'
export { type Among, type EvidencePageQuery, evidencePage } from './evidence-page.ts'
