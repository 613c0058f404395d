import { lockerTables } from './0001-locker.ts'
import { eventTables } from './0002-events.ts'
import { workTables } from './0003-work.ts'
import { recordTables } from './0004-records.ts'
import { readTables } from './0005-reads.ts'
import { intakeTables } from './0006-intake.ts'
import { eventDayTable } from './0007-event-days.ts'
import { judgedTable } from './0008-judged.ts'
import type { Migration } from './migration.ts'

/** All steps of the locker's format, in order; a new one is one file and one line here. */
export const MIGRATIONS: readonly Migration[] = [
  lockerTables,
  eventTables,
  workTables,
  recordTables,
  readTables,
  intakeTables,
  eventDayTable,
  judgedTable,
]
