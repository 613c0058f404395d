import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { instant, number, text } from './column.ts'
import { SHEET } from './names.ts'
import { count, counted } from './words.ts'

/** The audit events of the audit period: a population, for filters and samples. */
export function eventsSheet(source: WorkbookSource): Sheet {
  const { start, end } = source.locker.engagement.period
  const { inPeriod, all } = source.eventCounts()
  return {
    name: SHEET.events,
    title: 'Audit events',
    about: `${counted(inPeriod, 'event')} of Heroku’s audit trail in the audit period`,
    notes: [
      `${count(inPeriod)} events of Heroku’s audit trail from ${start} to ${end} (UTC), of ${count(all)} in the locker. Log-ins are not part of Heroku’s audit trail.`,
    ],
    columns: [
      instant('At'),
      text('Type', 26),
      text('Action', 16),
      text('By', 38),
      text('App', 26),
      text('Team', 22),
      text('IP address', 17),
      text('Event id', 38),
      number('Number in the locker', 12),
    ],
    *rows() {
      for (const event of source.events()) {
        const { at, type, action, actor, app, team, ip, id, seq } = event
        yield { cells: [at, type, action, actor, app, team, ip, id, seq] }
      }
    },
  }
}
