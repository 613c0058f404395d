import { evidenceNumber } from '../../../shared/model/evidence.ts'
import { sha256 } from './canonical.ts'
import { batches, query, type ReadableDb } from './db.ts'
import type { Sliced } from './slices.ts'
import type { Broken } from './verify.ts'

const BATCH = 200

interface EvidenceRow {
  readonly id: number
  readonly topic: string | null
  readonly subject: string
  readonly body: string | null
  readonly hash: Buffer | null
}

/** Recomputes the hash of the content of every evidence item. */
export function* verifyEvidence(db: ReadableDb): Sliced<Broken | null> {
  const page = query<[number, number], EvidenceRow>(
    db,
    `select e.id, p.name as topic, e.subject, c.body, c.hash from evidence e
     left join topic p on p.id = e.topic_id left join content c on c.id = e.content_id
     where e.id > ? order by e.id limit ?`,
  )
  let expected = 1
  for (const row of batches<EvidenceRow, number>(
    (after) => page.all(after, BATCH),
    (r) => r.id,
    0,
  )) {
    if (row.id !== expected) return broken(expected, 'is missing')
    expected = row.id + 1
    const entry = `${evidenceNumber(row.id)} (${row.topic ?? 'of no topic'}, ${row.subject})`
    if (row.body === null || row.hash === null)
      return { kind: 'evidence', entry, what: 'has lost its content' }
    if (!sha256(row.body).equals(row.hash))
      return { kind: 'evidence', entry, what: 'has a content that does not fit its SHA-256' }
    yield 1
  }
  return null
}

function broken(id: number, what: string): Broken {
  return { kind: 'evidence', entry: evidenceNumber(id), what }
}
