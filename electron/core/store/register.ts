import type { Instant, Sha256 } from '../../../shared/model/json.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { hex } from './canonical.ts'
import { batches, query, type ReadableDb } from './db.ts'

const BATCH = 1000

/** One item of a collection without its content, with where it was read and in how many collections it was seen. */
export interface RegisterRow {
  readonly id: number
  readonly topic: Topic
  readonly subjectId: string
  readonly subject: string
  readonly hash: Sha256
  readonly capturedAt: Instant
  readonly requestId: string | null
  /** Path that the item was read from; null for what the app itself derived. */
  readonly path: string | null
  readonly firstSeenAt: Instant
  readonly sightings: number
}

interface StoredRow extends Omit<RegisterRow, 'hash'> {
  readonly topicId: number
  readonly hash: Buffer
}

const PAGE = `select e.id, e.topic_id as topicId, p.name as topic, e.subject_id as subjectId, e.subject, c.hash,
    s.captured_at as capturedAt, r.request_id as requestId, r.path,
    (select min(captured_at) from sighting x where x.evidence_id = e.id) as firstSeenAt,
    (select count(*) from sighting x where x.evidence_id = e.id) as sightings
  from sighting s cross join evidence e on e.id = s.evidence_id cross join content c on c.id = e.content_id
  cross join topic p on p.id = e.topic_id
  left join request r on r.collection_id = s.collection_id and r.seq = s.request_seq
  where s.collection_id = ? and (s.topic_id, s.evidence_id) > (?, ?)
  order by s.topic_id, s.evidence_id limit ?`

/** The register of a collection, topic by topic, within a topic in the order of the items' numbers. Streamed. */
export function* registerOf(db: ReadableDb, collectionId: number): Generator<RegisterRow> {
  const page = query<[number, number, number, number], StoredRow>(db, PAGE)
  const rows = batches<StoredRow, readonly [number, number]>(
    ([topicId, id]) => page.all(collectionId, topicId, id, BATCH),
    (row) => [row.topicId, row.id],
    [0, 0],
  )
  for (const { topicId: _, hash, ...row } of rows) yield { ...row, hash: hex(hash) }
}
