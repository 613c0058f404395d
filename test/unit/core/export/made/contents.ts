import type { ContentOf } from '../../../../../shared/model/content.ts'
import { SERVICE_CONTENTS } from './service-contents.ts'

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
  ...SERVICE_CONTENTS,
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
    {
      ...{ of: 'team-matrix', team: team.name, kind: 'app', thing: app },
      users: [{ ...ana, permissions: ['deploy', 'view'] }],
    },
    { of: 'permission', name: 'deploy', description: 'Can deploy' },
  ],
  'oauth-authorizations': [
    {
      ...{ of: 'authorization', id, description: '=cmd|evil', client: null },
      scope: ['identity', 'read-protected'],
      ...{ expires_in: 2_592_000, has_refresh_token: false, has_session: false, is_collector: true },
      ...{ created_at: on, updated_at: on },
    },
    {
      ...{ of: 'team-authorization', id, team, description: 'deploys', scope: ['write'], client: other },
      ...{ user: ana, expires_in: null, created_at: on, updated_at: on },
    },
    {
      ...{ of: 'client', id, name: 'Deploy board', redirect_scheme: 'https', redirect_host: 'b.example' },
      ...{ ignores_delinquent: false, created_at: on, updated_at: on },
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
      ...{ of: 'addon', addon, app, addon_service: 'heroku-postgresql' },
      plan: { id, name: 'heroku-postgresql:shield-0' },
      ...{ compliance: ['HIPAA', 'PCI'], installable_inside_private_network: true },
      ...{ installable_outside_private_network: false, state: 'ga' },
    },
    {
      ...{ of: 'service', id, name: 'heroku-postgresql', state: 'ga', supported_generations: ['cedar'] },
      ...{ supports_sharing: true, supports_multiple_installations: true },
      plans: [
        {
          ...{ id, name: 'heroku-postgresql:shield-0', compliance: ['HIPAA', 'PCI'], state: 'ga' },
          ...{ installable_inside_private_network: true, installable_outside_private_network: false },
        },
      ],
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
    {
      ...{ of: 'slug', id, app, release_version: 4, commit: 'a1b2c3', checksum: 'SHA256:ab', size: 2048 },
      ...{ stack: 'heroku-24', created_at: on },
    },
    {
      ...{ of: 'oci-image', id, app: other, release_version: 2, commit: 'a1b2c3', digest: 'sha256:cd' },
      ...{ base_image_name: 'heroku/heroku:24-cnb', stack: 'cnb', architecture: 'arm64' },
      ...{ buildpacks: ['heroku/nodejs 3.1.0'], created_at: on },
    },
  ],
  'pipelines-promotions': [
    { of: 'pipeline', id, name: 'shop', owner: { id: team.id, type: 'team' }, created_at: on },
    { of: 'coupling', id, pipeline: { id, name: 'shop' }, app, stage: 'production', created_at: on },
    {
      ...{ of: 'latest-build', id, pipeline: { id, name: 'shop' }, app_id: id, status: 'succeeded' },
      ...{ version: null, slug: id, oci_image: null, source_version: 'a1b2c3', user: ana, created_at: on },
    },
    { of: 'repository', pipeline: { id, name: 'shop' }, name: 'aurelia/shop', type: 'github', ci: true },
    { of: 'github', app, repo: 'aurelia/shop', branch: 'main', auto_deploy: true, wait_for_ci: false },
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
  ],
  'space-isolation': [
    {
      ...{ of: 'space', ...space, team, region: 'frankfurt', shield: true, state: 'allocated' },
      ...{ generation: 'cedar', cidr: '10.0.0.0/16', data_cidr: '10.1.0.0/16', created_at: on },
    },
    {
      ...{ of: 'space-app', space, app: app.id, domains: ['shop.example'] },
      processes: [{ type: 'web', dynos: 2 }],
    },
    { of: 'host', id: 'h-05abcdd96ee9ca123', space, state: 'available', allocated_at: on, released_at: null },
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
  'space-logging': [
    {
      ...{ space, shield: true, generation: 'cedar' },
      drain: {
        ...{ id, scheme: 'https', host: 'logs.example', port: 443, credential_in_address: false },
        created_at: on,
      },
    },
  ],
  'space-peering': [
    {
      ...{ of: 'peering-info', space, aws_account_id: '123456789012', aws_region: 'eu-central-1' },
      ...{ vpc_id: 'vpc-1', vpc_cidr: '10.0.0.0/16', dyno_cidr_blocks: ['10.0.0.0/18'] },
      ...{ unavailable_cidr_blocks: ['192.168.0.0/16'], space_cidr_blocks: ['10.0.0.0/16'] },
    },
    {
      ...{ of: 'peering', id: 'pcx-1', space, type: 'customer-managed', status: 'active' },
      ...{ aws_account_id: '210987654321', aws_vpc_id: 'vpc-2', aws_region: 'eu-central-1' },
      ...{ cidr_blocks: ['172.31.0.0/16'], expires: null },
    },
  ],
  'space-vpn': [
    {
      ...{ id: '123456789012', name: 'office', space, public_ip: '203.0.113.9' },
      ...{ routable_cidrs: ['172.16.0.0/16'], space_cidr_block: '10.0.0.0/16', ike_version: 1 },
      ...{ status: 'active', status_message: null },
      tunnels: [
        {
          ...{ ip: '198.51.100.11', customer_ip: '203.0.113.9', status: 'UP' },
          ...{ status_message: null, last_status_change: on },
        },
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
    { of: 'generation', id, name: 'fir', unsupported_features: ['shield_spaces'] },
    { of: 'pipeline', pipeline: { id, name: 'shop' }, stack: 'heroku-24' },
    { of: 'available-stacks', app, stacks: ['heroku-24', 'heroku-26'] },
    { of: 'available-generations', team, generations: ['cedar', 'fir'] },
  ],
  'dyno-tier': [
    {
      of: 'dyno-size',
      id,
      name: 'Standard-1X',
      dedicated: false,
      private_space_only: false,
      generation: 'cedar',
      infrastructure_tier: 'production',
      product_dyno_tier: 'standard',
    },
    { of: 'formation', id, app, type: 'web', size: 'Standard-1X', quantity: 2 },
    { of: 'available-sizes', app, sizes: ['Basic', 'Standard-1X'] },
    {
      ...{ of: 'monitor', id, app, name: 'LATENCY_SCALE', action_type: 'scale', active: true },
      ...{ min_quantity: 1, max_quantity: 4, notification_channels: ['app'] },
    },
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
  'audit-trail-retention': [
    {
      ...{ of: 'holding', enterprise_account: enterprise, first: '2025-09', last: '2026-09' },
      ...{ gaps: ['2026-02'], consecutive: 7, open_month: '2026-10', open_month_held: true },
      ...{ first_published: '2025-09', events: 3 },
    },
    {
      ...{ of: 'month', enterprise_account: enterprise, month: '2026-09', closed: true },
      published_checksum: 'ab'.repeat(32),
      issues: [{ checksum: 'ab'.repeat(32), created_at: on, events: 3 }],
      ...{ reissued: false, changed: 0, days_read: 30, days: 30, in_archive: 3, in_daily: 2, distinct: 3 },
      ...{ days_different: ['2026-09-04'], days_without_events: [] },
    },
    {
      ...{ of: 'day', enterprise_account: enterprise, day: '2026-09-04', whole: true, in_archive: 3 },
      ...{ in_daily: 2, distinct: 3, missing_in_archive: 0, missing_in_daily: 1, changed: 0, repeated: 0 },
    },
  ],
  'member-removals': [
    {
      ...{ event: id, seq: 7, enterprise_account: enterprise, from: 'app', person: ana },
      ...{ by: 'root@aurelia.example', app: 'api', team: 'core', at: on },
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
      ...{ id, pipeline: { id, name: 'shop' }, number: 4, commit_sha: 'deadbee'.repeat(5) },
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
  'drift-between-periods': [
    {
      ...{ of: 'comparison', topics: 40, differences: 1, kept: 1, not_compared: 2 },
      with: { collection: 1, started_at: on, digest: 'd1'.repeat(32) },
    },
    {
      ...{ of: 'difference', topic: 'log-drains', subject_id: id, change: 'changed', more_fields: 0 },
      fields: [{ field: 'host', kind: 'changed', before: 'logs.example', after: 'evil.example' }],
    },
  ],
  'evidence-package-integrity': [
    {
      ...{ of: 'team-usage', team, month: '2026-10', space: 1, connect: 15_000 },
      apps: [{ name: app.name, dynos: 1.5, addons: 30, data: 20, partner: 10 }],
    },
    { of: 'team-addon', ...addon, team: team.name, app, plan: 'heroku-postgresql:standard-0' },
    { of: 'enterprise-team', ...team, enterprise_account: enterprise },
    {
      ...{ of: 'reconciliation', what: 'Apps of teams', matters: 'either', agrees: false, note: 'Ask.' },
      ...{ first: { source: 'GET /apps', count: 2 }, second: { source: 'GET /teams/{team}/apps', count: 3 } },
      ...{ only_first: { count: 0, names: [] }, only_second: { count: 1, names: ['shop-secret'] } },
    },
    {
      ...{ of: 'invoice', id, team, number: 9, period_start: '2026-09-01', period_end: '2026-09-30' },
      ...{ payment_status: 'Paid', total: 4200 },
    },
    {
      ...{ of: 'license', team, name: 'HerokuDynoUnits1', code: 'add', quantity: 5, consumed: 2 },
      ...{ start_date: '2026-01-01', end_date: '2026-12-31' },
    },
    {
      ...{ of: 'enterprise-usage', enterprise_account: enterprise, period: '2026-10' },
      teams: [{ ...team, dynos: 1, addons: 2, data: 2, partner: 0, space: 1, apps: [app.name] }],
    },
  ],
}
