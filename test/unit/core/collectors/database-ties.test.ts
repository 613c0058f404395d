import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../../electron/core/collectors/database-address.ts'
import {
  changeStreams,
  databaseFollowers,
  databaseLineage,
  databaseLinks,
} from '../../../../electron/core/collectors/postgres-links-dataclips.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'
import { json } from '../../../fakes/hostile-heroku-replies.ts'

const { addon } = SUBJECT
const inSpace = { ...addon, plan: 'heroku-postgresql:shield-0' }
const about = {
  addon: { id: addon.id, name: addon.name },
  app: addon.app,
  plan: addon.plan,
  tier: 'standard',
}
const address = (host: string) => `postgres://u1:CANARYpassword@${host}.example:5432/d41d8cd98f00b204`
const hmac = expect.stringMatching(/^[0-9a-f]{64}$/)

describe('where a database comes from', () => {
  const path = `/client/v11/databases/${addon.id}`
  const answer = (url: string, rows: Readonly<Record<string, readonly string[]>>) => ({
    resource_url: url,
    database_password: 'CANARY',
    created_at: '2025-01-01 12:00:00 +0000',
    info: Object.entries(rows).map(([name, values]) => ({ name, values, resolve_db_name: true })),
  })

  it('is told by keyed fingerprints of addresses, never by the addresses', async () => {
    const { task, contents } = await collect(databaseLineage, addon, {
      [path]: answer(address('ec2-52-1-2-3.compute-1'), {
        Following: [address('ec2-52-9-9-9.compute-1')],
        Forks: ['HEROKU_POSTGRESQL_RED'],
        Followers: [address('ec2-52-7-7-7.compute-1'), 'not a name; CANARY'],
      }),
    })
    expect(contents).toEqual([
      {
        ...{ of: 'lineage', ...about, address: { hmac } },
        following: { name: null, address: { hmac } },
        followers: [
          { name: null, address: { hmac } },
          { name: null, address: null },
        ],
        ...{ forked_from: null, forks: [{ name: 'HEROKU_POSTGRESQL_RED', address: null }] },
        created_at: '2025-01-01T12:00:00.000Z',
      },
    ])
    const text = JSON.stringify(task)
    for (const secret of ['CANARY', 'compute-1', 'd41d8cd98f00b204']) expect(text).not.toContain(secret)
  })

  it('leads to the same database whoever names it, with any user and password', async () => {
    const leader = await collect(databaseLineage, addon, {
      [path]: answer(address('ec2-52-9-9-9.compute-1'), {}),
    })
    const follower = await collect(databaseLineage, addon, {
      [path]: answer(address('ec2-52-1-2-3.compute-1'), {
        'Forked From': ['postgres://other:CANARYother@EC2-52-9-9-9.compute-1.example/d41d8cd98f00b204?x=1'],
      }),
    })
    const [own] = leader.contents as { address: object }[]
    const [fork] = follower.contents as { forked_from: { address: object } }[]
    expect(fork?.forked_from.address).toEqual(own?.address)
  })

  it('of Postgres Advanced is a name or nothing', async () => {
    const advanced = { ...addon, plan: 'heroku-postgresql:advanced' }
    const { contents } = await collect(databaseLineage, advanced, {
      [`/data/postgres/v1/${addon.id}/info`]: { forked_from: { name: 'postgresql-flat-2', id: uuid(3) } },
    })
    expect(contents).toMatchObject([
      { forked_from: { name: 'postgresql-flat-2', address: null }, following: null, followers: [] },
    ])
  })

  it.each([
    ['postgres://u:p@h:6000/d', 'h:6000/d'],
    ['postgres://h/d', 'h:5432/d'],
    ['DATABASE_URL', null],
    ['', null],
  ])('reads the place of %j as %j', (text, place) => {
    expect(placeOf(text)).toBe(place)
  })
})

describe('where the content of a database goes', () => {
  it('names followers and their plans, without their addresses', async () => {
    const { task, contents } = await collect(databaseFollowers, addon, {
      [`/client/v11/databases/${addon.id}/followers`]: [
        {
          ...{ addon_id: uuid(80), name: 'postgresql-deep-3', plan: 'standard-0', following: addon.name },
          ...{ created_at: '2026-02-01 00:00:00 +0000', resource_url: 'postgres://u:CANARY@h/d' },
          ...{ database_password: 'CANARY', info: [{ name: 'Following', values: ['postgres://CANARY'] }] },
        },
      ],
    })
    expect(contents).toEqual([
      {
        ...{ of: 'follower', ...about, id: uuid(80), name: 'postgresql-deep-3' },
        ...{ follower_plan: 'standard-0', created_at: '2026-02-01T00:00:00.000Z' },
      },
      { of: 'followers-read', ...about, count: 1 },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('names links and the database behind them', async () => {
    const { contents } = await collect(databaseLinks, addon, {
      [`/client/v11/databases/${addon.id}/links`]: [
        {
          ...{ id: uuid(81), name: 'billing', remote_name: 'HEROKU_POSTGRESQL_RED', created_at: null },
          remote: { name: 'postgresql-flat-2', attachment_name: 'BILLING', url: 'CANARY' },
        },
      ],
    })
    expect(contents).toEqual([
      {
        ...{ of: 'link', ...about, id: uuid(81), name: 'billing', remote_name: 'HEROKU_POSTGRESQL_RED' },
        ...{ remote: 'postgresql-flat-2', remote_attachment: 'BILLING', created_at: null },
      },
      { of: 'links-read', ...about, count: 1 },
    ])
  })

  it('names the tables that stream into Kafka', async () => {
    const { contents } = await collect(changeStreams, inSpace, {
      [`/data/cdc/v0/addons/${addon.id}`]: [
        {
          ...{ uuid: uuid(82), name: 'orders', tables: ['public.orders'], excluded_columns: ['card'] },
          ...{ kafka_app: { name: 'stream' }, kafka_addon: { uuid: uuid(83), name: 'kafka-deep-3' } },
        },
      ],
    })
    expect(contents[0]).toMatchObject({
      ...{ of: 'connector', tables: ['public.orders'], excluded_columns: ['card'], kafka_app: 'stream' },
      kafka: { id: uuid(83), name: 'kafka-deep-3' },
    })
  })

  it.each([
    [404, 'not_found'],
    [410, 'gone'],
  ])('is nothing where a database cannot have such a list (%i)', async (status, id) => {
    const { task, contents } = await collect(databaseLinks, addon, {
      [`/client/v11/databases/${addon.id}/links`]: json(status, { id, message: 'Not for this plan.' }),
    })
    expect(contents).toEqual([{ of: 'links-read', ...about, count: 0 }])
    expect(task.readings.map(({ outcome }) => outcome)).toEqual(['read', 'off'])
  })

  it('is asked only where a plan can have it', () => {
    const essential = { ...addon, plan: 'heroku-postgresql:essential-0' }
    expect([databaseFollowers, databaseLinks].map((one) => one.when?.(essential))).toEqual([false, false])
    expect(changeStreams.when?.(addon)).toBe(false)
    expect(changeStreams.when?.(inSpace)).toBe(true)
  })
})
