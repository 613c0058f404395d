import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Instant, Sha256 } from '../../../shared/model/json.ts'
import type { Topic } from '../../../shared/model/topic.ts'

/** An evidence item as it is stored: content as text. */
export interface ItemRow {
  readonly id: number
  readonly topicId: number
  readonly topic: Topic
  readonly subjectId: string
  readonly subject: string
  readonly body: string
  readonly hash: Sha256
  readonly capturedAt: Instant
  readonly requestId: string | null
}

/** Columns and joins of an item: a sighting, its evidence and content, and the exchange that carried it. */
export const ITEM = `select e.id, e.topic_id as topicId, p.name as topic, e.subject_id as subjectId, e.subject,
  c.body, lower(hex(c.hash)) as hash, s.captured_at as capturedAt, r.request_id as requestId`

/** Joins that complete a sighting `s`. */
export const ITEM_JOINS = `cross join evidence e on e.id = s.evidence_id
  cross join content c on c.id = e.content_id cross join topic p on p.id = e.topic_id
  left join request r on r.collection_id = s.collection_id and r.seq = s.request_seq`

/** Makes the item that everyone sees of a stored row. */
export function itemOf<T extends Topic>(row: ItemRow): EvidenceItem<T> {
  const { id, topic, subjectId, subject, body, hash, capturedAt, requestId } = row
  const content = JSON.parse(body) as unknown
  return { id, topic, subjectId, subject, content, hash, capturedAt, requestId } as unknown as EvidenceItem<T>
}
