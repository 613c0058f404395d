import { canary } from '../canary.ts'
import { regionsOf } from '../catalog/regions.ts'
import { domainsOf } from '../certificates.ts'
import { telemetryDrain } from '../drains.ts'
import { dynosOf, formationOf } from '../dynos.ts'
import type { Organisation } from '../organisation.ts'
import { ago, hexOf, idOf } from '../random.ts'
import { featureOff } from '../server/refusal.ts'
import { pages, type Route, read, whole } from '../server/route.ts'
import type { Space } from '../spaces.ts'
import { pickOf } from './account-extras.ts'
import { seesApp } from './apps.ts'
import { spaceOf } from './spaces.ts'

const appsIn = (org: Organisation, space: Space) => org.apps.filter((app) => app.space === space)

function vpnsOf(org: Organisation, space: Space) {
  if (!space.vpn) return []
  const tunnel = (n: number, status: string) => ({
    last_status_change: ago(org.ground, n),
    ip: `198.51.100.${10 + n}`,
    customer_ip: '203.0.113.9',
    pre_shared_key: canary(org.ground, 'vpn', space.name, n),
    status,
    status_message: status === 'UP' ? 'tunnel is up' : '=IKE("timeout")',
  })
  return [
    {
      id: idOf(org.ground, 'vpn', space.name),
      name: 'office-rotterdam',
      public_ip: '203.0.113.9',
      routable_cidrs: ['172.16.0.0/16'],
      space_cidr_block: space.cidr,
      tunnels: space.shield ? [tunnel(1, 'DOWN'), tunnel(2, 'DOWN')] : [tunnel(1, 'UP'), tunnel(2, 'DOWN')],
      ike_version: 1,
      status: 'active',
      status_message: '',
    },
  ]
}

/** The warehouse’s account, one that nobody remembers, and what Heroku makes for its own data services. */
const PEERS = [
  ['customer-managed', '210987654321', '172.31.0.0/16'],
  ['customer-managed', '660077008800', '172.29.0.0/16'],
  ['heroku-managed', '123456789012', '10.1.0.0/16'],
] as const

const peeringsOf = (org: Organisation, space: Space) =>
  (space.peering ? PEERS : []).map(([type, account, cidr]) => ({
    type,
    pcx_id: `pcx-${hexOf(org.ground, 17, 'pcx', space.name, account)}`,
    cidr_block: cidr,
    cidr_blocks: [cidr],
    status: 'active',
    aws_vpc_id: `vpc-${hexOf(org.ground, 17, 'peer', space.name, account)}`,
    aws_region: 'eu-central-1',
    aws_account_id: account,
    expires: ago(org.ground, -300),
  }))

const peeringInfo = (org: Organisation, space: Space) => ({
  aws_account_id: '123456789012',
  aws_region: regionsOf(org.ground).find((region) => region.name === space.region)?.provider.region ?? '',
  vpc_id: `vpc-${hexOf(org.ground, 17, 'vpc', space.name)}`,
  vpc_cidr: space.cidr,
  dyno_cidr_blocks: [space.cidr],
  unavailable_cidr_blocks: ['192.168.0.0/16', space.dataCidr],
  space_cidr_blocks: [space.cidr],
})

const topology = (org: Organisation, space: Space) => ({
  version: 1,
  apps: appsIn(org, space).map((app) => ({
    id: app.id,
    domains: domainsOf(org, app).map((domain) => domain.hostname),
    formation: formationOf(org, app).map((process) => ({
      id: process.id,
      process_type: process.type,
      dynos: dynosOf(org, app)
        .filter((dyno) => dyno.type === process.type)
        .map((dyno, i) => ({
          id: dyno.id,
          number: i + 1,
          private_ip: `10.0.${i + 1}.17`,
          hostname: `${i + 1}.${process.type}.${app.id}.app.localspace`,
        })),
    })),
  })),
})

/** The finer points of a space's network, and what runs in it. */
export const SPACE_EXTRAS: readonly Route[] = [
  read('/spaces/:space/vpn-connections', (ask) => pages(vpnsOf(ask.org, spaceOf(ask)), 'id', 'name')),
  read('/spaces/:space/vpn-connections/:vpn', (ask) =>
    whole(pickOf(vpnsOf(ask.org, spaceOf(ask)), ask.params[1], 'VPN connection', 'name')),
  ),
  read('/spaces/:space/peering-info', (ask) => whole(peeringInfo(ask.org, spaceOf(ask)))),
  read('/spaces/:space/peerings', (ask) => whole(peeringsOf(ask.org, spaceOf(ask)))),
  read('/spaces/:space/peerings/:peering', (ask) =>
    whole(pickOf(peeringsOf(ask.org, spaceOf(ask)), ask.params[1], 'peering', 'pcx_id')),
  ),
  read('/spaces/:space/topology', (ask) => whole(topology(ask.org, spaceOf(ask)))),
  read('/spaces/:space/hosts', (ask) => {
    const space = spaceOf(ask)
    if (!space.shield) throw featureOff('Dedicated hosts are not enabled for this space.')
    return whole([
      {
        host_id: `h-${hexOf(ask.org.ground, 17, 'host', space.name)}`,
        state: 'available',
        available_capacity_percentage: 67,
        allocated_at: space.createdAt,
        released_at: ago(ask.org.ground, -365),
      },
    ])
  }),
  read('/spaces/:space/dynos', (ask) => {
    const apps = appsIn(ask.org, spaceOf(ask))
    return whole(apps.map((app) => ({ app_id: app.id, app_name: app.name, dynos: dynosOf(ask.org, app) })))
  }),
  read('/telemetry-drains/:drain', (ask) => {
    const apps = ask.org.apps.filter((app) => app.traits.telemetry && seesApp(ask.caller, app))
    const spaces = ask.org.spaces.filter((s) => s.generation === 'fir' && ask.caller.teams.has(s.team))
    const drains = [
      ...apps.map((app) => telemetryDrain(ask.org, { ...app, type: 'app' })),
      ...spaces.map((space) => telemetryDrain(ask.org, { ...space, type: 'space' })),
    ]
    return whole(pickOf(drains, ask.params[0], 'telemetry drain'))
  }),
]
