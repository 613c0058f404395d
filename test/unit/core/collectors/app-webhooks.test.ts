import { describe, expect, it } from 'vitest'
import {
  webhookDeliveries,
  webhookEvents,
  webhooks,
} from '../../../../electron/core/collectors/app-webhooks.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { app } = SUBJECT
const ref = { id: app.id, name: app.name }
const created_at = '2026-03-04T05:06:07Z'
const hook = {
  ...{ id: uuid(60), include: ['api:release', 'api:build'], level: 'sync', created_at },
  ...{ url: 'https://u:CANARY@hooks.example/CANARY?secret=CANARY', updated_at: created_at },
}
const at = (list: string) => `/apps/${app.id}/${list}`

describe('webhooks', () => {
  it('keep scheme, host and port of an address, and whether a credential is in it', async () => {
    const { contents, task } = await collect(webhooks, app, { [at('webhooks')]: [hook] })
    expect(contents).toEqual([
      {
        ...{ of: 'webhook', id: uuid(60), app: ref, scheme: 'https', host: 'hooks.example', port: null },
        ...{ credential_in_address: true, include: ['api:build', 'api:release'], level: 'sync', created_at },
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('keep whether a delivery arrived', async () => {
    const delivery = {
      ...{ id: uuid(61), webhook: { id: uuid(60), level: 'sync' }, status: 'failed', num_attempts: 3 },
      ...{ event: { id: uuid(62), include: 'api:release' }, last_attempt: { code: 500 }, created_at },
    }
    const { contents } = await collect(webhookDeliveries, app, {
      [at('webhooks')]: [hook],
      [at('webhook-deliveries')]: [delivery],
    })
    expect(contents).toEqual([
      {
        ...{ of: 'delivery', id: uuid(61), app: ref, webhook: uuid(60), event: uuid(62), status: 'failed' },
        ...{ include: 'api:release', attempts: 3, last_code: 500, created_at },
      },
    ])
  })

  it('keep of an event what it is about, not what was sent', async () => {
    const payload = {
      ...{ resource: 'release', action: 'create', actor: { id: uuid(7), email: 'ana@example.com' } },
      ...{ data: { id: uuid(63), description: 'CANARY' }, previous_data: { x: 'CANARY' } },
    }
    const { contents, task } = await collect(webhookEvents, app, {
      [at('webhooks')]: [hook],
      [at('webhook-events')]: [{ id: uuid(64), payload, created_at }],
    })
    expect(contents).toEqual([
      {
        ...{ of: 'event', id: uuid(64), app: ref, resource: 'release', action: 'create', created_at },
        ...{ actor: { id: uuid(7), email: 'ana@example.com' }, resource_id: uuid(63) },
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it.each([webhookDeliveries, webhookEvents])(
    'of an app without any are not asked for more: $id',
    async (one) => {
      const { asked } = await collect(one, app, { [at('webhooks')]: [] })
      expect(asked).toEqual([at('webhooks')])
    },
  )
})
