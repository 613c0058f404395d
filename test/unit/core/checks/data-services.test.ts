import {
  kafkaRetentionBounded,
  keyValueStoresProtected,
  tierFitsData,
} from '../../../../electron/core/checks/data-tiers.ts'
import type {
  DataService,
  KafkaContent,
  KeyValueContent,
  PlanContent,
} from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted } from '../../../fakes/evidence.ts'
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
      ['good', 'pass', /^Each of its 1 topic has an end/],
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
