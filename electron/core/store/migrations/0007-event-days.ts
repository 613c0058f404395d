import { appendOnly, type Migration } from './migration.ts'

/**
 * What each source of audit events (an archive, or the events of one day) holds of each day in UTC: its events,
 * those kept, those kept although their id was known, and those that it tells twice. The difference of archive
 * and daily events is counted from it.
 */
export const eventDayTable: Migration = {
  version: 7,
  name: 'event-days',
  up(db) {
    db.exec(TABLE)
    db.exec(appendOnly('event_day'))
  },
}

const TABLE = `
create table event_day (
  archive_id integer not null references archive (id) deferrable initially deferred,
  day text not null,
  events integer not null,
  kept integer not null,
  changed integer not null,
  repeated integer not null,
  primary key (archive_id, day)
) strict, without rowid;
`
