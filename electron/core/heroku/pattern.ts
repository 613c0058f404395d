/** Segments that are followed by the id or name of one of them. */
const COLLECTIONS = new Set([
  'apps',
  'addons',
  'addon-services',
  'addon-attachments',
  'builds',
  'clusters',
  'databases',
  'domains',
  'dynos',
  'enterprise-accounts',
  'formation',
  'identity-providers',
  'log-drains',
  'oci-images',
  'peerings',
  'pipelines',
  'plans',
  'regions',
  'releases',
  'review-apps',
  'slugs',
  'sni-endpoints',
  'spaces',
  'stacks',
  'teams',
  'telemetry-drains',
  'transfers',
  'users',
  'vpn-connections',
  'webhooks',
])

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^\d+$/i

/**
 * The kind of a read: its path without query and with every id replaced by `{id}`, such as
 * `/apps/{id}/releases`. What statistics, variants and dropped fields are kept by.
 */
export function patternOf(path: string): string {
  const segments = (path.split('?')[0] ?? '').split('/')
  return segments
    .map((segment, at) => {
      const before = segments[at - 1] ?? ''
      if (before === 'teams' && segment === 'apps') return segment
      return ID.test(segment) || (segment !== '' && segment !== '~' && COLLECTIONS.has(before))
        ? '{id}'
        : segment
    })
    .join('/')
}
