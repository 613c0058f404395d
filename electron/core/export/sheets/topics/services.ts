import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, num, say, type TopicLayout, tally, word, yes } from './field.ts'

type Fields = Readonly<Record<string, Json>>

const SERVICE = [
  say('addon.name', 'Data service', 30),
  say('app.name', 'App', 26),
  say('plan', 'Plan', 30),
  say('tier', 'Tier', 12),
] as const

/** Makes one line of each entry of a list. */
function lines(line: (one: Fields) => string): (value: Json) => string | null {
  return (value) => {
    if (!Array.isArray(value)) return null
    return value.length === 0 ? 'none' : value.map((one) => line(one as Fields)).join('\n')
  }
}

const roles = lines(({ user, state }) => `${user} ${state}`)
const settings = lines(({ name, value }) => `${name} = ${value ?? 'none'}`)
const accounts = lines(({ arn, status }) => (status === null ? String(arn) : `${arn} ${status}`))
const connections = lines(
  ({ endpoint_id, owner_arn, status }) => `${endpoint_id} of ${owner_arn ?? 'nobody named'} ${status ?? ''}`,
)

/** A database that another one names; where Heroku named it by its address, no more than that leaves the locker. */
function databaseName(value: Json): string {
  const { name } = value as Fields
  return typeof name === 'string' ? name : 'known by its address'
}

const databases = (value: Json) =>
  Array.isArray(value) ? value.map(databaseName).join(', ') || 'none' : null

