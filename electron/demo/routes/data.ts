import type { Addon } from '../addons.ts'
import { schedulesAnswer, transferLogs, transfersAnswer } from '../data/backups.ts'
import { advancedCredentials, credentialsAnswer } from '../data/credentials.ts'
import { groupsAnswer, ipRules, kafkaAnswer, topicsAnswer } from '../data/kafka.ts'
import { keyValueAnswer } from '../data/key-value.ts'
import { appMaintenances, maintenanceAnswer, maintenanceHistory, windowAnswer } from '../data/maintenance.ts'
import {
  advancedAnswer,
  databaseAnswer,
  poolAnswer,
  quotaAnswer,
  settingsAnswer,
  tierOf,
} from '../data/postgres.ts'
import { postgresConfig, redisConfig } from '../data/settings.ts'
import type { Organisation } from '../organisation.ts'
import { featureOff, found } from '../server/refusal.ts'
import { type Ask, data, type Route, whole } from '../server/route.ts'
import { addonOf } from './addons.ts'
import { appOf } from './apps.ts'

const ofService = (ask: Ask, service: string): Addon => {
  const addon = addonOf(ask)
  return found(addon.service.name === service ? addon : null, 'add-on')
}

/** A database of any tier but Advanced, which has routes of its own. */
export const classic = (ask: Ask): Addon => {
  const addon = ofService(ask, 'heroku-postgresql')
  return found(tierOf(addon) === 'advanced' ? null : addon, 'database')
}

/** A database of the Advanced tier. */
export const advanced = (ask: Ask): Addon => {
  const addon = ofService(ask, 'heroku-postgresql')
  return found(tierOf(addon) === 'advanced' ? addon : null, 'database')
}

/** A Kafka cluster. */
export const kafka = (ask: Ask) => ofService(ask, 'heroku-kafka')
const keyValue = (ask: Ask) => ofService(ask, 'heroku-redis')

const DATA_SERVICES = ['heroku-postgresql', 'heroku-redis', 'heroku-kafka']
const anyData = (ask: Ask): Addon => {
  const addon = addonOf(ask)
  return found(DATA_SERVICES.includes(addon.service.name) ? addon : null, 'add-on')
}

const by = (pick: (ask: Ask) => Addon, answer: (org: Organisation, addon: Addon) => unknown) => (ask: Ask) =>
  whole(answer(ask.org, pick(ask)))

const transfer = (ask: Ask) => {
  const key = ask.params[1]
  const all = transfersAnswer(ask.org, appOf(ask))
  const hit = found(
    all.find((t) => t.uuid === key || t.num === key),
    'transfer',
  )
  return whole({ ...hit, logs: ask.query.get('verbose') ? transferLogs(ask.org, hit.uuid) : [] })
}

const POSTGRES: readonly Route[] = [
  data('/client/v11/databases/:database', by(classic, databaseAnswer)),
  data('/client/v11/databases/:database/transfer-schedules', by(classic, schedulesAnswer)),
  data('/client/v11/apps/:app/transfers', (ask) => whole(transfersAnswer(ask.org, appOf(ask)))),
  data('/client/v11/apps/:app/transfers/:transfer', transfer),
  data('/postgres/v0/databases/:database/config', by(classic, postgresConfig)),
  data('/postgres/v0/databases/:database/credentials', by(classic, credentialsAnswer)),
  data('/postgres/v0/databases/:database/credentials/:name', (ask) =>
    whole(
      found(
        credentialsAnswer(ask.org, classic(ask)).find((c) => c.name === ask.params[1]),
        'credential',
      ),
    ),
  ),
]

const ADVANCED: readonly Route[] = [
  data('/data/postgres/v1/:database/info', by(advanced, advancedAnswer)),
  data('/data/postgres/v1/:database/settings', by(advanced, settingsAnswer)),
  data('/data/postgres/v1/:database/quotas', (ask) => {
    advanced(ask)
    return whole({ items: [quotaAnswer('storage')] })
  }),
  data('/data/postgres/v1/:database/quotas/:type', (ask) => {
    advanced(ask)
    return whole(quotaAnswer(ask.params[1] ?? 'storage'))
  }),
  data('/data/postgres/v1/:database/pools/:pool', by(advanced, poolAnswer)),
  data('/data/postgres/v1/:database/credentials', (ask) =>
    whole({ items: advancedCredentials(ask.org, advanced(ask)) }),
  ),
  data('/data/postgres/v1/:database/credentials/:name', (ask) =>
    whole(
      found(
        advancedCredentials(ask.org, advanced(ask)).find((c) => c.name === ask.params[1]),
        'credential',
      ),
    ),
  ),
  data('/data/postgres/v1/:database/wait_status', (ask) => {
    advanced(ask)
    return whole({ waiting: false, message: null })
  }),
]

const OTHERS: readonly Route[] = [
  data('/redis/v0/databases/:database', by(keyValue, keyValueAnswer)),
  data('/redis/v0/databases/:database/config', by(keyValue, redisConfig)),
  data('/redis/v0/databases/:database/maintenance', (ask) => {
    keyValue(ask)
    return whole({ message: 'not required' })
  }),
  data('/redis/v0/databases/:database/wait', (ask) => {
    keyValue(ask)
    return whole({ message: 'available', 'waiting?': false })
  }),
  data('/data/kafka/v0/clusters/:cluster', by(kafka, kafkaAnswer)),
  data('/data/kafka/v0/clusters/:cluster/topics', by(kafka, topicsAnswer)),
  data('/data/kafka/v0/clusters/:cluster/consumer_groups', (ask) => whole(groupsAnswer(kafka(ask)))),
  data('/data/kafka/v0/clusters/:cluster/ip-rules', by(kafka, ipRules)),
]

const maintained = (ask: Ask) =>
  (ask.org.addonsOf.get(appOf(ask).id) ?? []).filter((addon) => DATA_SERVICES.includes(addon.service.name))

const MAINTENANCE: readonly Route[] = ['/data/maintenances/v1', '/data/v0/maintenances/addons'].flatMap(
  (root) => [
    data(`${root}/:addon`, by(anyData, maintenanceAnswer)),
    data(`${root}/:addon/history`, by(anyData, maintenanceHistory)),
    data(`${root}/:addon/window`, by(anyData, windowAnswer)),
  ],
)

const APP_MAINTENANCE: readonly Route[] = ['/data/maintenances/v1/apps', '/data/v0/maintenances/apps'].map(
  (root) => data(`${root}/:app`, (ask) => whole(appMaintenances(ask.org, maintained(ask)))),
)

/** Mutual TLS, for the databases that have it. */
export const mutual = (ask: Ask): Addon => {
  const addon = classic(ask)
  if (!addon.traits.database?.mutualTls) throw featureOff('Mutual TLS is not enabled for this database.')
  return addon
}

const TLS: readonly Route[] = [
  data('/postgres/v0/databases/:database/tls-endpoint', (ask) => {
    const addon = mutual(ask)
    return whole({
      app: addon.app.name,
      addon: addon.name,
      status: 'Operational',
      active_ip_rules: [],
      enabled_by: 'maren.lindqvist@northquay.example',
    })
  }),
  data('/postgres/v0/databases/:database/tls-endpoint/ip-rules', by(mutual, ipRules)),
]

/** The Data API. */
export const DATA: readonly Route[] = [
  ...POSTGRES,
  ...ADVANCED,
  ...OTHERS,
  ...MAINTENANCE,
  ...APP_MAINTENANCE,
  ...TLS,
]
