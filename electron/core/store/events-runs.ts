import { query, type ReadableDb } from './db.ts'

/** A run of events as it is stored: events [first, first + n), in order of time. */
export interface StoredRun {
  readonly first: number
  readonly n: number
  /** Milliseconds since 1970. */
  readonly firstAt: number
  readonly lastAt: number
}

/** A run with the hash of its index. */
export interface HashedRun extends StoredRun {
  readonly index: Buffer
}

/** All runs that archives cover. */
export function runsOf(db: ReadableDb): readonly StoredRun[] {
  return query<[], StoredRun>(
    db,
    'select first, n, first_at as firstAt, last_at as lastAt from event_run order by first',
  ).all()
}

/** The runs of archives that were taken over up to a collection: what was known when it ended. */
export function runsUpTo(db: ReadableDb, collectionId: number): readonly StoredRun[] {
  return query<[number], StoredRun>(
    db,
    `select r.first, r.n, r.first_at as firstAt, r.last_at as lastAt
     from archive a join event_run r on r.archive_id = a.id where a.collection_id <= ? order by r.first`,
  ).all(collectionId)
}

/** The runs of one enterprise. */
export function runsOfEnterprise(db: ReadableDb, enterpriseId: string): readonly StoredRun[] {
  return query<[string], StoredRun>(
    db,
    `select r.first, r.n, r.first_at as firstAt, r.last_at as lastAt
     from archive a join event_run r on r.first between a.first_seq and a.last_seq
     where a.enterprise_id = ? order by r.first`,
  ).all(enterpriseId)
}

/** The runs of one archive, in order. */
export function runsOfArchive(db: ReadableDb, archiveId: number): readonly HashedRun[] {
  return query<[number], HashedRun>(
    db,
    `select first, n, first_at as firstAt, last_at as lastAt, index_hash as "index"
     from event_run where archive_id = ? order by first`,
  ).all(archiveId)
}
