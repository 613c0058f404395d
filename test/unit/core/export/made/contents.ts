import type { ContentOf } from '../../../../../shared/model/content.ts'

const app = { id: '01234567-89ab-4def-8123-456789abcde0', name: 'shop-api' }
const other = { id: '11234567-89ab-4def-8123-456789abcde0', name: 'shop-web' }
const team = { id: '21234567-89ab-4def-8123-456789abcde0', name: 'aurelia-shop' }
const space = { id: '31234567-89ab-4def-8123-456789abcde0', name: 'aurelia-vault' }
const enterprise = { id: '41234567-89ab-4def-8123-456789abcde0', name: 'aurelia' }
const addon = { id: '51234567-89ab-4def-8123-456789abcde0', name: 'postgresql-curved-12345' }
const ana = { id: '61234567-89ab-4def-8123-456789abcde0', email: 'ana@aurelia.example' }
const database = { addon, app, plan: 'heroku-postgresql:standard-0', tier: 'standard', version: '16.4' }
const id = '71234567-89ab-4def-8123-456789abcde0'
const on = '2025-04-02T08:15:30Z'

/** One item or more of each topic and of each kind within it. */
export const CONTENTS: { readonly [T in keyof ContentOf]: readonly ContentOf[T][] } = {
  'app-inventory': [app, other].map((one) => ({
    ...one,
    ...{ team, owner: ana, region: 'eu', space: { ...space, shield: true }, generation: 'cedar' },
    ...{
      stack: 'heroku-24',
      build_stack: 'heroku-24',
      acm: true,
      internal_routing: null,
      maintenance: false,
    },
    ...{ created_at: on, released_at: on, archived_at: null },
  })),
  'app-lock': [{ ...app, team: team.name, locked: false }],
  'team-members-roles': [
    {
      ...{ id, team: team.name, email: ana.email, user_id: ana.id, role: 'admin', federated: true },
      ...{ created_at: on, updated_at: on },
    },
  ],
  'member-mfa': [
    {
      ...{ of: 'team-member', in: team.name, email: ana.email, user_id: ana.id, federated: false },
      ...{ two_factor_authentication: true, identity_provider: null },
    },
    {
      ...{ of: 'account', email: ana.email, user_id: id, federated: true, two_factor_authentication: false },
      ...{
        mfa_enabled: true,
        mfa_exemption: true,
        mfa_exemption_reason: 'federated',
        mfa_experience: 'vaas',
      },
    },
  ],
  'sso-identity-provider': [
    { of: 'team', ...team, enterprise_account: 'aurelia', identity_provider: { id, name: 'okta' } },
    { of: 'enterprise-account', ...enterprise, enterprise_account: null, identity_provider: null },
    {
      ...{ of: 'identity-provider', id, name: 'okta', owner: { ...enterprise, type: 'enterprise-account' } },
      ...{ enabled: true, entity_id: 'https://okta.example/e', sso_target_url: 'https://okta.example/sso' },
      certificates: [
        {
          ...{ id, name: 'signing', expires_at: '2027-01-01T00:00:00Z', sha256_fingerprint: 'ab'.repeat(32) },
          ...{ key_type: 'rsa', key_bits: 2048, signature_algorithm: 'sha256WithRSAEncryption' },
        },
      ],
    },
  ],
  'enterprise-account-permissions': [
    { id, enterprise_account: 'aurelia', user: ana, permissions: ['view', 'manage'] },
  ],
  'team-invitations': [
    {
      id,
      team: team.name,
      email: 'new@aurelia.example',
      role: 'member',
      invited_by: ana.email,
      created_at: on,
    },
  ],
  'app-collaborators-permissions': [
    {
      ...{ of: 'collaborator', id, app, user: { ...ana, federated: true }, role: 'admin' },
      ...{ permissions: ['deploy', 'operate'], created_at: on },
    },
    { of: 'team-preferences', team: team.name, default_permission: 'viewer' },
    { of: 'space-member', space, user: ana, permissions: ['create_apps'] },
  ],
  'oauth-authorizations': [
    {
      ...{ of: 'authorization', id, description: '=cmd|evil', client: null },
      scope: ['identity', 'read-protected'],
      ...{ expires_in: 2_592_000, has_refresh_token: false, has_session: false, is_collector: true },
      ...{ created_at: on, updated_at: on },
    },
  ],
  'ssh-keys': [
    {
      id,
      comment: 'ana@laptop',
      fingerprint: 'SHA256:abc',
      algorithm: 'ssh-ed25519',
      bits: 256,
      created_at: on,
    },
  ],
  'config-vars-inventory': [
    {
      ...{ app, key: 'STRIPE_SECRET', secret_like: true, masked: false, masking_supported: true },
      ...{ value_updated_at: on, attachment: null, debug_flag_on: null },
    },
  ],
  'config-var-rotation': [
    ...[app, other].map((one) => ({
      ...{ app: one, key: 'STRIPE_SECRET', value_updated_at: on, attachment: null },
      fingerprint: { hmac: 'c0ffee'.repeat(10) },
    })),
    {
      ...{ app, key: 'PIN_TOKEN', value_updated_at: on, attachment: id },
      fingerprint: { withheld: 'low-entropy' },
    },
  ],
  'addon-inventory': [
    {
      ...{ of: 'addon', ...addon, addon_service: { id, name: 'heroku-postgresql' } },
      ...{ plan: { id, name: 'heroku-postgresql:standard-0' }, app, state: 'provisioned' },
      ...{ plan_state: 'ga', service_state: 'ga', created_at: on },
    },
    {
      of: 'attachment',
      id,
      name: 'DATABASE',
      namespace: null,
      addon: { ...addon, app },
      app,
      created_at: on,
    },
  ],
  'addon-allowlist': [
    { of: 'team-preferences', team: team.name, addons_controls: true, enterprise_team: true },
    {
      ...{ of: 'allowed-service', id, team: team.name, addon_service: { id, name: 'papertrail' } },
      ...{ added_at: on, added_by: ana.email },
    },
  ],
  'plan-compliance-flags': [
    {
      ...{ addon, app, addon_service: 'heroku-postgresql', plan: { id, name: 'heroku-postgresql:shield-0' } },
      ...{ compliance: ['HIPAA', 'PCI'], installable_inside_private_network: true },
      ...{ installable_outside_private_network: false, state: 'ga' },
    },
  ],
  releases: [1, 2].map((version) => ({
    ...{
      id: `${id}${version}`,
      app,
      version,
      description: `Deploy ${version}`,
      status: 'succeeded',
      user: ana,
    },
    ...{ current: version === 2, slug: id, oci_image: null, addon_plan_names: [], created_at: on },
  })),
  'builds-slugs': [
    {
      ...{
        of: 'build',
        id,
        app,
        status: 'succeeded',
        stack: 'heroku-24',
        user: ana,
        buildpacks: ['heroku/nodejs'],
      },
      ...{ source_checksum: null, source_version: 'a1b2c3', slug: id, release: id, created_at: on },
    },
    { of: 'buildpack', app, ordinal: 0, name: 'heroku/nodejs', url: 'urn:buildpack:heroku/nodejs' },
  ],
  'pipelines-promotions': [
    { of: 'pipeline', id, name: 'shop', owner: { id: team.id, type: 'team' }, created_at: on },
    { of: 'coupling', id, pipeline: { id, name: 'shop' }, app, stage: 'production', created_at: on },
  ],
  'review-apps': [
    {
      ...{ of: 'config', pipeline: { id, name: 'shop' }, enabled: true, automatic_review_apps: true },
      ...{
        destroy_stale_apps: true,
        stale_days: 5,
        wait_for_ci: true,
        deploy_target: { id, type: 'region' },
      },
    },
    {
      ...{ of: 'review-app', id, pipeline: { id, name: 'shop' }, app: 'shop-pr-1', branch: 'fix' },
      ...{ status: 'created', created_at: on },
    },
  ],
  'log-drains': [
    {
      ...{ of: 'app-drain', id, owner: app, scheme: 'syslog+tls', host: 'logs.example', port: 6514 },
      ...{ credential_in_address: false, addon: null, created_at: on },
    },
    {
      ...{
        of: 'telemetry-drain',
        id,
        owner: { ...app, type: 'app' },
        signals: ['traces'],
        exporter_type: 'otlp',
      },
      ...{ scheme: 'https', host: 'otel.example', header_names: ['authorization'], created_at: on },
    },
  ],
  'space-isolation': [
    {
      ...{ ...space, team, region: 'frankfurt', shield: true, state: 'allocated', generation: 'cedar' },
      ...{ cidr: '10.0.0.0/16', data_cidr: '10.1.0.0/16', created_at: on },
    },
  ],
  'space-trusted-ips': [
    {
      ...{ id, space, current: true, created_at: on, created_by: ana.email },
      rules: [
        { action: 'allow', source: '203.0.113.0/24' },
        { action: 'allow', source: '198.51.100.7/32' },
      ],
    },
  ],
  'space-outbound-ips': [{ space, state: 'enabled', sources: ['198.51.100.1', '198.51.100.2'] }],
  'domains-acm-certificates': [
    {
      ...{ of: 'domain', id, app, hostname: 'shop.example', kind: 'custom', acm_status: 'cert issued' },
      ...{ acm_status_reason: null, sni_endpoint: { id, name: 'akita-1' }, status: 'succeeded' },
      ...{ created_at: on, updated_at: on },
    },
    {
      ...{ of: 'certificate', id, app, name: 'akita-1', cert_domains: ['shop.example'], issuer: 'R11' },
      ...{ subject: 'CN=shop.example', starts_at: on, expires_at: on, ca_signed: true, self_signed: false },
      ...{ acm: true, domains: ['shop.example'] },
    },
  ],
  'stack-eol': [
    { of: 'stack', id, name: 'heroku-24', state: 'public', default: true },
    { of: 'app', app, stack: 'heroku-22', build_stack: 'heroku-22', generation: 'cedar' },
  ],
  'dyno-tier': [
    {
      of: 'dyno-size',
      id,
      name: 'Standard-1X',
      dedicated: false,
      private_space_only: false,
      generation: 'cedar',
    },
    { of: 'formation', id, app, type: 'web', size: 'Standard-1X', quantity: 2 },
  ],
  'region-residency': [
    {
      ...{ of: 'region', id, name: 'eu', country: 'Ireland', locale: 'Dublin', private_capable: false },
      provider_region: 'eu-west-1',
    },
    { of: 'placement', kind: 'addon', thing: addon, region: 'eu', of_app: app },
  ],
  'postgres-encryption-at-rest': [{ ...database, encrypted: true, stated: 'In Use', customer_key: null }],
  'postgres-high-availability': [{ ...database, highly_available: false, stated: null, followers: 0 }],
  'postgres-rollback': [
    {
      ...{ ...database, continuous_protection: true, rollback: true, earliest_time: on, latest_time: null },
      ...{ stated: 'earliest from 2025-04-02', created_at: on },
    },
  ],
  'postgres-backups': [
    {
      ...{ of: 'schedule', id, addon, app, name: 'DATABASE_URL', hour: 2, timezone: 'UTC', days: ['Monday'] },
      ...{ retain_weeks: 4, retain_months: 6 },
    },
    { of: 'schedules-read', addon, app, plan: 'heroku-postgresql:standard-0', count: 1 },
    {
      ...{ of: 'transfer', id, app, label: 'a001', kind: 'scheduled-backup', from_name: 'DATABASE' },
      ...{ to_name: 'BACKUP', succeeded: true, warnings: 0, source_bytes: 123_456, processed_bytes: 65_432 },
      ...{ created_at: on, finished_at: on, deleted_at: null },
    },
  ],
  'audit-trail-events': [
    {
      ...{
        enterprise_account: enterprise,
        year: 2026,
        month: '09',
        created_at: on,
        checksum: 'ab'.repeat(32),
      },
      ...{ size: 1234, downloaded_sha256: 'ab'.repeat(32), downloaded_size: 1234, intact: true, events: 3 },
      ...{ first_at: on, last_at: on, envelope: 'array' },
    },
  ],
  'app-transfers': [
    {
      ...{ id, app, owner: ana, recipient: { id: null, email: 'new@aurelia.example' } },
      ...{ state: 'pending', created_at: on, updated_at: on },
    },
  ],
  'api-sessions': [
    { id, description: 'Session @ 192.0.2.44', expires_in: 86_400, created_at: on, updated_at: on },
  ],
  'tls-version-ciphers': [
    { of: 'app-features', owner: app, features: [{ name: 'preboot', enabled: true, state: 'general' }] },
  ],
  'keystroke-logging': [
    { of: 'dynos', app, dynos: [{ type: 'web', size: 'Basic', state: 'up', count: 2 }], one_off: 1 },
    {
      ...{ of: 'one-off-dyno', id, app, name: 'run.1', type: 'run', program: 'bash', attached: true },
      ...{ size: 'Basic', state: 'up', release_version: 3, created_at: on },
    },
  ],
  'app-webhooks': [
    {
      ...{ of: 'webhook', id, app, scheme: 'https', host: 'hooks.aurelia.example', port: null },
      ...{ credential_in_address: true, include: ['api:release'], level: 'notify', created_at: on },
    },
    {
      ...{ of: 'delivery', id, app, webhook: id, event: id, include: 'api:release', status: 'succeeded' },
      ...{ attempts: 1, last_code: 204, created_at: on },
    },
    {
      ...{ of: 'event', id, app, resource: 'release', action: 'create', actor: ana, resource_id: id },
      created_at: on,
    },
  ],
  'ci-test-runs': [
    {
      ...{ id, pipeline: { id, name: 'shop' }, number: 4, commit_sha: 'c0ffee'.repeat(6) },
      ...{ commit_branch: 'main', status: 'failed', actor_email: ana.email, created_at: on, updated_at: on },
    },
  ],
  'internal-routing': [{ app, space, generation: 'cedar', internal_routing: true }],
  'telemetry-drains': [
    {
      ...{
        id,
        owner: { ...app, type: 'app' },
        signals: ['logs'],
        exporter_type: 'otlphttp',
        scheme: 'https',
      },
      ...{ host: 'otel.aurelia.example', port: 4318, credential_in_address: false },
      ...{ header_names: ['x-key'], created_at: on },
    },
  ],
  'platform-incidents': [
    {
      ...{ of: 'delinquency', owner: { ...team, type: 'team' } },
      ...{ scheduled_suspension_time: on, scheduled_deletion_time: null },
    },
  ],
  'evidence-package-integrity': [
    {
      ...{ of: 'team-usage', team, month: '2026-10', space: 1, connect: 15_000 },
      apps: [{ name: app.name, dynos: 1.5, addons: 30, data: 20, partner: 10 }],
    },
    { of: 'team-addon', ...addon, team: team.name, app, plan: 'heroku-postgresql:standard-0' },
  ],
}
