import type { PeriodOfChecks } from '../../../shared/model/check-period.ts'
import type { Day } from '../../../shared/model/json.ts'
import type { ReadableDb } from '../store/db.ts'
import { lockerInfo } from '../store/locker.ts'
import { checksOverPeriod } from '../store/results-period.ts'
import type { Handlers } from './handler.ts'

/** Every check over the audit period of the engagement, for the faces and for the workbook. */
export function periodOfChecks(db: ReadableDb, today: Day): PeriodOfChecks {
  const { start, end } = lockerInfo(db).engagement.period
  return checksOverPeriod(db, { start, end }, today)
}

/** Whether what the checks test worked all the time, as far as was looked. */
export const checkPeriodHandlers = {
  'check:period': ({ db, now }) => periodOfChecks(db, now().toISOString().slice(0, 10)),
} satisfies Partial<Handlers>
