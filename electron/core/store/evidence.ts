import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Page } from '../../../shared/model/page.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { batches, query, type ReadableDb } from './db.ts'
import { ITEM, ITEM_JOINS, type ItemRow, itemOf } from './evidence-row.ts'
import { keyOfMark, pageOf } from './mark.ts'
import { matchOf } from './search-words.ts'
import { topicNumber } from './topics.ts'

const BATCH = 500

/** All items of a topic that a collection saw, in the order of their numbers. */
export function itemsOf<T extends Topic>(
  db: ReadableDb,
  collectionId: number,
  topic: T,
): readonly EvidenceItem<T>[] {
  const id = topicNumber(db, topic)
  if (id === null) return []
  return query<[number, number], ItemRow>(
    db,
    `${ITEM} from sighting s ${ITEM_JOINS}
     where s.collection_id = ? and s.topic_id = ? order by s.evidence_id`,
  )
    .all(collectionId, id)
    .map(itemOf<T>)
}

function pageAfter(
  db: ReadableDb,
  collectionId: number,
  topicId: number | null,
  after: readonly number[],
  limit: number,
): readonly ItemRow[] {
  const [afterTopic = 0, afterId = 0] = after
  if (topicId !== null)
    return query<number[], ItemRow>(
      db,
      `${ITEM} from sighting s ${ITEM_JOINS}
       where s.collection_id = ? and s.topic_id = ? and s.evidence_id > ? order by s.evidence_id limit ?`,
    ).all(collectionId, topicId, afterTopic === topicId ? afterId : 0, limit)
  return query<number[], ItemRow>(
    db,
    `${ITEM} from sighting s ${ITEM_JOINS}
     where s.collection_id = ? and (s.topic_id, s.evidence_id) > (?, ?)
     order by s.topic_id, s.evidence_id limit ?`,
  ).all(collectionId, afterTopic, afterId, limit)
}

/** Items of a collection, topic by topic, of one topic or of all, streamed. */
export function* eachItem(db: ReadableDb, collectionId: number, topic?: Topic): Generator<EvidenceItem> {
  const topicId = topic === undefined ? null : topicNumber(db, topic)
  if (topic !== undefined && topicId === null) return
  const rows = batches<ItemRow, readonly number[]>(
    (after) => pageAfter(db, collectionId, topicId, after, BATCH),
    (row) => [row.topicId, row.id],
    [],
  )
  for (const row of rows) yield itemOf(row)
}

/** What narrows a page of evidence. */
export interface EvidencePageQuery {
  readonly collectionId: number
  readonly topic: Topic | null
  /** Words that all have to occur, each as the beginning of a word. */
  readonly search: string | null
  readonly after: string | null
  readonly limit: number
}

/** A page of a collection's items: by topic and number, or with a search by number alone. */
export function evidencePage(db: ReadableDb, ask: EvidencePageQuery): Page<EvidenceItem> {
  const { collectionId, limit } = ask
  const after = keyOfMark(ask.after, 2) ?? []
  const topicId = ask.topic === null ? null : topicNumber(db, ask.topic)
  if (ask.topic !== null && topicId === null) return { rows: [], next: null }
  const rows =
    ask.search === null
      ? pageAfter(db, collectionId, topicId, after, limit)
      : found(db, ask.search, { collectionId, topicId, after: after[1] ?? 0, limit })
  return pageOf(rows, limit, (row) => [row.topicId, row.id], itemOf)
}

function found(
  db: ReadableDb,
  search: string,
  of: {
    readonly collectionId: number
    readonly topicId: number | null
    readonly after: number
    readonly limit: number
  },
): readonly ItemRow[] {
  const match = matchOf(search)
  if (match === null) return []
  return query<(string | number | null)[], ItemRow>(
    db,
    `${ITEM} from evidence_fts f cross join evidence v on v.id = f.rowid
     cross join sighting s on s.collection_id = ? and s.topic_id = v.topic_id and s.evidence_id = v.id
     ${ITEM_JOINS}
     where f.evidence_fts match ? and f.rowid > ? and (? is null or v.topic_id = ?)
     order by f.rowid limit ?`,
  ).all(of.collectionId, match, of.after, of.topicId, of.topicId, of.limit)
}

/** How many items of each topic a collection saw, in the order of the topics' names. */
export function topicCounts(
  db: ReadableDb,
  collectionId: number,
): readonly { readonly topic: Topic; readonly items: number }[] {
  return query<[number], { topic: Topic; items: number }>(
    db,
    `select p.name as topic, sum(t.sightings) as items from task t join topic p on p.id = t.topic_id
     where t.collection_id = ? group by p.id having items > 0 order by p.name`,
  ).all(collectionId)
}

export { evidenceDetail, searchEvidence } from './evidence-detail.ts'
