import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, num, say, type TopicLayout, word, yes } from './field.ts'

/** One rule a line, such as `allow 203.0.113.0/24`. */
function rules(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((rule) => {
    const { action, source } = rule as Record<string, Json>
    return `${action} ${source}`
  })
  return lines.length === 0 ? 'none' : lines.join('\n')
}

/** Where logs go, and what separates spaces from the world. */
export const NETWORK: readonly TopicLayout[] = [
  layout(
    'log-drains',
    'Log destinations',
    [
      word('of', 'Record', 16),
      say('owner.name', 'Of app or space', 30),
      say('scheme', 'Protocol', 10),
      say('host', 'Host', 36),
      num('port', 'Port', 8),
      yes('credential_in_address', 'Credential in address', 12),
      say('addon.name', 'Of add-on', 28),
      say('signals', 'Signals', 22),
      say('exporter_type', 'Exporter', 12),
      say('header_names', 'Header names', 24),
      at('created_at', 'Created'),
    ],
    'Addresses are kept without user, password, path and query.',
  ),
  layout('space-isolation', 'Private and Shield Spaces', [
    say('name', 'Space', 26),
    say('team.name', 'Team'),
    say('region', 'Region', 14),
    yes('shield', 'Shield'),
    say('generation', 'Generation', 12),
    say('state', 'State', 12),
    say('cidr', 'Address range', 20),
    say('data_cidr', 'Address range of data services', 20),
    at('created_at', 'Created'),
  ]),
  layout('space-trusted-ips', 'Trusted IP ranges', [
    say('space.name', 'Space', 26),
    yes('current', 'In force'),
    say('rules', 'Rules', 34, { show: rules }),
    say('created_by', 'By', 34),
    at('created_at', 'Created'),
  ]),
  layout('space-outbound-ips', 'Outbound addresses', [
    say('space.name', 'Space', 26),
    say('state', 'State', 12),
    say('sources', 'Addresses', 44),
  ]),
]
