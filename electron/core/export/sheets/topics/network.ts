import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, num, say, type TopicLayout, word, yes } from './field.ts'

type Fields = Readonly<Record<string, Json>>

/** One rule a line, such as `allow 203.0.113.0/24`. */
function rules(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((rule) => {
    const { action, source } = rule as Fields
    return `${action} ${source}`
  })
  return lines.length === 0 ? 'none' : lines.join('\n')
}

/** One process a line, such as `web: 2`. */
function processes(value: Json): string | null {
  if (!Array.isArray(value)) return null
  return value.map((one) => `${(one as Fields).type}: ${(one as Fields).dynos}`).join('\n')
}

/** One tunnel a line, such as `198.51.100.11 UP since 2026-01-02T03:04:05Z`. */
function tunnels(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((one) => {
    const { ip, status, last_status_change } = one as Fields
    return `${ip ?? '?'} ${status}${last_status_change ? ` since ${last_status_change}` : ''}`
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
      at('created_at', 'Created'),
    ],
    'Addresses are kept without user, password, path and query.',
  ),
  layout('space-isolation', 'Private and Shield Spaces', [
    word('of', 'Record', 12),
    say('name', 'Space', 26),
    say('team.name', 'Team'),
    say('region', 'Region', 14),
    yes('shield', 'Shield'),
    say('generation', 'Generation', 12),
    say('state', 'State', 12),
    say('cidr', 'Address range', 20),
    say('data_cidr', 'Address range of data services', 20),
    at('created_at', 'Created'),
    say('space.name', 'Stands in space', 26),
    say('app', 'App id', 38),
    say('domains', 'Domains', 34),
    say('processes', 'Processes', 24, { show: processes }),
    say('id', 'Id', 38),
    at('allocated_at', 'Host allocated'),
    at('released_at', 'Host released'),
  ]),
  layout(
    'space-logging',
    'Space logging',
    [
      say('space.name', 'Space', 26),
      yes('shield', 'Shield'),
      say('generation', 'Generation', 12),
      say('drain.scheme', 'Protocol', 10),
      say('drain.host', 'Host', 36),
      num('drain.port', 'Port', 8),
      yes('drain.credential_in_address', 'Credential in address', 12),
      at('drain.created_at', 'Drain created'),
    ],
    'A space without a protocol and host has no log drain. Addresses are kept without user, password, path and query.',
  ),
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
  layout('space-peering', 'Peerings of spaces', [
    word('of', 'Record', 14),
    say('space.name', 'Space', 26),
    say('id', 'Peering', 26),
    word('type', 'Kind', 18),
    word('status', 'Status', 18),
    say('aws_account_id', 'AWS account', 16),
    say('aws_region', 'AWS region', 16),
    say('aws_vpc_id', 'VPC of the other side', 26),
    say('cidr_blocks', 'Networks of the other side', 24),
    at('expires', 'Expires'),
    say('vpc_id', 'VPC of the space', 26),
    say('vpc_cidr', 'Network of the space', 20),
    say('dyno_cidr_blocks', 'Networks of dynos', 24),
    say('space_cidr_blocks', 'Networks to route', 24),
    say('unavailable_cidr_blocks', 'Networks not to use', 24),
  ]),
  layout(
    'space-vpn',
    'VPN connections',
    [
      say('space.name', 'Space', 26),
      say('name', 'Connection', 24),
      word('status', 'Status', 14),
      say('public_ip', 'Gateway of the customer', 20),
      say('routable_cidrs', 'Networks behind it', 24),
      say('space_cidr_block', 'Network of the space', 20),
      num('ike_version', 'IKE version', 8),
      say('tunnels', 'Tunnels', 44, { show: tunnels }),
      say('status_message', 'Heroku’s words', 30),
    ],
    'State of the tunnels at the moment of collection. Pre-shared keys are dropped when an answer is parsed.',
  ),
]
