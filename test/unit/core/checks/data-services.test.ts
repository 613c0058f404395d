import {
  kafkaRetentionBounded,
  keyValueStoresProtected,
  tierFitsData,
} from '../../../../electron/core/checks/data-tiers.ts'
import { maintenanceNotOverdue, versionsSupported } from '../../../../electron/core/checks/data-versions.ts'
import type {
  DataService,
  KafkaContent,
  KeyValueContent,
  PlanContent,
  ServiceVersionContent,
} from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, attached, ref, SHOP } from '../../../fakes/planted.ts'
import { narrowedTo, tagged } from '../../../fakes/told.ts'

function service(name: string, plan: string, of = 'shop'): DataService {
  const tier = plan.split(':')[1]?.split('-')[0] ?? plan
  return { addon: ref('addon', name), app: ref('app', of), plan, tier }
}

const nothing = (things: RegExp) => ({
  given: { items: SHOP },
  answers: [['whole collection', 'not-applicable', things]] as const,
})
const cards = [tagged('shop', { dataClasses: ['cardholder'] })]

function planned(name: string, plan: string): readonly Planted[] {
  const content = {
    ...{ of: 'addon', addon: ref('addon', name), app: ref('app', 'shop'), plan: ref('plan', plan) },
    ...{ addon_service: plan.split(':')[0] ?? '', compliance: null, state: 'ga' },
    ...{ installable_inside_private_network: true, installable_outside_private_network: true },
  } as unknown as PlanContent
  return [addon(name, 'shop', plan), item('plan-compliance-flags', name, content)]
}

judges(tierFitsData, {
  'cardholder data on every tier': {
    given: {
      items: [
        ...SHOP,
        ...planned('shield', 'heroku-postgresql:shield-0'),
        ...planned('private', 'heroku-redis:private-7'),
        ...planned('standard', 'heroku-kafka:standard-0'),
        ...planned('advanced', 'heroku-postgresql:advanced'),
        ...planned('logs', 'papertrail:fixa'),
      ],
      records: cards,
    },
    answers: [
      ['shield', 'pass', /Shield plan/],
      [
        'private',
        'fail',
        /cardholder data, which belongs on a Shield plan, and is on heroku-redis:private-7/,
      ],
      ['standard', 'fail'],
      ['advanced', 'not-evaluated', /what heroku-postgresql:advanced allows is not known/],
    ],
  },
  'identifiers fit Private and Shield': {
    given: {
      items: [
        ...SHOP,
        ...planned('private', 'heroku-postgresql:private-0'),
        ...planned('premium', 'heroku-postgresql:premium-0'),
      ],
      records: [tagged('shop', { dataClasses: ['government-or-bank-identifier'] })],
    },
    answers: [
      ['private', 'pass', /fits government or bank identifiers/],
      ['premium', 'fail', /Private or Shield plan/],
    ],
  },
  'no such data, or nobody said': {
    given: {
      items: [
        ...SHOP,
        app('blog'),
        ...planned('pg-1', 'heroku-postgresql:standard-0'),
        addon('pg-2', 'blog', 'heroku-postgresql:standard-0'),
        ...planned('pg-3', 'heroku-postgresql:standard-0'),
        attached('pg-3', 'blog', 'SHOP', 'shop'),
      ],
      records: [tagged('shop', { dataClasses: ['none'] })],
    },
    answers: [
      ['pg-1', 'pass', /no data that asks for a tier/],
      ['pg-2', 'not-evaluated', /Nobody said what data blog handles/],
      ['pg-3', 'not-evaluated', /blog handles/],
    ],
  },
  'out of scope': {
    given: {
      items: [...SHOP, ...planned('pg-1', 'heroku-postgresql:standard-0')],
      records: [narrowedTo({ apps: [ref('app', 'shop-staging')] })],
    },
    answers: [['pg-1', 'not-applicable', /out of the scope/]],
  },
  none: nothing(/no data add-on/),
})

function store(name: string, plan: string, more: Partial<Extract<KeyValueContent, { of: 'store' }>> = {}) {
  const content: KeyValueContent = {
    ...{ of: 'store', ...service(name, plan), version: '7.2.8', status: 'available', requires_tls: true },
    ...{ prefer_native_tls: true, persistence: 'AOF', persistent: true, highly_available: true },
    ...{ high_availability_stated: 'Available', created_at: daysAgo(100), ...more },
  }
  return [addon(name, 'shop', plan), item('key-value-store', name, content)]
}

