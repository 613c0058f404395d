import { createHash } from 'node:crypto'
import type { Instant } from '../../../shared/model/json.ts'
import { hex } from './canonical.ts'
import { batches, query, type ReadableDb } from './db.ts'
import { line } from './provenance.ts'
import type { Sliced } from './slices.ts'

const BATCH = 2000

interface DigestRow {
  readonly subjectId: string
  readonly hash: Buffer
  readonly capturedAt: Instant
  readonly requestId: string | null
}

/**
 * The lines of a collection's digest: one per sighting, `[topic, subjectId, content hash, capturedAt,
 * requestId]`, ordered by topic, subject id and content hash as bytes. All five stand in the evidence register
 * of the workbook, so that whoever has the workbook can compute the digest again.
 */
export function* digestLines(db: ReadableDb, collectionId: number): Generator<string> {
  const topics = query<[number], { id: number; name: string }>(
    db,
    `select id, name from topic
     where id in (select distinct topic_id from task where collection_id = ?) order by name`,
  ).all(collectionId)
  const page = query<[number, number, string, string, Buffer, number], DigestRow>(
    db,
    `select e.subject_id as subjectId, c.hash, s.captured_at as capturedAt, r.request_id as requestId
     from evidence e
     cross join sighting s on s.collection_id = ? and s.topic_id = e.topic_id and s.evidence_id = e.id
     cross join content c on c.id = e.content_id
     left join request r on r.collection_id = s.collection_id and r.seq = s.request_seq
     where e.topic_id = ? and e.subject_id >= ? and (e.subject_id, c.hash) > (?, ?)
     order by e.subject_id, c.hash limit ?`,
  )
  for (const topic of topics) {
    const rows = batches<DigestRow, readonly [string, Buffer]>(
      ([subjectId, hash]) => page.all(collectionId, topic.id, subjectId, subjectId, hash, BATCH),
      (row) => [row.subjectId, row.hash],
      ['', Buffer.alloc(0)],
    )
    for (const row of rows)
      yield line(topic.name, row.subjectId, hex(row.hash), row.capturedAt, row.requestId)
  }
}

/** SHA-256 over the digest lines of a collection, in slices. */
export function* slicedDigest(db: ReadableDb, collectionId: number): Sliced<Buffer> {
  const hash = createHash('sha256')
  for (const text of digestLines(db, collectionId)) {
    hash.update(text)
    yield 0
  }
  return hash.digest()
}

/** The same in one go, for collections that are small. */
export function collectionDigest(db: ReadableDb, collectionId: number): Buffer {
  for (const work = slicedDigest(db, collectionId); ; ) {
    const step = work.next()
    if (step.done) return step.value
  }
}
