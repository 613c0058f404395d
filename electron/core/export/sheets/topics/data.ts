import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, num, say, type TopicLayout, tally, word, yes } from './field.ts'

const DATABASE = [
  say('addon.name', 'Database', 30),
  say('app.name', 'App', 26),
  say('plan', 'Plan', 30),
  say('tier', 'Tier', 12),
  say('version', 'Version', 10),
] as const

/** One plan a line, such as `heroku-postgresql:shield-0: HIPAA, PCI`. */
function plans(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((plan) => {
    const { name, compliance } = plan as Readonly<Record<string, Json>>
    return Array.isArray(compliance) && compliance.length > 0
      ? `${name}: ${compliance.join(', ')}`
      : String(name)
  })
  return lines.length === 0 ? 'none' : lines.join('\n')
}

/** Add-ons, databases and the archives of the audit trail. */
export const DATA: readonly TopicLayout[] = [
  layout('addon-inventory', 'Add-ons and attachments', [
    word('of', 'Record', 12),
    say('name', 'Name', 32),
    say('addon_service.name', 'Service', 24),
    say('plan.name', 'Plan', 32),
    say('app.name', 'App', 28),
    say('state', 'State', 14),
    say('plan_state', 'Plan is', 10),
    say('service_state', 'Service is', 10),
    say('addon.name', 'Attaches add-on', 30),
    say('addon.app.name', 'Of app', 26),
    say('namespace', 'Namespace', 18),
    at('created_at', 'Created'),
  ]),
  layout('addon-allowlist', 'Add-on controls', [
    word('of', 'Record', 18),
    say('team', 'Team'),
    yes('addons_controls', 'Controls on'),
    yes('enterprise_team', 'Enterprise team'),
    say('addon_service.name', 'Allowed service', 28),
    say('added_by', 'Allowed by', 34),
    at('added_at', 'Allowed'),
  ]),
  layout('plan-compliance-flags', 'Plan compliance flags', [
    word('of', 'Record', 12),
    say('addon.name', 'Add-on', 32),
    say('app.name', 'App', 28),
    say('addon_service', 'Service', 24),
    say('plan.name', 'Plan', 32),
    say('compliance', 'Compliance', 18),
    yes('installable_inside_private_network', 'Inside spaces', 12),
    yes('installable_outside_private_network', 'Outside spaces', 12),
    say('state', 'State', 12),
    say('name', 'Catalog of service', 24),
    say('id', 'Id of service', 38),
    say('supported_generations', 'Generations', 16),
    yes('supports_sharing', 'Can be shared', 12),
    yes('supports_multiple_installations', 'Several for an app', 12),
    say('plans', 'Plans', 60, { show: plans }),
  ]),
  layout('postgres-encryption-at-rest', 'Postgres encryption at rest', [
    ...DATABASE,
    yes('encrypted', 'Encrypted'),
    say('stated', 'Heroku’s words', 28),
    say('customer_key', 'Customer key', 28),
  ]),
  layout('postgres-high-availability', 'Postgres high availability', [
    ...DATABASE,
    yes('highly_available', 'Highly available', 12),
    say('stated', 'Heroku’s words', 28),
    num('followers', 'Followers'),
  ]),
  layout('postgres-rollback', 'Postgres rollback', [
    ...DATABASE,
    yes('continuous_protection', 'Continuous protection', 13),
    yes('rollback', 'Rollback'),
    at('earliest_time', 'Earliest'),
    at('latest_time', 'Latest'),
    say('stated', 'Heroku’s words', 32),
    at('created_at', 'Created'),
  ]),
  layout('postgres-backups', 'Postgres backups', [
    word('of', 'Record', 15),
    say('app.name', 'App', 26),
    say('addon.name', 'Database', 30),
    say('label', 'Label', 9),
    word('kind', 'Kind', 17),
    say('from_name', 'From', 20),
    say('to_name', 'To', 20),
    yes('succeeded', 'Succeeded'),
    num('warnings', 'Warnings'),
    tally('source_bytes', 'Source bytes', 15),
    tally('processed_bytes', 'Processed bytes', 15),
    at('created_at', 'Begun'),
    at('finished_at', 'Finished'),
    at('deleted_at', 'Deleted'),
    say('plan', 'Plan', 28),
    num('count', 'Schedules'),
    say('name', 'Schedule of', 20),
    num('hour', 'At hour', 8),
    say('timezone', 'Time zone', 16),
    say('days', 'Days', 28),
    num('retain_weeks', 'Weeks kept'),
    num('retain_months', 'Months kept'),
  ]),
  layout(
    'audit-trail-events',
    'Audit trail archives',
    [
      say('enterprise_account.name', 'Enterprise account', 24),
      num('year', 'Year', 8),
      say('month', 'Month', 8),
      yes('intact', 'Intact'),
      tally('events', 'Events', 12),
      at('first_at', 'First event'),
      at('last_at', 'Last event'),
      tally('size', 'Bytes published', 14),
      tally('downloaded_size', 'Bytes downloaded', 14),
      say('checksum', 'SHA-256 published', 34),
      say('downloaded_sha256', 'SHA-256 downloaded', 34),
      say('envelope', 'Envelope', 10),
      at('created_at', 'Published'),
    ],
    'Intact: checksum and size of the download are those that Heroku published.',
  ),
]
