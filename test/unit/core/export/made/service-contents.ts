import type { ContentOf } from '../../../../../shared/model/content.ts'

const app = { id: '01234567-89ab-4def-8123-456789abcde0', name: 'shop-api' }
const addon = { id: '51234567-89ab-4def-8123-456789abcde0', name: 'postgresql-curved-12345' }
const about = { addon, app, plan: 'heroku-postgresql:private-0', tier: 'private' }
const id = '71234567-89ab-4def-8123-456789abcde0'
const on = '2025-04-02T08:15:30Z'
const address = { name: null, address: { hmac: 'cd'.repeat(32) } }
const settings = [{ name: 'log_connections', value: 'true', default: 'true', reboot_required: false }]
const rule = { id, cidr: '203.0.113.0/24', description: 'office', status: 'Authorized' }
const maintenance = {
  ...{ status: 'pending', required_by: on, scheduled_for: on, window: 'Sundays', method: 'changeover' },
  ...{ reason: 'patches', started_at: on, completed_at: on, duration_seconds: 360 },
}

type Topics =
  | 'postgres-credentials'
  | 'postgres-logging-settings'
  | 'postgres-links-dataclips'
  | 'data-service-versions'
  | 'key-value-store'
  | 'kafka'
  | 'mtls'
  | 'privatelink'
  | 'byok'
  | 'heroku-connect'

/** One item or more of each topic about data services and of each kind within it. */
export const SERVICE_CONTENTS: { readonly [T in Topics]: readonly ContentOf[T][] } = {
  'postgres-credentials': [
    {
      ...{ of: 'credential', ...about, id, name: 'analytics', type: 'additional', state: 'active' },
      ...{ created_at: on, roles: [{ user: 'u1', state: 'active' }] },
    },
    { of: 'credentials-read', ...about, count: 1 },
  ],
  'postgres-logging-settings': [
    {
      ...{ ...about, log_connections: true, log_statement: 'ddl', log_min_duration_statement: 2000 },
      ...{ log_min_error_statement: 'error', settings },
    },
  ],
  'postgres-links-dataclips': [
    {
      ...{ of: 'lineage', ...about, address: { hmac: 'ef'.repeat(32) }, following: address },
      ...{ followers: [{ name: 'HEROKU_POSTGRESQL_RED', address: null }], forked_from: address, forks: [] },
      created_at: on,
    },
    {
      ...{ of: 'follower', ...about, id, name: 'postgresql-flat-2', follower_plan: 'private-0' },
      created_at: on,
    },
    {
      ...{ of: 'link', ...about, id, name: 'billing', remote_name: 'RED', remote: 'postgresql-flat-3' },
      ...{ remote_attachment: 'BILLING', created_at: on },
    },
    {
      ...{ of: 'connector', ...about, id, name: 'orders', tables: ['public.orders'] },
      ...{ excluded_columns: ['card'], kafka: { id, name: 'kafka-flat-1' }, kafka_app: 'stream' },
    },
    { of: 'followers-read', ...about, count: 1 },
    { of: 'links-read', ...about, count: 1 },
    { of: 'connectors-read', ...about, count: 1 },
  ],
  'data-service-versions': [
    {
      ...{ of: 'version', ...about, engine: 'postgres', version: '16.4', status: 'Available' },
      ...{ maintenance: 'not required', created_at: on },
    },
    { of: 'maintenance', ...about, ...maintenance },
    { of: 'past-maintenance', ...about, ...maintenance },
    { of: 'maintenances-read', app, count: 1 },
    { of: 'history-read', ...about, count: 1 },
    {
      ...{ of: 'window', ...about, window: 'Sundays', previous_window: 'Mondays', scheduled_for: on },
      previously_scheduled_for: on,
    },
    {
      ...{ of: 'feature', ...about, kind: 'quota', name: 'storage', status: 'none', enabled: false },
      ...{ current_gb: 41, warning_gb: 400, critical_gb: 500 },
    },
  ],
  'key-value-store': [
    {
      ...{ of: 'store', ...about, version: '7.2.8', status: 'available', requires_tls: true },
      ...{ prefer_native_tls: true, persistence: 'AOF', persistent: true, highly_available: false },
      ...{ high_availability_stated: 'Unavailable', created_at: on },
    },
    { of: 'settings', ...about, maxmemory_policy: 'noeviction', timeout: 300, settings },
  ],
  kafka: [
    {
      ...{ of: 'cluster', ...about, version: '3.7.1', shared_cluster: false, status: 'available' },
      ...{ healthy: true, degraded_brokers: 0, minimum_replication: 3, default_retention_ms: 86_400_000 },
      ...{ maximum_retention_ms: 1_209_600_000, data_size: 12, created_at: on },
    },
    {
      ...{ of: 'topic', ...about, name: 'orders', partitions: 8, replication_factor: 3 },
      ...{ retention_time_ms: -1, cleanup_policy: 'delete', compaction: false, retention_enabled: true },
    },
    { of: 'topics-read', ...about, count: 1 },
    { of: 'ip-rules-read', ...about, count: 1 },
    { of: 'consumer-groups', ...about, names: ['billing', 'tracking'] },
    { of: 'ip-rule', ...about, ...rule, created_at: on, updated_at: on },
  ],
  mtls: [
    { of: 'endpoint', ...about, enabled: true, status: 'Operational', enabled_by: 'ana@aurelia.example' },
    { of: 'ip-rule', ...about, ...rule, created_at: on, updated_at: on },
    {
      ...{ of: 'certificate', ...about, id, name: 'etl', status: 'ready', expires_at: on },
      ...{ created_at: on, updated_at: on },
    },
    { of: 'enhanced-certificates', ...about, status: 'disabled' },
  ],
  privatelink: [
    {
      ...{ ...about, enabled: true, status: 'Operational', service_name: 'com.amazonaws.vpce.eu-west-1.x' },
      allowed_accounts: [{ arn: 'arn:aws:iam::210987654321:root', status: 'Active' }],
      connections: [{ endpoint_id: 'vpce-1', owner_arn: null, status: 'Available' }],
    },
  ],
  byok: [{ ...about, customer_key: 'arn:aws:kms:eu-west-1:210987654321:key/1b2c' }],
  'heroku-connect': [
    {
      ...{ ...about, plan: 'herokuconnect:shield', tier: 'shield', service: 'herokuconnect' },
      ...{ state: 'provisioned', space: { ...app, name: 'vault', shield: true }, created_at: on },
    },
  ],
}
