import type { Addon } from '../addons.ts'
import { canary, canaryUrl } from '../canary.ts'
import type { Organisation } from '../organisation.ts'
import { ago, diceOf, hexOf, idOf, instant } from '../random.ts'

/** Tier of a Postgres plan: `heroku-postgresql:premium-0` is `premium`. */
export const tierOf = (addon: Addon): string => addon.plan.name.split(':')[1]?.split('-')[0] ?? ''

/** Tiers on shared servers. */
export const SHARED = new Set(['essential', 'hobby'])
const STANDBY = new Set(['premium', 'private', 'shield'])
const KEYED = new Set(['patient-courier'])

type Row = {
  readonly name: string
  readonly values: readonly (string | number)[]
  readonly resolve_db_name?: true
}
const row = (name: string, ...values: readonly (string | number)[]): Row => ({ name, values })

/** Days of point-in-time rollback by tier, as Heroku's plan table has them. */
export const rollbackDays = (tier: string): number => (SHARED.has(tier) ? 0 : tier === 'standard' ? 4 : 7)

/** `GET /client/v11/databases/{id}`: everything but the Advanced tier. */
export function databaseAnswer(org: Organisation, addon: Addon) {
  const { ground } = org
  const roll = diceOf(ground, 'pg', addon.id)
  const shared = SHARED.has(tierOf(addon))
  const bytes = roll.int(8, 90_000) * 1_048_576
  return {
    addon_id: addon.id,
    name: addon.name,
    heroku_resource_id: `resource${hexOf(ground, 8, 'resource', addon.id)}@heroku.com`,
    created_at: addon.createdAt,
    formation: { id: idOf(ground, 'formation', addon.id), primary: idOf(ground, 'primary', addon.id) },
    metaas_source: addon.name,
    metaas_server_source: `server-${addon.name}`,
    plan: addon.plan.name.split(':')[1] ?? '',
    port: 5432,
    database_name: `d${addon.id.slice(0, 8)}`,
    database_user: `u${hexOf(ground, 13, 'dbuser', addon.id)}`,
    target_transaction: null,
    available_for_ingress: true,
    resource_url: addressOf(org, addon),
    database_password: canary(ground, 'db-password', addon.id),
    'waiting?': false,
    credentials: shared ? 1 : 2,
    leader: null,
    info: shared ? sharedRows(addon, bytes, roll.int(1, 60)) : dedicatedRows(org, addon, bytes),
    num_bytes: bytes,
  }
}

/** The address of a database, password included; the same that its config vars hold. */
const addressOf = (org: Organisation, addon: Addon) =>
  canaryUrl(org.ground, 'postgres', `${addon.name}.data.demo:5432/d${addon.id.slice(0, 8)}`, addon.id)