judges(keyValueStoresProtected, {
  'TLS, tier, persistence': {
    given: {
      items: [
        ...SHOP,
        ...store('good', 'heroku-redis:shield-7'),
        ...store('cache', 'heroku-redis:shield-9', { persistent: false, persistence: 'None' }),
        ...store('open', 'heroku-redis:shield-9', { requires_tls: false }),
        ...store('low', 'heroku-redis:premium-0'),
        ...store('native', 'heroku-redis:shield-9', { requires_tls: null }),
        ...store('mute', 'heroku-redis:shield-9', { requires_tls: null, prefer_native_tls: null }),
      ],
      records: cards,
    },
    answers: [
      ['good', 'pass', /survives a restart \(AOF\)/],
      ['cache', 'pass', /does not survive/],
      ['open', 'fail', /without TLS/],
      ['low', 'fail', /Shield plan/],
      ['native', 'pass'],
      ['mute', 'not-evaluated', /did not tell whether TLS/],
    ],
  },
  'nobody said what is cached': {
    given: { items: [...SHOP, ...store('cache', 'heroku-redis:premium-0')] },
    answers: [['cache', 'not-evaluated', /TLS is required\. Nobody said/]],
  },
  refused: {
    given: {
      items: [...SHOP, addon('cache', 'shop', 'heroku-redis:mini')],
      readings: [denied('key-value-store', 'addon', 'cache', '/redis/v0/databases/cache')],
    },
    answers: [['cache', 'not-evaluated', /denied/]],
  },
  none: nothing(/no key-value store/),
})

function cluster(
  name: string,
  topics: Readonly<Record<string, number | null>>,
  plan = 'heroku-kafka:shield-0',
) {
  const about = service(name, plan)
  const plain = { partitions: 8, replication_factor: 3, cleanup_policy: 'delete', compaction: false }
  const items = Object.entries(topics).map(([topic, ms]) =>
    item('kafka', `${name} ${topic}`, {
      ...{ of: 'topic', ...about, name: topic, ...plain, retention_time_ms: ms, retention_enabled: true },
    } satisfies KafkaContent),
  )
  const proof: KafkaContent = { of: 'topics-read', ...about, count: items.length }
  return [addon(name, 'shop', plan), ...items, item('kafka', `${name} topics`, proof)]
}

const DAY_MS = 86_400_000
judges(kafkaRetentionBounded, {
  'bounded, endless, compacted, unknown, empty, too low a tier': {
    given: {
      items: [
        ...SHOP,
        ...cluster('good', { orders: 7 * DAY_MS }),
        ...cluster('endless', { orders: DAY_MS, audit: -1 }),
        ...cluster('mute', { orders: null }),
        ...cluster('empty', {}),
        ...cluster('low', { orders: DAY_MS }, 'heroku-kafka:standard-0'),
        ...cluster('compacted', {}),
        item('kafka', 'compacted latest', {
          ...{ of: 'topic', ...service('compacted', 'heroku-kafka:shield-0'), name: 'latest', partitions: 1 },
          ...{ replication_factor: 3, retention_time_ms: DAY_MS, cleanup_policy: 'compact' },
          ...{ compaction: true, retention_enabled: false },
        } satisfies KafkaContent),
      ],
      records: cards,
    },
    answers: [
      ['good', 'pass', /^All of its 1 topic have an end/],
      ['endless', 'fail', /^audit keeps messages without end/],
      ['mute', 'not-evaluated', /did not tell how long orders/],
      ['empty', 'pass', /no topic/],
      ['low', 'fail', /Shield plan/],
      ['compacted', 'fail', /^latest keeps/],
    ],
  },
  'topics refused, data unknown': {
    given: {
      items: [
        ...SHOP,
        addon('shut', 'shop', 'heroku-kafka:standard-0'),
        ...cluster('open', { orders: DAY_MS }, 'heroku-kafka:standard-0'),
      ],
      readings: [denied('kafka', 'addon', 'shut', '/data/kafka/v0/clusters/1/topics')],
    },
    answers: [
      ['shut', 'not-evaluated', /denied/],
      ['open', 'not-evaluated', /Every topic has an end.*Nobody said/],
    ],
  },
  none: nothing(/no Kafka cluster/),
})

type Engine = Extract<ServiceVersionContent, { of: 'version' }>['engine']
function version(name: string, plan: string, engine: Engine, told: string | null): readonly Planted[] {
  const content: ServiceVersionContent = {
    ...{ of: 'version', ...service(name, plan), engine, version: told, status: 'available' },
    ...{ maintenance: null, created_at: daysAgo(100) },
  }
  return [addon(name, 'shop', plan), item('data-service-versions', name, content)]
}
const pg = 'heroku-postgresql:standard-0'

