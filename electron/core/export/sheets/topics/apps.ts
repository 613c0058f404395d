import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, num, say, type TopicLayout, word, yes } from './field.ts'

/** Whether a keyed fingerprint is kept. The fingerprint itself never leaves the locker. */
function fingerprint(value: Json): string {
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && 'withheld' in value)
    return `none: ${String((value as { withheld: Json }).withheld).replaceAll('-', ' ')}`
  return 'kept in the locker'
}

/** What runs, with what settings, and what it is reached by. */
export const APPS: readonly TopicLayout[] = [
  layout('app-inventory', 'App inventory', [
    say('name', 'App', 28),
    say('team.name', 'Team', 20),
    say('owner.email', 'Owner', 32),
    say('space.name', 'Space', 20),
    yes('space.shield', 'Shield'),
    say('generation', 'Generation', 11),
    say('region', 'Region', 10),
    say('stack', 'Stack', 14),
    say('build_stack', 'Build stack', 14),
    yes('acm', 'Managed certificates', 12),
    yes('internal_routing', 'Internal routing'),
    yes('maintenance', 'Maintenance', 13),
    at('created_at', 'Created'),
    at('released_at', 'Last release'),
    at('archived_at', 'Archived'),
  ]),
  layout('app-lock', 'App lock', [say('name', 'App', 32), say('team', 'Team'), yes('locked', 'Locked')]),
  layout(
    'config-vars-inventory',
    'Config vars',
    [
      say('app.name', 'App', 28),
      say('key', 'Variable', 40),
      yes('secret_like', 'Looks like a secret', 12),
      yes('masked', 'Masked'),
      yes('masking_supported', 'Can be masked'),
      at('value_updated_at', 'Value changed'),
      yes('debug_flag_on', 'Debug flag on'),
    ],
    'Names and ages only. Values are never kept.',
  ),
  layout(
    'config-var-rotation',
    'Rotation of secrets',
    [
      say('app.name', 'App', 28),
      say('key', 'Variable', 40),
      at('value_updated_at', 'Value changed'),
      say('fingerprint', 'Fingerprint', 24, { show: fingerprint }),
    ],
    'Variables whose name looks like a credential’s. Values are never kept; equal values are told by a keyed fingerprint that stays in the locker.',
  ),
  layout('domains-acm-certificates', 'Domains and certificates', [
    word('of', 'Record', 12),
    say('app.name', 'App', 26),
    say('hostname', 'Domain', 34),
    say('kind', 'Kind', 10),
    say('acm_status', 'Managed certificate', 16),
    say('acm_status_reason', 'Reason', 26),
    say('status', 'Status', 12),
    say('sni_endpoint.name', 'Served by endpoint', 22),
    say('name', 'Endpoint', 22),
    say('cert_domains', 'Certified names', 34),
    say('domains', 'Serves domains', 34),
    say('issuer', 'Issuer', 34),
    say('subject', 'Subject', 30),
    at('starts_at', 'Valid from'),
    at('expires_at', 'Valid until'),
    yes('acm', 'Managed by Heroku', 12),
    yes('ca_signed', 'Signed by a CA'),
    yes('self_signed', 'Self-signed'),
    at('created_at', 'Created'),
    at('updated_at', 'Changed'),
  ]),
  layout('stack-eol', 'Stacks', [
    word('of', 'Record', 10),
    say('app.name', 'App', 30),
    say('name', 'Stack offered', 16),
    say('state', 'State', 14),
    yes('default', 'Default'),
    say('stack', 'Stack of the app', 16),
    say('build_stack', 'Build stack', 16),
    say('generation', 'Generation', 12),
    say('unsupported_features', 'A generation lacks', 40),
  ]),
  layout('dyno-tier', 'Dynos', [
    word('of', 'Record', 12),
    say('app.name', 'App', 30),
    say('type', 'Process type', 16),
    say('size', 'Size', 20),
    num('quantity', 'Quantity'),
    say('name', 'Size offered', 22),
    yes('dedicated', 'Dedicated'),
    yes('private_space_only', 'Only in spaces', 12),
    say('generation', 'Generation', 12),
    say('infrastructure_tier', 'Infrastructure tier', 16),
    say('product_dyno_tier', 'Product tier', 16),
  ]),
  layout('region-residency', 'Regions', [
    word('of', 'Record', 12),
    word('kind', 'Of a', 10),
    say('thing.name', 'Name', 34),
    say('of_app.name', 'Of app', 28),
    say('region', 'Region', 16),
    say('name', 'Region offered', 16),
    say('country', 'Country', 20),
    say('locale', 'Place', 20),
    yes('private_capable', 'Has spaces'),
    say('provider_region', 'Provider’s region', 18),
  ]),
]