const size = (bytes: number) =>
  bytes < 1_073_741_824 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${(bytes / 1_073_741_824).toFixed(2)} GB`

const day = (text: string) => `${text.slice(0, 16).replace('T', ' ')} UTC`

/** Rows of the multi-tenant plans: no encryption, no standby, no rollback to report. */
function sharedRows(addon: Addon, bytes: number, tables: number): readonly Row[] {
  return [
    row('Plan', addon.plan.human_name),
    row('Status', 'Available'),
    row('Connections', '4/20'),
    row('PG Version', '16.9'),
    row('Created', day(addon.createdAt)),
    row('Data Size', `${size(bytes % 900_000_000)} / 1.00 GB`),
    row('Tables', `${tables}/4000 (In compliance)`),
    row('Fork/Follow', 'Unsupported'),
    row('Rollback', 'Unsupported'),
    row('Continuous Protection', 'Off'),
    row('Add-on', addon.name),
    row('Billing App', addon.app.name),
  ]
}

function dedicatedRows(org: Organisation, addon: Addon, bytes: number): readonly Row[] {
  const wish = addon.traits.database ?? {}
  const tier = tierOf(addon)
  const siblings = org.addonsOf.get(addon.app.id) ?? []
  const leader = siblings.find((other) => wish.follows && other.as === wish.follows)
  const followers = siblings.filter((other) => other.traits.database?.follows === addon.as)
  const isOrigin = (one: Addon, of: Addon) =>
    of.traits.database?.forkOf?.app === one.app.name && of.traits.database.forkOf.as === one.as
  const origin = org.addons.find((other) => isOrigin(other, addon))
  const forks = org.addons.filter((other) => isOrigin(addon, other))
  const standby = wish.standby ?? (STANDBY.has(tier) ? 'available' : 'none')
  return [
    row('Plan', addon.plan.human_name),
    row('Status', 'Available'),
    ...(standby === 'none'
      ? []
      : [row('HA Status', standby === 'available' ? 'Available' : 'Temporarily Unavailable')]),
    row('Data Size', size(bytes)),
    row('Tables', 84),
    row('PG Version', tier === 'standard' ? '14.18' : '16.9'),
    row('Connections', '17/500'),
    row('Connection Pooling', 'Available'),
    row('Credentials', 2),
    ...(followers.length > 0
      ? [{ ...row('Followers', ...followers.map((f) => addressOf(org, f))), resolve_db_name: true as const }]
      : []),
    ...(leader ? [{ ...row('Following', addressOf(org, leader)), resolve_db_name: true as const }] : []),
    ...(origin ? [{ ...row('Forked From', addressOf(org, origin)), resolve_db_name: true as const }] : []),
    ...(forks.length > 0
      ? [{ ...row('Forks', ...forks.map((f) => addressOf(org, f))), resolve_db_name: true as const }]
      : []),
    row('Fork/Follow', 'Available'),
    row('Rollback', wish.rollback === false ? 'Unsupported' : `earliest from ${earliest(org, addon)}`),
    row('Created', day(addon.createdAt)),
    row('Region', wish.region ?? addon.app.region),
    row('Data Encryption', wish.encrypted === false ? 'Not In Use' : 'In Use'),
    row('Continuous Protection', wish.rollback === false ? 'Off' : 'On'),
    row('Mutual TLS', wish.mutualTls ? 'On' : 'Off'),
    row('Enhanced Certificates', 'Off'),
    ...(KEYED.has(addon.app.name) ? [row('Customer Encryption Key', customerKeyOf(org, addon))] : []),
    row('Maintenance', 'not required'),
    row('Maintenance window', 'Sundays 02:30 to 06:30 UTC'),
    row('Infrastructure', 'Heroku Postgres'),
  ]
}

/** Key of the customer's own that a data service is encrypted with. */
export const customerKeyOf = (org: Organisation, addon: Addon): string =>
  `arn:aws:kms:eu-west-1:210987654321:key/${idOf(org.ground, 'kms', addon.id)}`

/** The plan's window, or the age of the database where that is shorter. */
function earliest(org: Organisation, addon: Addon): string {
  const window = org.ground.now - rollbackDays(tierOf(addon)) * 86_400_000
  return day(instant(Math.max(window, Date.parse(addon.createdAt))))
}

/** `GET /data/postgres/v1/{id}/info`: the Advanced tier. */
export function advancedAnswer(org: Organisation, addon: Addon) {
  const wish = addon.traits.database ?? {}
  const rollback = wish.rollback ?? true
  return {
    app: { id: addon.app.id, name: addon.app.name },
    addon: { id: addon.id, name: addon.name },
    version: '17.5',
    region: wish.region ?? addon.app.region,
    tier: 'advanced',
    status: 'available',
    wait_status: { waiting: false, message: null },
    created_at: addon.createdAt,
    forked_from: null,
    features: {
      continuous_protection: { enabled: rollback },
      credentials: { enabled: true, current_count: 1 },
      data_encryption: { enabled: wish.encrypted ?? true },
      fork: { enabled: true },
      highly_available: { enabled: wish.standby !== 'none' },
      rollback: {
        enabled: rollback,
        earliest_time: rollback ? ago(org.ground, Math.min(7, addon.app.ageDays / 2)) : null,
        latest_time: rollback ? ago(org.ground, 0) : null,
      },
    },
    quotas: [quotaAnswer('storage')],
    plan_limits: [
      { name: 'storage-limit', current: 41, limit: 128_000 },
      { name: 'table-limit', current: null, limit: 4000 },
    ],
    pools: [poolAnswer(org, addon)],
    metrics_sources: { cluster: addon.name, database: null, leader: null },
  }
}

/** A storage quota of an Advanced database. */
export const quotaAnswer = (type: string) => ({
  type,
  current_gb: 41,
  warning_gb: 400,
  critical_gb: 500,
  enforcement_active: false,
  enforcement_action: 'none',
})

/** The leader pool of an Advanced database. */
export const poolAnswer = (org: Organisation, addon: Addon) => ({
  id: idOf(org.ground, 'pool', addon.id),
  name: 'leader',
  expected_level: '4G-Performance',
  expected_count: addon.traits.database?.standby === 'none' ? 1 : 2,
  expected_connection_limit: 200,
  connections_used: 17,
  status: 'available',
  endpoints: [{ host: `${addon.name}.cluster.data.demo`, port: 5432, status: 'available' }],
  compute_instances: [],
})

/** `GET /data/postgres/v1/{id}/settings`. */
export const settingsAnswer = () => ({
  items: [
    setting('log_connections', true, true),
    setting('log_min_duration_statement', 2000, 2000),
    setting('auto_explain.log_analyze', false, false),
  ],
})

const setting = (name: string, current: boolean | number, fallback: boolean | number) => ({
  name,
  current,
  default: fallback,
  reboot_required: false,
  description: null,
  override: null,
})
