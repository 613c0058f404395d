import { describe, expect, it } from 'vitest'
import { customerKeys } from '../../../../electron/core/collectors/byok.ts'
import { enhancedCertificates, mutualTls } from '../../../../electron/core/collectors/mtls.ts'
import { privateLinks } from '../../../../electron/core/collectors/privatelink.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'
import { json } from '../../../fakes/hostile-heroku-replies.ts'

const addon = { ...SUBJECT.addon, plan: 'heroku-postgresql:private-0' }
const about = { addon: { id: addon.id, name: addon.name }, app: addon.app, plan: addon.plan, tier: 'private' }
const endpoint = `/postgres/v0/databases/${addon.id}/tls-endpoint`

describe('mutual TLS', () => {
  it('tells the endpoint, who may reach it and how long certificates last, without keys', async () => {
    const { task, contents, asked } = await collect(mutualTls, addon, {
      [endpoint]: {
        app: 'shop-api',
        addon: addon.name,
        status: 'Operational',
        enabled_by: 'ana@example.com',
      },
      [`${endpoint}/ip-rules`]: [
        { id: uuid(60), cidr: '192.0.2.0/24', description: 'office', status: 'Authorized' },
      ],
      [`${endpoint}/certificates`]: [
        {
          id: uuid(61),
          name: 'etl',
          status: 'ready',
          expires_at: '2027-01-01T00:00:00Z',
          private_key: 'CANARY',
        },
      ],
    })
    expect(contents).toEqual([
      { of: 'endpoint', ...about, enabled: true, status: 'Operational', enabled_by: 'ana@example.com' },
      {
        ...{ of: 'ip-rule', ...about, id: uuid(60), cidr: '192.0.2.0/24', description: 'office' },
        ...{ status: 'Authorized', created_at: null, updated_at: null },
      },
      {
        ...{ of: 'certificate', ...about, id: uuid(61), name: 'etl', status: 'ready' },
        ...{ created_at: null, updated_at: null, expires_at: '2027-01-01T00:00:00Z' },
      },
    ])
    expect(asked).toHaveLength(3)
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it.each([
    [404, 'off'],
    [410, 'gone'],
  ])('that is off (%i) is said to be off and asked nothing more', async (status, outcome) => {
    const { task, contents, asked } = await collect(mutualTls, addon, {
      [endpoint]: json(status, { id: 'not_found', message: 'Mutual TLS is not enabled.' }),
    })
    expect(contents).toEqual([{ of: 'endpoint', ...about, enabled: false, status: null, enabled_by: null }])
    expect(asked).toEqual([endpoint])
    expect(task.readings.map((reading) => reading.outcome)).toEqual(['read', outcome])
  })

  it('that may not be read says nothing', async () => {
    const { task, contents } = await collect(mutualTls, addon, { [endpoint]: forbidden })
    expect(contents).toEqual([])
    expect(task.readings.map((reading) => reading.outcome)).toEqual(['denied'])
  })

  it('is asked of Postgres in spaces only', () => {
    expect(mutualTls.when?.(addon)).toBe(true)
    expect(mutualTls.when?.(SUBJECT.addon)).toBe(false)
    expect(mutualTls.when?.({ ...addon, service: 'heroku-redis', plan: 'heroku-redis:private-7' })).toBe(
      false,
    )
  })

  it('comes with the state of enhanced certificates', async () => {
    const { contents } = await collect(enhancedCertificates, addon, {
      [`/client/v11/enhanced_certificates/${addon.id}/status`]: { status: 'disabled' },
    })
    expect(contents).toEqual([{ of: 'enhanced-certificates', ...about, status: 'disabled' }])
  })
})

describe('PrivateLink', () => {
  const path = `/private-link/v0/databases/${addon.id}`

  it('tells who may connect and who is connected', async () => {
    const { contents } = await collect(privateLinks, addon, {
      [path]: {
        ...{ app: { name: 'shop-api' }, addon: { name: addon.name, uuid: addon.id }, status: 'Operational' },
        service_name: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1',
        allowed_accounts: [{ arn: 'arn:aws:iam::123456789012:root', status: 'Active' }],
        connections: [{ endpoint_id: 'vpce-1', owner_arn: 'arn:aws:iam::123456789012:root', status: null }],
      },
    })
    expect(contents).toEqual([
      {
        ...{ ...about, enabled: true, status: 'Operational' },
        service_name: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1',
        allowed_accounts: [{ arn: 'arn:aws:iam::123456789012:root', status: 'Active' }],
        connections: [{ endpoint_id: 'vpce-1', owner_arn: 'arn:aws:iam::123456789012:root', status: null }],
      },
    ])
  })

  it('that is off is told as off', async () => {
    const { task, contents } = await collect(privateLinks, addon, {})
    expect(contents).toMatchObject([{ enabled: false, allowed_accounts: [], connections: [] }])
    expect(task.readings.map((reading) => reading.outcome)).toEqual(['read', 'off'])
  })

  it('is asked of every data service in a space', () => {
    const kafka = { ...addon, service: 'heroku-kafka', plan: 'heroku-kafka:shield-standard-0' }
    expect([addon, kafka, SUBJECT.addon].map((one) => privateLinks.when?.(one))).toEqual([true, true, false])
  })
})

describe('keys of the customer', () => {
  it('are named by Postgres in a row and by Key-Value Store in a field', async () => {
    const arn = 'arn:aws:kms:eu-west-1:123456789012:key/1b2c'
    const postgres = await collect(customerKeys, addon, {
      [`/client/v11/databases/${addon.id}`]: { info: [{ name: 'Customer Encryption Key', values: [arn] }] },
    })
    const store = { ...addon, name: 'redis-flat-1', service: 'heroku-redis', plan: 'heroku-redis:private-7' }
    const keyValue = await collect(customerKeys, store, {
      '/redis/v0/databases/redis-flat-1': { customer_encryption_key: arn, resource_url: 'rediss://CANARY' },
    })
    expect(postgres.contents).toEqual([{ ...about, customer_key: arn }])
    expect(keyValue.contents).toMatchObject([{ tier: 'private', customer_key: arn }])
  })

  it('are not asked of what has no place for them', () => {
    const plans = ['heroku-postgresql:advanced', 'heroku-postgresql:private-0']
    expect(plans.map((plan) => customerKeys.when?.({ ...addon, plan }))).toEqual([false, true])
    expect(customerKeys.when?.({ ...addon, service: 'heroku-kafka' })).toBe(false)
  })

  it('are null where Heroku names none', async () => {
    const { contents } = await collect(customerKeys, addon, {
      [`/client/v11/databases/${addon.id}`]: { info: [] },
    })
    expect(contents).toEqual([{ ...about, customer_key: null }])
  })
})
