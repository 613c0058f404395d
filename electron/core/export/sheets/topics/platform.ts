import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, num, say, type TopicLayout, tally, word, yes } from './field.ts'

type Fields = Readonly<Record<string, Json>>

/** One feature a line, those that are on first, such as `on: preboot`. */
function features(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((one) => `${(one as Fields).enabled ? 'on' : 'off'}: ${(one as Fields).name}`)
  return lines.length === 0 ? 'none' : lines.sort((a, b) => (a > b ? -1 : 1)).join('\n')
}

/** One kind of dyno a line, such as `2 web Standard-1X up`. */
function dynos(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((one) => {
    const { count, type, size, state } = one as Fields
    return `${count} ${type} ${size} ${state}`
  })
  return lines.length === 0 ? 'none' : lines.join('\n')
}

/** Names of what was used, in one cell; a team's apps may be thousands, so the cell tells the first of them. */
function names(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const list = value.map((one) => (typeof one === 'string' ? one : String((one as Fields).name)))
  const shown = list.slice(0, 100).join(', ')
  return list.length > 100 ? `${shown} and ${list.length - 100} more` : shown || 'none'
}

/** What the platform tells beside its main lists. */
export const PLATFORM: readonly TopicLayout[] = [
  layout('app-transfers', 'App transfers', [
    say('app.name', 'App', 28),
    say('owner.email', 'From', 34),
    say('recipient.email', 'To', 34),
    say('state', 'State', 12),
    at('created_at', 'Begun'),
    at('updated_at', 'Changed'),
  ]),
  layout(
    'api-sessions',
    'Sessions',
    [
      say('description', 'Session', 44),
      tally('expires_in', 'Expires in (seconds)', 14),
      at('created_at', 'Begun'),
      at('updated_at', 'Last used'),
    ],
    'Only those of the connected account: Heroku shows nobody the sessions of others.',
  ),
  layout('tls-version-ciphers', 'Features and TLS settings', [
    word('of', 'Record', 18),
    say('owner.name', 'Account, team or app', 30),
    say('features', 'Features', 44, { show: features }),
  ]),
  layout(
    'keystroke-logging',
    'Running dynos',
    [
      word('of', 'Record', 14),
      say('app.name', 'App', 28),
      say('dynos', 'Dynos', 34, { show: dynos }),
      num('one_off', 'One-off dynos'),
      say('name', 'Dyno', 16),
      say('type', 'Type', 12),
      say('program', 'Program', 18),
      yes('attached', 'Somebody attached', 12),
      say('size', 'Size', 16),
      say('state', 'State', 10),
      num('release_version', 'Release'),
      at('created_at', 'Started'),
    ],
    'At the moment of collection. Of a command only the program is kept: what follows may hold secrets.',
  ),
  layout(
    'app-webhooks',
    'Webhooks',
    [
      word('of', 'Record', 12),
      say('app.name', 'App', 28),
      say('scheme', 'Protocol', 10),
      say('host', 'Host', 36),
      num('port', 'Port', 8),
      yes('credential_in_address', 'Credential in address', 12),
      say('include', 'Told about', 34),
      say('level', 'Level', 10),
      say('status', 'Delivery', 12),
      num('attempts', 'Attempts'),
      num('last_code', 'Answer'),
      say('resource', 'Thing', 14),
      say('action', 'What happened', 14),
      say('actor.email', 'By', 32),
      say('webhook', 'Id of webhook', 38),
      say('event', 'Id of event', 38),
      say('resource_id', 'Id of thing', 38),
      at('created_at', 'Created'),
    ],
    'Addresses are kept without user, password, path and query.',
  ),
  layout('ci-test-runs', 'CI test runs', [
    say('pipeline.name', 'Pipeline', 28),
    num('number', 'Run'),
    say('status', 'Result', 12),
    say('commit_sha', 'Commit', 42),
    say('commit_branch', 'Branch', 24),
    say('actor_email', 'By', 34),
    at('created_at', 'Begun'),
    at('updated_at', 'Ended'),
  ]),
  layout('internal-routing', 'Internal routing', [
    say('app.name', 'App', 30),
    say('space.name', 'Space', 26),
    say('generation', 'Generation', 12),
    yes('internal_routing', 'Internal only', 12),
  ]),
  layout(
    'telemetry-drains',
    'Telemetry drains',
    [
      word('owner.type', 'Of a', 10),
      say('owner.name', 'App or space', 30),
      say('signals', 'Signals', 24),
      say('exporter_type', 'Exporter', 12),
      say('scheme', 'Protocol', 10),
      say('host', 'Host', 36),
      num('port', 'Port', 8),
      yes('credential_in_address', 'Credential in address', 12),
      say('header_names', 'Header names', 24),
      at('created_at', 'Created'),
    ],
    'Addresses are kept without user, password, path and query; of headers the names.',
  ),
  layout('platform-incidents', 'Suspension ahead', [
    word('of', 'Record', 12),
    word('owner.type', 'Of', 10),
    say('owner.name', 'Account or team', 30),
    at('scheduled_suspension_time', 'Suspension'),
    at('scheduled_deletion_time', 'Deletion'),
  ]),
  layout(
    'evidence-package-integrity',
    'Second sources',
    [
      word('of', 'Record', 16),
      say('what', 'Held against each other', 30),
      say('first.source', 'First source', 30),
      tally('first.count', 'In the first'),
      say('second.source', 'Second source', 30),
      tally('second.count', 'In the second'),
      tally('only_first.count', 'Only in the first'),
      say('only_first.names', 'Which of the first', 30),
      tally('only_second.count', 'Only in the second'),
      say('only_second.names', 'Which of the second', 30),
      word('matters', 'Surplus that counts', 12),
      say('note', 'What it may mean', 40),
      yes('agrees', 'Agrees'),
      say('team.name', 'Team', 24),
      say('team', 'Of team', 24),
      say('enterprise_account.name', 'Enterprise account', 20),
      say('name', 'Name', 30),
      say('app.name', 'App', 28),
      say('plan', 'Plan', 30),
      say('month', 'Month', 10),
      say('period', 'Period', 12),
      say('apps', 'Apps that were billed', 60, { show: names }),
      say('teams', 'Teams that were billed', 40, { show: names }),
      num('number', 'Invoice'),
      say('payment_status', 'Payment', 12),
      tally('total', 'Total (cents)', 14),
      num('quantity', 'Bought'),
      num('consumed', 'Used'),
      num('space', 'Space credits'),
      num('connect', 'Connect rows'),
      say('code', 'Licence', 12),
      say('period_start', 'From', 12),
      say('period_end', 'Until', 12),
      say('start_date', 'Licence from', 12),
      say('end_date', 'Licence until', 12),
    ],
    'What Heroku counts and lists elsewhere, to hold the evidence against. Amounts are Heroku’s credits.',
  ),
]