judges(versionsSupported, {
  'supported, ended, not in the table': {
    given: {
      items: [
        ...SHOP,
        ...version('pg-16', pg, 'postgres', '16.9'),
        ...version('pg-15', pg, 'postgres', '15.13'),
        ...version('pg-9', pg, 'postgres', '9.6.24'),
        ...version('pg-99', pg, 'postgres', '99.1'),
        ...version('mute', pg, 'postgres', null),
        ...version('kv-72', 'heroku-redis:mini', 'key-value', '7.2.8'),
        ...version('kv-60', 'heroku-redis:mini', 'key-value', '6.0.20'),
        ...version('kv-62', 'heroku-redis:mini', 'key-value', '6.2.14'),
        ...version('kafka', 'heroku-kafka:basic-0', 'kafka', '3.7.1'),
      ],
    },
    answers: [
      ['pg-16', 'pass', /Postgres 16\.9 is supported until 2027-09-30 \(Heroku Dev Center/],
      ['pg-15', 'fail', /ended on 2026-09-30/],
      ['pg-9', 'fail', /ended on 2021-11-11/],
      ['pg-99', 'not-evaluated', /missing in the table of 2026-11-21/],
      ['mute', 'not-evaluated', /did not tell/],
      ['kv-72', 'pass', /until 2027-04-16 \(the Valkey/],
      ['kv-60', 'fail'],
      ['kv-62', 'not-evaluated', /missing in the table/],
      ['kafka', 'not-evaluated', /Kafka 3\.7\.1 is missing/],
    ],
  },
  'the last days of support, and the day after': {
    given: {
      asOf: '2026-09-30T23:00:00.000Z',
      items: [...SHOP, ...version('pg-15', pg, 'postgres', '15.1')],
    },
    answers: [['pg-15', 'pass', /which is 0 days away/]],
  },
  'one day later': {
    given: {
      asOf: '2026-10-01T00:00:01.000Z',
      items: [...SHOP, ...version('pg-15', pg, 'postgres', '15.1')],
    },
    answers: [['pg-15', 'fail']],
  },
  refused: {
    given: {
      items: [...SHOP, addon('pg-1', 'shop', pg)],
      readings: [denied('data-service-versions', 'addon', 'pg-1', '/client/v11/databases/1')],
    },
    answers: [['pg-1', 'not-evaluated', /denied/]],
  },
  none: nothing(/no data service/),
})

function maintenance(
  name: string,
  more: Partial<Extract<ServiceVersionContent, { of: 'maintenance' }>>,
): readonly Planted[] {
  const content: ServiceVersionContent = {
    ...{ of: 'maintenance', ...service(name, pg), status: 'pending', required_by: daysAgo(-10) },
    ...{ scheduled_for: daysAgo(-5), window: 'Sundays', method: null, reason: null, started_at: null },
    ...{ completed_at: null, duration_seconds: null, ...more },
  }
  return [addon(name, 'shop', pg), item('data-service-versions', `${name} maintenance`, content)]
}

judges(maintenanceNotOverdue, {
  'none, planned, overdue, without a date, unknown state': {
    given: {
      items: [
        ...SHOP,
        ...maintenance('calm', { status: 'none', required_by: daysAgo(30) }),
        ...maintenance('done', { status: 'completed', required_by: daysAgo(30) }),
        ...maintenance('planned', {}),
        ...maintenance('late', { required_by: daysAgo(1), status: 'ready' }),
        ...maintenance('free', { required_by: null }),
        ...maintenance('odd', { status: 'pondering' }),
      ],
    },
    answers: [
      ['calm', 'pass', /No maintenance is due/],
      ['done', 'pass', /is done/],
      ['planned', 'pass', /required by 2026-12-01; it is planned for 2026-11-26/],
      ['late', 'fail', /Maintenance is ready, and was required by 2026-11-20/],
      ['free', 'pass', /no date/],
      ['odd', 'not-evaluated', /“pondering”/],
    ],
  },
  'refused, or not in the list of the app': {
    given: {
      items: [...SHOP, addon('pg-1', 'shop', pg), addon('pg-2', 'shop-staging', pg)],
      readings: [
        denied('data-service-versions', 'app', 'shop', '/data/maintenances/v1/apps/1'),
        reading('data-service-versions', 'app', 'shop-staging'),
      ],
    },
    answers: [
      ['pg-1', 'not-evaluated', /denied/],
      ['pg-2', 'not-evaluated', /does not name it/],
    ],
  },
  none: nothing(/no data service/),
})
