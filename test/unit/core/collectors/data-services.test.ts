import { describe, expect, it } from 'vitest'
import {
  connectionPooling,
  databaseLabs,
  databaseQuotas,
  maintenanceWords,
} from '../../../../electron/core/collectors/data-service-features.ts'
import {
  appMaintenances,
  maintenanceHistory,
  maintenanceWindow,
  serviceVersions,
} from '../../../../electron/core/collectors/data-service-versions.ts'
import { herokuConnect } from '../../../../electron/core/collectors/heroku-connect.ts'
import {
  kafkaClusters,
  kafkaConsumerGroups,
  kafkaIpRules,
  kafkaTopics,
} from '../../../../electron/core/collectors/kafka.ts'
import { keyValueSettings, keyValueStores } from '../../../../electron/core/collectors/key-value-store.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { addon, app } = SUBJECT
const store = { ...addon, name: 'redis-flat-1', service: 'heroku-redis', plan: 'heroku-redis:premium-0' }
const kafka = {
  ...addon,
  name: 'kafka-deep-1',
  service: 'heroku-kafka',
  plan: 'heroku-kafka:shield-standard-0',
}
const aboutOf = (one: typeof store, tier: string) => ({
  ...{ addon: { id: one.id, name: one.name }, app: one.app, plan: one.plan, tier },
})
const aboutStore = aboutOf(store, 'premium')
const aboutKafka = aboutOf(kafka, 'shield')
const advanced = { ...addon, plan: 'heroku-postgresql:advanced' }

const redis = {
  '/redis/v0/databases/redis-flat-1': {
    ...{ resource_url: 'rediss://:CANARY@h:6379', version: '7.2.8', prefer_native_tls: true },
    created_at: '2025-05-05 05:05:05 +0000',
    info: [
      { name: 'Status', values: ['available'] },
      { name: 'Persistence', values: ['AOF'] },
      { name: 'Requires TLS', values: ['Yes'] },
      { name: 'HA Status', values: ['Temporarily Unavailable'] },
      { name: 'Maintenance', values: ['not required'] },
    ],
  },
}
const cluster = {
  [`/data/kafka/v0/clusters/${addon.id}`]: {
    ...{ name: kafka.name, created_at: '2025-05-05T05:05:05Z', shared_cluster: false, version: ['3.7.1'] },
    state: { status: 'available', 'healthy?': true, degraded_brokers: [{ host: 'CANARY' }] },
    limits: { minimum_replication: 3, maximum_retention_ms: '1209600000', default_retention_ms: 86400000 },
    ...{ data_size: 12, formation: { kafkas: ['CANARY'] } },
  },
}

