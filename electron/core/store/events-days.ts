import type { DayCount } from '../events/messages.ts'
import type { ArchiveMeta } from './archives.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'

/** Stores what a source of events holds of each day. */
export function insertDays(db: WritableDb, archiveId: number, days: readonly DayCount[]): void {
  const insert = write<unknown[]>(db, 'insert into event_day values (?, ?, ?, ?, ?, ?)')
  for (const { day, events, kept, changed, repeated } of days)
    insert.run(archiveId, day, events, kept, changed, repeated)
}

/** What an archive, or the events of one day, holds of each day, in order. */
export function daysOfArchive(db: ReadableDb, archiveId: number): readonly DayCount[] {
  return query<[number], DayCount>(
    db,
    'select day, events, kept, changed, repeated from event_day where archive_id = ? order by day',
  ).all(archiveId)
}

/** A source of events that a collection knew, as far as comparing sources needs it. */
export interface EventSource extends Pick<ArchiveMeta, 'year' | 'month' | 'checksum'> {
  readonly id: number
  readonly collectionId: number
  readonly createdAt: string
  readonly events: number
}

/** The archives and days of an enterprise account that were taken over up to a collection, in that order. */
export function sourcesUpTo(
  db: ReadableDb,
  enterpriseId: string,
  collectionId: number,
): readonly EventSource[] {
  return query<[string, number], EventSource>(
    db,
    `select id, collection_id as collectionId, year, month, created_at as createdAt, lower(hex(checksum)) as checksum,
     events from archive where enterprise_id = ? and collection_id <= ? order by id`,
  ).all(enterpriseId, collectionId)
}
