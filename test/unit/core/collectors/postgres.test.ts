import { describe, expect, it } from 'vitest'
import { postgresEncryption } from '../../../../electron/core/collectors/postgres-encryption-at-rest.ts'
import { postgresAvailability } from '../../../../electron/core/collectors/postgres-high-availability.ts'
import { meaningOf } from '../../../../electron/core/collectors/postgres-info.ts'
import { planTier } from '../../../../electron/core/collectors/postgres-plan.ts'
import { postgresRollback } from '../../../../electron/core/collectors/postgres-rollback.ts'
import { databasePlacement } from '../../../../electron/core/collectors/region-residency.ts'
import { collect, SUBJECT } from '../../../fakes/collecting.ts'

const addon = SUBJECT.addon
const classicPath = `/client/v11/databases/${addon.id}`
const database = {
  addon: { id: addon.id, name: addon.name },
  app: addon.app,
  plan: 'heroku-postgresql:standard-0',
  tier: 'standard',
  version: '16.4',
}

function classic(rows: Readonly<Record<string, readonly (string | number)[]>>) {
  return {
    created_at: '2025-01-01 12:00:00 +0000',
    info: Object.entries(rows).map(([name, values]) => ({ name, values, resolve_db_name: false })),
    resource_url: 'postgres://u:CANARY@host/db',
    database_password: 'CANARY',
    database_user: 'CANARY',
  }
}

const rows = {
  'PG Version': ['16.4'],
  'Data Encryption': ['In Use'],
  'Customer Encryption Key': ['arn:aws:kms:eu-west-1:1:key/2'],
  'HA Status': ['Temporarily Unavailable'],
  Followers: ['HEROKU_POSTGRESQL_RED', 'HEROKU_POSTGRESQL_BLUE'],
  'Continuous Protection': ['On'],
  Rollback: ['earliest from 2026-11-17 04:10 UTC'],
  Region: ['eu'],
  Connections: [4, 120],
}

describe('a database as the Data API tells it in rows', () => {
  const answers = { [classicPath]: classic(rows) }

  it('is encrypted in its own words, and no credential survives', async () => {
    const { task, contents } = await collect(postgresEncryption, addon, answers)
    expect(contents).toEqual([
      { ...database, encrypted: true, stated: 'In Use', customer_key: 'arn:aws:kms:eu-west-1:1:key/2' },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
    expect(new Map(task.dropped).get('/client/v11/databases/{id}')).toContain('database_password')
  })

  it('has a standby of which words that are not known say neither yes nor no', async () => {
    const { contents } = await collect(postgresAvailability, addon, answers)
    expect(contents).toEqual([
      { ...database, highly_available: null, stated: 'Temporarily Unavailable', followers: 2 },
    ])
  })

  it('can be rolled back to the earliest time of its row', async () => {
    const { contents } = await collect(postgresRollback, addon, answers)
    expect(contents).toEqual([
      {
        ...database,
        continuous_protection: true,
        rollback: true,
        earliest_time: '2026-11-17T04:10:00.000Z',
        latest_time: null,
        stated: 'earliest from 2026-11-17 04:10 UTC',
        created_at: '2025-01-01T12:00:00.000Z',
      },
    ])
  })

  it('names its region', async () => {
    const { contents } = await collect(databasePlacement, addon, answers)
    expect(contents).toEqual([
      {
        of: 'placement',
        kind: 'addon',
        thing: { id: addon.id, name: addon.name },
        region: 'eu',
        of_app: addon.app,
      },
    ])
  })

  it('leaves unknown what it has no row for', async () => {
    const bare = { [classicPath]: classic({ Rollback: ['Unsupported'] }) }
    const encryption = await collect(postgresEncryption, addon, bare)
    expect(encryption.contents).toMatchObject([{ encrypted: null, stated: null, version: null }])
    const rollback = await collect(postgresRollback, addon, bare)
    expect(rollback.contents).toMatchObject([{ rollback: false, continuous_protection: null }])
  })

  it('is disclosed as absent while it is being provisioned', async () => {
    const { task } = await collect(postgresEncryption, addon, {})
    expect(task.readings).toMatchObject([{ path: classicPath, outcome: 'absent', items: 0 }])
  })
})

describe('an Advanced database', () => {
  const advanced = { ...addon, plan: 'heroku-postgresql:advanced' }
  const answers = {
    [`/data/postgres/v1/${addon.id}/info`]: {
      version: '17.2',
      region: 'oregon',
      created_at: '2026-01-01T12:00:00Z',
      features: {
        data_encryption: { enabled: true },
        highly_available: { enabled: false },
        continuous_protection: { enabled: true },
        rollback: { enabled: true, earliest_time: '2026-11-14T00:00:00Z', latest_time: null },
      },
      pools: [
        { name: 'leader', expected_count: 1 },
        { name: 'analytics', expected_count: 2 },
      ],
    },
  }
  const base = { ...database, plan: 'heroku-postgresql:advanced', tier: 'advanced', version: '17.2' }

  it('tells its features as booleans', async () => {
    const encryption = await collect(postgresEncryption, advanced, answers)
    expect(encryption.contents).toEqual([{ ...base, encrypted: true, stated: null, customer_key: null }])
    const availability = await collect(postgresAvailability, advanced, answers)
    expect(availability.contents).toEqual([{ ...base, highly_available: false, stated: null, followers: 1 }])
    const rollback = await collect(postgresRollback, advanced, answers)
    expect(rollback.contents).toMatchObject([
      { rollback: true, earliest_time: '2026-11-14T00:00:00Z', continuous_protection: true },
    ])
  })
})

describe('words and plans', () => {
  it.each([
    ['On', true],
    ['In Use', true],
    ['Available', true],
    ['Enabled', true],
    ['off', false],
    ['Not in use', false],
    ['Unavailable', false],
    ['Unsupported', false],
    ['Onward', null],
    ['Temporarily Unavailable', null],
    ['', null],
    [null, null],
  ])('%s means %s', (text, meaning) => {
    expect(meaningOf(text)).toBe(meaning)
  })

  it.each([
    ['heroku-postgresql:standard-0', 'standard'],
    ['heroku-postgresql:advanced', 'advanced'],
    ['heroku-postgresql:mini', 'mini'],
    ['shield-4', 'shield'],
  ])('%s is of tier %s', (plan, tier) => {
    expect(planTier(plan)).toBe(tier)
  })
})