describe('a key-value store', () => {
  it('tells TLS and persistence, and not its address', async () => {
    const { task, contents } = await collect(keyValueStores, store, redis)
    expect(contents).toEqual([
      {
        ...{ of: 'store', ...aboutStore, version: '7.2.8', status: 'available', requires_tls: true },
        ...{ prefer_native_tls: true, persistence: 'AOF', persistent: true },
        ...{ highly_available: null, high_availability_stated: 'Temporarily Unavailable' },
        created_at: '2025-05-05T05:05:05.000Z',
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('tells how it is set', async () => {
    const { contents } = await collect(keyValueSettings, store, {
      '/redis/v0/databases/redis-flat-1/config': {
        timeout: { value: 300, desc: 's', default: 300 },
        maxmemory_policy: { value: 'noeviction', desc: 'x', default: 'noeviction', values: { a: 'b' } },
      },
    })
    expect(contents).toEqual([
      {
        ...{ of: 'settings', ...aboutStore, maxmemory_policy: 'noeviction', timeout: 300 },
        settings: [
          { name: 'maxmemory_policy', value: 'noeviction', default: 'noeviction', reboot_required: null },
          { name: 'timeout', value: '300', default: '300', reboot_required: null },
        ],
      },
    ])
  })
})

describe('a Kafka cluster', () => {
  it('tells version, health and limits, some of which come as text', async () => {
    const { task, contents } = await collect(kafkaClusters, kafka, cluster)
    expect(contents).toEqual([
      {
        ...{ of: 'cluster', ...aboutKafka, version: '3.7.1', shared_cluster: false, status: 'available' },
        ...{ healthy: true, degraded_brokers: 1, minimum_replication: 3, data_size: 12 },
        ...{ default_retention_ms: 86400000, maximum_retention_ms: 1209600000 },
        created_at: '2025-05-05T05:05:05Z',
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('tells how long its topics keep messages', async () => {
    const { contents } = await collect(kafkaTopics, kafka, {
      [`/data/kafka/v0/clusters/${addon.id}/topics`]: {
        ...{ attachment_name: 'KAFKA', prefix: null, limits: { max_topics: 40 } },
        topics: [
          {
            ...{ name: 'orders', partitions: 8, replication_factor: 3, retention_time_ms: -1 },
            ...{ cleanup_policy: 'delete', compaction: false, retention_enabled: true, status: 'ok' },
          },
        ],
      },
    })
    expect(contents).toEqual([
      {
        ...{ of: 'topic', ...aboutKafka, name: 'orders', partitions: 8, replication_factor: 3 },
        ...{ retention_time_ms: -1, cleanup_policy: 'delete', compaction: false, retention_enabled: true },
      },
      { of: 'topics-read', ...aboutKafka, count: 1 },
    ])
  })

  it('tells consumer groups in order and address rules, the latter in spaces only', async () => {
    const groups = await collect(kafkaConsumerGroups, kafka, {
      [`/data/kafka/v0/clusters/${addon.id}/consumer_groups`]: {
        consumer_groups: [{ name: 'b' }, { name: 'a' }],
      },
    })
    expect(groups.contents).toEqual([{ of: 'consumer-groups', ...aboutKafka, names: ['a', 'b'] }])
    const rules = await collect(kafkaIpRules, kafka, {
      [`/data/kafka/v0/clusters/${addon.id}/ip-rules`]: [{ id: uuid(50), cidr: '192.0.2.1/32' }],
    })
    expect(rules.contents).toMatchObject([
      { of: 'ip-rule', id: uuid(50), cidr: '192.0.2.1/32' },
      { of: 'ip-rules-read', count: 1 },
    ])
    expect(kafkaIpRules.when?.({ ...kafka, plan: 'heroku-kafka:standard-0' })).toBe(false)
  })
})

describe('versions of data services', () => {
  it('come from the answer that tells the rest', async () => {
    const postgres = await collect(serviceVersions, addon, {
      [`/client/v11/databases/${addon.id}`]: {
        created_at: '2025-05-05 05:05:05 +0000',
        info: [
          { name: 'PG Version', values: ['16.4'] },
          { name: 'Maintenance', values: ['required by 2026-12-01'] },
        ],
      },
    })
    expect(postgres.contents).toMatchObject([
      { of: 'version', engine: 'postgres', version: '16.4', maintenance: 'required by 2026-12-01' },
    ])
    const others = [
      await collect(serviceVersions, advanced, {
        [`/data/postgres/v1/${addon.id}/info`]: { version: '17.5', status: 'available', features: {} },
      }),
      await collect(serviceVersions, store, redis),
      await collect(serviceVersions, kafka, cluster),
    ]
    expect(others.map(({ contents }) => contents[0])).toMatchObject([
      { engine: 'postgres', version: '17.5', status: 'available', maintenance: null },
      { engine: 'key-value', version: '7.2.8', maintenance: 'not required' },
      { engine: 'kafka', version: '3.7.1', status: 'available' },
    ])
  })
})

describe('maintenance', () => {
  const one = {
    addon: { uuid: addon.id, name: addon.name, kind: 'heroku-postgresql', plan: 'standard-0', window: 'W' },
    app: { name: app.name, uuid: app.id },
    ...{ window: 'Sundays', status: 'pending', required_by: '2026-12-01T00:00:00Z', scheduled_for: null },
    ...{ method: null, reason: 'patches', started_at: null, completed_at: null, duration_seconds: null },
  }
  const kept = { window: 'Sundays', method: null, reason: 'patches', scheduled_for: null }

  it('of all data services of an app is one read', async () => {
    const { contents, asked } = await collect(appMaintenances, app, {
      [`/data/maintenances/v1/apps/${app.id}`]: { maintenances: [one] },
    })
    expect(contents).toEqual([
      {
        ...{ of: 'maintenance', addon: { id: addon.id, name: addon.name }, app: addon.app },
        ...{ plan: 'heroku-postgresql:standard-0', tier: 'standard', ...kept, status: 'pending' },
        ...{ required_by: '2026-12-01T00:00:00Z', started_at: null, completed_at: null },
        duration_seconds: null,
      },
      { of: 'maintenances-read', app: { id: app.id, name: app.name }, count: 1 },
    ])
    expect(asked).toHaveLength(1)
    expect(appMaintenances.when?.({ ...app, hasData: false })).toBe(false)
  })

  it('that was done is kept by its moment', async () => {
    const done = { ...one, status: 'completed', started_at: '2026-09-01T02:00:00Z', duration_seconds: 360 }
    const { task, contents } = await collect(maintenanceHistory, addon, {
      [`/data/maintenances/v1/${addon.id}/history/?limit=100`]: { maintenances: [done] },
    })
    expect(contents).toMatchObject([
      { of: 'past-maintenance', status: 'completed', duration_seconds: 360 },
      { of: 'history-read', count: 1 },
    ])
    expect(task.items[0]?.subjectId).toBe(`${addon.id}:2026-09-01T02:00:00Z`)
  })

  it('has a window, where Heroku tells one', async () => {
    const path = `/data/maintenances/v1/${addon.id}/window`
    const answer = { window: 'Sundays 02:30', previous_window: null, scheduled_for: null }
    const { contents } = await collect(maintenanceWindow, addon, { [path]: answer })
    expect(contents).toMatchObject([
      { of: 'window', window: 'Sundays 02:30', previously_scheduled_for: null },
    ])
    expect((await collect(maintenanceWindow, addon, {})).contents).toEqual([])
    const plans = ['heroku-postgresql:essential-0', 'heroku-redis:mini', 'heroku-redis:premium-0']
    const asked = plans.map((plan) =>
      maintenanceWindow.when?.({ ...addon, service: plan.split(':')[0] ?? '', plan }),
    )
    expect(asked).toEqual([false, false, true])
  })
})

describe('features of data services', () => {
  it('tell pooling, labs, quotas and words about maintenance', async () => {
    const all = [
      await collect(connectionPooling, addon, {
        [`/client/v11/databases/${addon.id}/connection-pooling`]: { status: 'available', message: 'x' },
      }),
      await collect(databaseLabs, addon, {
        [`/client/v11/labs/${addon.id}/list`]: {
          message: [{ name: 'wal', status: { enabled: true }, description: 'd' }],
        },
      }),
      await collect(databaseQuotas, advanced, {
        [`/data/postgres/v1/${addon.id}/quotas`]: {
          items: [{ type: 'storage', current_gb: 41, enforcement_active: false, enforcement_action: 'none' }],
        },
      }),
      await collect(maintenanceWords, store, {
        '/redis/v0/databases/redis-flat-1/maintenance': { message: 'not required' },
      }),
    ]
    expect(all.map(({ contents }) => contents[0])).toMatchObject([
      { of: 'feature', kind: 'connection-pooling', status: 'available', enabled: null },
      { of: 'feature', kind: 'lab', name: 'wal', enabled: true },
      { of: 'feature', kind: 'quota', name: 'storage', current_gb: 41, enabled: false, status: 'none' },
      { of: 'feature', kind: 'maintenance', status: 'not required' },
    ])
  })

  it('are read by choice only', () => {
    const all = [connectionPooling, databaseLabs, databaseQuotas, maintenanceWords]
    expect(all.map(({ tier }) => tier)).toEqual(['optional', 'optional', 'optional', 'optional'])
  })
})

describe('Heroku Connect', () => {
  const listed = (name: string, service: string) => ({
    ...{ id: uuid(40), name, state: 'provisioned', created_at: '2025-01-01T00:00:00Z', app: addon.app },
    addon_service: { id: uuid(41), name: service },
    plan: { id: uuid(42), name: `${service}:shield` },
  })
  const shop = {
    ...{
      id: addon.app.id,
      name: addon.app.name,
      team: null,
      owner: { email: 'a@b' },
      region: { name: 'eu' },
    },
    space: { id: uuid(43), name: 'vault', shield: true },
    ...{ stack: { name: 'heroku-24' }, build_stack: { name: 'heroku-24' }, maintenance: false },
    created_at: '2025-01-01T00:00:00Z',
  }

  it('is an add-on with the space of its app', async () => {
    const { contents } = await collect(herokuConnect, SUBJECT.account, {
      '/apps': [shop],
      '/addons': [listed('herokuconnect-flat-1', 'herokuconnect'), listed('papertrail-1', 'papertrail')],
    })
    expect(contents).toEqual([
      {
        ...{ addon: { id: uuid(40), name: 'herokuconnect-flat-1' }, app: addon.app },
        ...{ plan: 'herokuconnect:shield', tier: 'shield', service: 'herokuconnect', state: 'provisioned' },
        ...{ space: { id: uuid(43), name: 'vault', shield: true }, created_at: '2025-01-01T00:00:00Z' },
      },
    ])
  })
})