/** Credentials, settings, ties, versions and networks of data services. */
export const SERVICES: readonly TopicLayout[] = [
  layout(
    'postgres-credentials',
    'Postgres credentials',
    [
      word('of', 'Record', 14),
      ...SERVICE,
      say('name', 'Credential', 20),
      say('type', 'Type', 12),
      say('state', 'State', 12),
      say('roles', 'Users', 30, { show: roles }),
      at('created_at', 'Created'),
      num('count', 'Credentials'),
    ],
    'Names and states only. Passwords are never kept.',
  ),
  layout('postgres-logging-settings', 'Postgres settings', [
    ...SERVICE,
    yes('log_connections', 'Logs connections'),
    say('log_statement', 'Logs statements', 12),
    num('log_min_duration_statement', 'Logs statements from (ms)', 14),
    say('log_min_error_statement', 'Logs failed statements from', 14),
    say('settings', 'Settings', 44, { show: settings }),
  ]),
  layout(
    'postgres-links-dataclips',
    'Ties between databases',
    [
      word('of', 'Record', 14),
      ...SERVICE,
      say('following', 'Follows', 26, { show: databaseName }),
      say('followers', 'Followers', 26, { show: databases }),
      say('forked_from', 'Forked from', 26, { show: databaseName }),
      say('forks', 'Forks', 26, { show: databases }),
      say('name', 'Name', 26),
      say('follower_plan', 'Plan of the follower', 22),
      say('remote_name', 'Remote name', 24),
      say('remote', 'Remote database', 26),
      say('remote_attachment', 'Remote attachment', 22),
      say('tables', 'Tables', 30),
      say('excluded_columns', 'Left out columns', 26),
      say('kafka.name', 'Into Kafka', 26),
      say('kafka_app', 'Of app', 24),
      num('count', 'Listed'),
      say('address', 'Fingerprint', 18, { show: () => 'kept in the locker' }),
      at('created_at', 'Created'),
    ],
    'Addresses of databases hold passwords and are never kept; equal ones are told by a keyed fingerprint that stays in the locker.',
  ),
  layout('data-service-versions', 'Versions and maintenance', [
    word('of', 'Record', 16),
    ...SERVICE,
    word('engine', 'Engine', 12),
    say('version', 'Version', 10),
    say('status', 'Status', 14),
    say('maintenance', 'Maintenance, in Heroku’s words', 28),
    at('required_by', 'Required by'),
    at('scheduled_for', 'Scheduled for'),
    say('window', 'Window', 28),
    say('method', 'Method', 14),
    say('reason', 'Reason', 34),
    at('started_at', 'Begun'),
    at('completed_at', 'Completed'),
    num('duration_seconds', 'Seconds'),
    say('previous_window', 'Window before', 28),
    at('previously_scheduled_for', 'Scheduled before for'),
    word('kind', 'Feature', 20),
    say('name', 'Name', 22),
    yes('enabled', 'Enabled'),
    num('current_gb', 'Used (GB)'),
    num('warning_gb', 'Warning at (GB)'),
    num('critical_gb', 'Critical at (GB)'),
    num('count', 'Listed'),
    at('created_at', 'Created'),
  ]),
  layout('key-value-store', 'Key-value stores', [
    word('of', 'Record', 12),
    ...SERVICE,
    say('version', 'Version', 10),
    say('status', 'Status', 14),
    yes('requires_tls', 'Requires TLS'),
    yes('prefer_native_tls', 'Prefers native TLS'),
    say('persistence', 'Persistence', 14),
    yes('persistent', 'Survives restarts'),
    yes('highly_available', 'Highly available', 12),
    say('high_availability_stated', 'Heroku’s words', 24),
    say('maxmemory_policy', 'When memory is full', 18),
    num('timeout', 'Idle seconds'),
    say('settings', 'Settings', 40, { show: settings }),
    at('created_at', 'Created'),
  ]),
  layout('kafka', 'Kafka', [
    word('of', 'Record', 16),
    ...SERVICE,
    say('version', 'Version', 10),
    yes('shared_cluster', 'Shared cluster'),
    say('status', 'Status', 14),
    yes('healthy', 'Healthy'),
    num('degraded_brokers', 'Degraded brokers'),
    num('minimum_replication', 'Least replication'),
    tally('default_retention_ms', 'Retention by default (ms)', 16),
    tally('maximum_retention_ms', 'Longest retention (ms)', 16),
    tally('data_size', 'Bytes', 14),
    say('name', 'Topic', 26),
    num('partitions', 'Partitions'),
    num('replication_factor', 'Replication'),
    tally('retention_time_ms', 'Retention (ms)', 16),
    say('cleanup_policy', 'Clean-up', 14),
    yes('compaction', 'Compacted'),
    yes('retention_enabled', 'Retention on'),
    say('names', 'Consumer groups', 34),
    say('cidr', 'Addresses', 22),
    say('description', 'Description', 28),
    num('count', 'Listed'),
    at('created_at', 'Created'),
    at('updated_at', 'Changed'),
  ]),
  layout('mtls', 'Mutual TLS', [
    word('of', 'Record', 20),
    ...SERVICE,
    yes('enabled', 'Enabled'),
    say('status', 'Status', 16),
    say('enabled_by', 'Enabled by', 32),
    say('cidr', 'Addresses', 22),
    say('description', 'Description', 28),
    say('name', 'Certificate', 24),
    at('expires_at', 'Valid until'),
    at('created_at', 'Created'),
    at('updated_at', 'Changed'),
  ]),
  layout('privatelink', 'PrivateLink', [
    ...SERVICE,
    yes('enabled', 'Enabled'),
    say('status', 'Status', 16),
    say('service_name', 'Endpoint service', 44),
    say('allowed_accounts', 'Allowed accounts', 40, { show: accounts }),
    say('connections', 'Connections', 44, { show: connections }),
  ]),
  layout('byok', 'Customer keys', [...SERVICE, say('customer_key', 'Key of the customer', 52)]),
  layout(
    'heroku-connect',
    'Heroku Connect',
    [
      ...SERVICE,
      say('service', 'Service', 18),
      say('state', 'State', 14),
      say('space.name', 'Space', 22),
      yes('space.shield', 'Shield'),
      at('created_at', 'Created'),
    ],
    'Mappings and states of connections are told by no API: people import or attest them.',
  ),
]
