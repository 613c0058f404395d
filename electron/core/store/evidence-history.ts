import type { EvidenceChanges, EvidenceVersion, WhenSeen } from '../../../shared/contract-evidence.ts'
import { problem } from '../../../shared/errors.ts'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import { fieldChanges } from '../../../shared/model/field-changes.ts'
import type { Json } from '../../../shared/model/json.ts'
import { query, type ReadableDb } from './db.ts'

interface OfItem {
  readonly topicId: number
  readonly topic: string
  readonly subjectId: string
}

interface VersionRow {
  readonly id: number
  readonly firstId: number
  readonly firstAt: string
  readonly lastId: number
  readonly lastAt: string
}

function ofItem(db: ReadableDb, id: number): OfItem {
  const row = query<[number], OfItem>(
    db,
    `select e.topic_id as topicId, p.name as topic, e.subject_id as subjectId
     from evidence e join topic p on p.id = e.topic_id where e.id = ?`,
  ).get(id)
  if (row === undefined)
    throw problem('wrong-use', {
      what: `there is no evidence ${evidenceNumber(id)} in this locker`,
      remedy: 'search for it',
    })
  return row
}

/** Every content that a subject had, the one seen last first. */
function versionsOf(db: ReadableDb, item: OfItem): readonly EvidenceVersion[] {
  return query<[number, string], VersionRow>(
    db,
    `select e.id, min(s.collection_id) as firstId, min(s.captured_at) as firstAt,
       max(s.collection_id) as lastId, max(s.captured_at) as lastAt
     from evidence e join sighting s on s.evidence_id = e.id
     where e.topic_id = ? and e.subject_id = ?
     group by e.id order by max(s.collection_id) desc, e.id desc`,
  )
    .all(item.topicId, item.subjectId)
    .map(({ id, firstId, firstAt, lastId, lastAt }) => ({
      id,
      first: { collectionId: firstId, at: firstAt },
      last: { collectionId: lastId, at: lastAt },
    }))
}

/** The newest complete collection before another one that was to read a topic. */
function before(db: ReadableDb, collectionId: number, topic: string): WhenSeen | null {
  return (
    query<[number, string], WhenSeen>(
      db,
      `select id as collectionId, started_at as at from collection
       where id < ? and state = 'complete' and ? in (select value from json_each(topics))
       order by id desc limit 1`,
    ).get(collectionId, topic) ?? null
  )
}

function contentOf(db: ReadableDb, id: number): Json {
  const row = query<[number], { body: string }>(
    db,
    'select c.body from evidence e join content c on c.id = e.content_id where e.id = ?',
  ).get(id)
  return JSON.parse(row?.body ?? 'null') as Json
}

/** Whether one of these versions was seen in a collection. */
function wasThere(db: ReadableDb, ids: readonly number[], collectionId: number): boolean {
  return (
    query<[string, number], { id: number }>(
      db,
      `select evidence_id as id from sighting
       where evidence_id in (select value from json_each(?)) and collection_id = ? limit 1`,
    ).get(JSON.stringify(ids), collectionId) !== undefined
  )
}

/**
 * What became of an item since the complete collection before the one that saw it last, and all versions of its
 * subject. Throws `wrong-use` for a number that the locker does not hold.
 */
export function evidenceChanges(db: ReadableDb, id: number): EvidenceChanges {
  const item = ofItem(db, id)
  const versions = versionsOf(db, item)
  const at = versions.findIndex((version) => version.id === id)
  const own = versions[at]
  const earlier = own ? before(db, own.last.collectionId, item.topic) : null
  const older = versions.slice(at + 1)
  const previous = older[0] ?? null
  const ids = older.map((version) => version.id)
  return {
    since:
      earlier === null
        ? 'first'
        : wasThere(db, [id], earlier.collectionId)
          ? 'same'
          : wasThere(db, ids, earlier.collectionId)
            ? 'changed'
            : 'new',
    before: earlier,
    previous,
    fields: previous ? fieldChanges(contentOf(db, previous.id), contentOf(db, id)) : [],
    versions,
  }
}
