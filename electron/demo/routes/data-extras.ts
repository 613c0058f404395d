import type { Addon } from '../addons.ts'
import { canary, canaryUrl } from '../canary.ts'
import { ipRules } from '../data/kafka.ts'
import { maintenanceAnswer } from '../data/maintenance.ts'
import { advancedAnswer, databaseAnswer } from '../data/postgres.ts'
import { streamsFrom, streamsInto } from '../data/streams.ts'
import { ago, hexOf, idOf } from '../random.ts'
import { featureOff, found } from '../server/refusal.ts'
import { type Ask, data, type Route, whole } from '../server/route.ts'
import { addonOf } from './addons.ts'
import { advanced, classic, kafka, mutual } from './data.ts'

const followers = (ask: Ask) => {
  const leader = classic(ask)
  return (ask.org.addonsOf.get(leader.app.id) ?? [])
    .filter((addon) => addon.traits.database?.follows === leader.as)
    .map((addon) => ({
      ...databaseAnswer(ask.org, addon),
      following: leader.name,
      num_connections: null,
      num_connections_waiting: null,
      num_tables: null,
      current_transaction: null,
      num_bytes: null,
      postgres_version: null,
      leader: { addon_id: leader.id, name: leader.name },
    }))
}

const certificates = (ask: Ask) => {
  const addon = mutual(ask)
  return [
    {
      id: idOf(ask.org.ground, 'tls-certificate', addon.id),
      name: 'warehouse-etl',
      created_at: ago(ask.org.ground, 340),
      updated_at: ago(ask.org.ground, 340),
      expires_at: ago(ask.org.ground, addon.traits.database?.mutualTls === 'ended' ? 6 : -25),
      status: 'ready',
    },
  ]
}

