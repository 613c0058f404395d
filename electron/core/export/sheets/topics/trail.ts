import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, say, type TopicLayout, tally, word, yes } from './field.ts'

/** One archive a line: its checksum, when Heroku made it, and how many events it holds. */
function issues(value: Json): string | null {
  if (!Array.isArray(value) || value.length === 0) return null
  return value
    .map((issue) => {
      const { checksum, created_at: made, events } = issue as Readonly<Record<string, Json>>
      return `${String(checksum).slice(0, 12)}… of ${made}: ${events} events`
    })
    .join('\n')
}

/** What is held of the audit trail, and what it tells of removals. */
export const TRAIL: readonly TopicLayout[] = [
  layout(
    'audit-trail-retention',
    'Audit trail holdings',
    [
      word('of', 'Record', 10),
      say('enterprise_account.name', 'Enterprise account', 22),
      say('month', 'Month', 10),
      say('day', 'Day', 12),
      yes('closed', 'Month ended'),
      yes('whole', 'Read after the day'),
      tally('in_archive', 'In the archive', 12),
      tally('in_daily', 'In daily lists', 12),
      tally('distinct', 'Different events', 12),
      tally('missing_in_archive', 'Missing in archive', 12),
      tally('missing_in_daily', 'Missing in daily', 12),
      tally('changed', 'Told differently', 12),
      tally('repeated', 'Told twice', 11),
      tally('days_read', 'Days read', 10),
      tally('days', 'Days', 8),
      say('days_different', 'Days that differ', 26),
      say('days_without_events', 'Days without events', 26),
      yes('reissued', 'Issued anew'),
      say('issues', 'Archives held', 44, { show: issues }),
      say('first', 'First month', 11),
      say('last', 'Last month', 11),
      tally('consecutive', 'Months in a row', 11),
      say('gaps', 'Months missing', 20),
      say('open_month', 'Open month', 11),
      yes('open_month_held', 'Open month held'),
      say('first_published', 'Published since', 12),
      tally('events', 'Events', 12),
      say('published_checksum', 'SHA-256 published', 34),
    ],
    'Compared by id: an event that both sources hold is kept once. In archive and in daily lists are counted over the days read; different events are those of both together.',
  ),
  layout(
    'member-removals',
    'Member removals',
    [
      at('at', 'When'),
      say('person.email', 'Person', 32),
      word('from', 'Removed from', 18),
      say('app', 'App', 26),
      say('team', 'Team', 22),
      say('enterprise_account.name', 'Enterprise account', 22),
      say('by', 'By', 32),
      tally('seq', 'Event number', 12),
      say('event', 'Event', 38),
    ],
    'Removals in the audit period, from the audit trail. Heroku does not document where an event names the person; where none of the likely places does, the person is left empty.',
  ),
]
