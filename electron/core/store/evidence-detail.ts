import type { SearchHit } from '../../../shared/contract.ts'
import type { EvidenceDetail } from '../../../shared/contract-evidence.ts'
import { problem } from '../../../shared/errors.ts'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import type { Instant, Json } from '../../../shared/model/json.ts'
import { query, type ReadableDb } from './db.ts'
import { ITEM, ITEM_JOINS, type ItemRow, itemOf } from './evidence-row.ts'
import { excerptOf, matchOf, wordsOf } from './search-words.ts'

interface SightingRow {
  readonly collectionId: number
  readonly capturedAt: Instant
  readonly requestId: string | null
  readonly path: string | null
}

function newestItem(db: ReadableDb, id: number): ItemRow | undefined {
  return query<[number], ItemRow>(
    db,
    `${ITEM} from sighting s ${ITEM_JOINS}
     where s.evidence_id = ? order by s.collection_id desc limit 1`,
  ).get(id)
}

/**
 * An item by its number, with all its sightings, newest first, and the path that it was read from last. Throws
 * `wrong-use` for a number that the locker does not hold.
 */
export function evidenceDetail(db: ReadableDb, id: number): EvidenceDetail {
  const item = newestItem(db, id)
  if (item === undefined)
    throw problem('wrong-use', {
      what: `there is no evidence ${evidenceNumber(id)} in this locker`,
      remedy: 'search for it',
    })
  const sightings = query<[number], SightingRow>(
    db,
    `select s.collection_id as collectionId, s.captured_at as capturedAt, r.request_id as requestId, r.path
     from sighting s left join request r on r.collection_id = s.collection_id and r.seq = s.request_seq
     where s.evidence_id = ? order by s.collection_id desc`,
  ).all(id)
  return {
    item: itemOf(item),
    sightings: sightings.map(({ path: _, ...sighting }) => sighting),
    path: sightings[0]?.path ?? null,
  }
}

/** Items of any collection that hold all words of a text, newest evidence first. */
export function searchEvidence(db: ReadableDb, text: string, limit: number): readonly SearchHit[] {
  const match = matchOf(text)
  if (match === null) return []
  const ids = query<[string, number], { id: number }>(
    db,
    'select rowid as id from evidence_fts where evidence_fts match ? order by rowid desc limit ?',
  ).all(match, limit)
  return ids.flatMap(({ id }) => {
    const row = newestItem(db, id)
    if (row === undefined) return []
    const excerpt = excerptOf(wordsOf(JSON.parse(row.body) as Json), text)
    return [{ in: 'evidence', id, title: row.subject, topic: row.topic, at: row.capturedAt, excerpt }]
  })
}