/** One certificate of mutual TLS comes with its private key, unlike the list. */
const certificate = (ask: Ask) => {
  const [only] = certificates(ask)
  const hit = found(only?.id === ask.params[1] ? only : null, 'certificate')
  const key = canary(ask.org.ground, 'tls-key', hit.id)
  return { ...hit, private_key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n` }
}

const rule = (rules: readonly { readonly id: string }[], ask: Ask) =>
  found(
    rules.find((r) => r.id === ask.params[1]),
    'rule',
  )

/** Only data services in spaces can have a private link; few have. */
const privateLink = (ask: Ask) => {
  const addon = addonOf(ask)
  const account = addon.traits.privateLink
  if (account === undefined) throw featureOff('PrivateLink is not enabled for this add-on.')
  const arn = `arn:aws:iam::${account}:root`
  return {
    app: { name: addon.app.name },
    addon: { name: addon.name, uuid: addon.id },
    status: 'Operational',
    service_name: `com.amazonaws.vpce.us-east-1.vpce-svc-${hexOf(ask.org.ground, 17, 'link', addon.id)}`,
    allowed_accounts: [{ arn, status: 'Active' }],
    connections: [
      {
        endpoint_id: `vpce-${hexOf(ask.org.ground, 17, 'vpce', addon.id)}`,
        hostname: 'vpce.data.demo',
        owner_arn: arn,
        status: 'Available',
      },
    ],
  }
}

/** Data links of a database; the address of the other one comes with it. */
const linksAnswer = ({ org }: Ask, addon: Addon) => {
  const target = addon.traits.database?.linksTo
  const remote = org.addons.find((one) => one.app.name === target && one.as === 'DATABASE')
  if (!remote) return []
  return [
    {
      id: idOf(org.ground, 'link', addon.id),
      created_at: ago(org.ground, 200),
      name: 'rates_link',
      remote_name: remote.as,
      remote: { name: remote.name, attachment_name: remote.as },
      remote_url: canaryUrl(org.ground, 'postgres', `${remote.name}.data.demo:5432/db`, remote.id),
    },
  ]
}

const queries = (count: 'text' | 'number') => ({
  query_id: count === 'text' ? '7780012' : 7_780_012,
  text: 'SELECT * FROM shipments WHERE eta < $1',
  observations: [
    {
      time: '2026-11-20T00:00:00Z',
      time_spent: 812,
      average_time: 4,
      read_time: 80,
      write_time: 0,
      calls: 203,
    },
  ],
})

type Answering = (ask: Ask, addon: Addon) => unknown
const of = (pick: (ask: Ask) => Addon, answer: Answering) => (ask: Ask) => whole(answer(ask, pick(ask)))
const root = '/client/v11/databases/:database'

const CLASSIC: readonly Route[] = [
  data(`${root}/followers`, (ask) => whole(followers(ask))),
  data(`${root}/links`, of(classic, linksAnswer)),
  data(
    `${root}/maintenance`,
    of(classic, (ask, addon) => ({ message: maintenanceAnswer(ask.org, addon).status })),
  ),
  data(
    `${root}/connection-pooling`,
    of(classic, () => ({ status: 'available', message: 'Available' })),
  ),
  data(
    `${root}/expensive-queries`,
    of(classic, () => ({ queries: [queries('text')] })),
  ),
  data(
    `${root}/user_connections`,
    of(classic, () => ({ connections: { u12345: 4 } })),
  ),
  data(
    `${root}/wait_status`,
    of(classic, () => ({ message: 'available', 'waiting?': false })),
  ),
  data(
    `${root}/metrics`,
    of(classic, () => []),
  ),
  data(
    `${root}/burst_status`,
    of(classic, (ask, addon) => ({
      addon_name: addon.name,
      addon_id: addon.id,
      at: ago(ask.org.ground, 0),
      burst_status: { volumebalance: { latest_value: 98.5, slope: 0 } },
    })),
  ),
  data(
    `${root}/bastion`,
    of(classic, (ask, addon) => ({
      host: 'bastion.data.demo',
      private_key: `-----BEGIN RSA PRIVATE KEY-----\n${canary(ask.org.ground, 'bastion', addon.id)}\n-----END RSA PRIVATE KEY-----\n`,
    })),
  ),
  data(
    '/client/v11/enhanced_certificates/:database/status',
    of(classic, () => ({ status: 'disabled' })),
  ),
  data(
    '/client/v11/labs/:database/list',
    of(classic, () => ({
      message: [{ name: 'wal-checkpoints', status: { enabled: false }, description: 'Logs checkpoints.' }],
    })),
  ),
]

const CDC: readonly Route[] = [
  data('/data/cdc/v0/addons/:addon', (ask) => whole(streamsFrom(ask.org, addonOf(ask)))),
  data('/data/cdc/v0/kafka_tenants/:addon', (ask) => whole(streamsInto(ask.org, addonOf(ask)))),
  data('/data/cdc/v0/connectors/:connector', () => whole(found(null, 'connector'))),
]

const ADVANCED: readonly Route[] = [
  data(
    '/data/postgres/v1/:database/expensive-queries',
    of(advanced, () => ({ items: [queries('number')] })),
  ),
  data(
    '/data/postgres/v1/:database/diagnose',
    of(advanced, (ask) => ({
      created_at: ago(ask.org.ground, 0),
      items: [{ name: 'bloat', summary: 'No bloat', status: 'green', results: [{ count: 0 }] }],
    })),
  ),
  data('/data/postgres/v1/:database/migrations', (ask) => {
    advancedAnswer(ask.org, advanced(ask))
    throw featureOff('There is no migration for this database.')
  }),
  data('/data/postgres/v1/levels/:tier', () =>
    whole({
      items: [
        { name: '4G-Performance', vcpu: 2, memory_in_gb: 4, connection_limit: 200 },
        { name: '16G-Performance', vcpu: 8, memory_in_gb: 16, connection_limit: 500 },
      ],
    }),
  ),
]

const tls = '/postgres/v0/databases/:database/tls-endpoint'

/** What the Data API holds besides, including what nobody should ask for. */
export const DATA_EXTRAS: readonly Route[] = [
  ...CLASSIC,
  ...ADVANCED,
  ...CDC,
  data(`${tls}/certificates`, (ask) => whole(certificates(ask))),
  data(`${tls}/certificates/:certificate`, (ask) => whole(certificate(ask))),
  data(`${tls}/ip-rules/:rule`, (ask) => whole(rule(ipRules(ask.org, mutual(ask)), ask))),
  data('/data/kafka/v0/clusters/:cluster/ip-rules/:rule', (ask) =>
    whole(rule(ipRules(ask.org, kafka(ask)), ask)),
  ),
  data('/private-link/v0/databases/:addon', (ask) => whole(privateLink(ask))),
]
