import { z } from 'zod'
import { secret } from '../heroku/secret.ts'
import { reduceAddress } from './address.ts'
import type { Collector } from './collector.ts'
import { orNull, Time, UserField } from './fields.ts'

const Webhook = z.object({
  id: z.string(),
  url: secret(),
  include: z.array(z.string()),
  level: z.string(),
  created_at: Time,
})

const Delivery = z.object({
  id: z.string(),
  webhook: z.object({ id: z.string() }),
  event: orNull(z.object({ id: z.string(), include: orNull(z.string()) })),
  status: z.string(),
  num_attempts: z.int(),
  last_attempt: orNull(z.object({ code: orNull(z.int()) })),
  created_at: Time,
})

/** Of what was sent, only which thing it is about: the rest is a copy of that thing, secrets included. */
const Event = z.object({
  id: z.string(),
  payload: z.object({
    resource: z.string(),
    action: z.string(),
    actor: orNull(UserField),
    data: orNull(z.object({ id: orNull(z.union([z.string(), z.number()])) })),
  }),
  created_at: Time,
})

const common = {
  topic: 'app-webhooks',
  title: 'Webhooks',
  says: 'which addresses are told about what happens to each app',
  scope: 'read',
  per: 'app',
} as const

/** Subscriptions of an app: no list spans apps, so one request for each. */
export const webhooks: Collector<'app-webhooks', 'app'> = {
  ...common,
  id: 'app-webhooks',
  async *collect(heroku, app) {
    for await (const hook of heroku.list(`/apps/${app.id}/webhooks`, Webhook)) {
      const address = reduceAddress(hook.url.reveal())
      yield {
        subject: `${app.name} to ${address.host}`,
        subjectId: hook.id,
        content: {
          of: 'webhook',
          id: hook.id,
          app: { id: app.id, name: app.name },
          scheme: address.scheme,
          host: address.host,
          port: address.port,
          credential_in_address: address.credentialInAddress,
          include: hook.include.toSorted(),
          level: hook.level,
          created_at: hook.created_at,
        },
      }
    }
  },
}

/** Whether what was sent arrived; one request for each app that has a subscription. */
export const webhookDeliveries: Collector<'app-webhooks', 'app'> = {
  ...common,
  id: 'app-webhooks.deliveries',
  tier: 'optional',
  async *collect(heroku, app) {
    if (!(await hasAny(heroku.list(`/apps/${app.id}/webhooks`, Webhook)))) return
    for await (const delivery of heroku.list(`/apps/${app.id}/webhook-deliveries`, Delivery))
      yield {
        subject: `${app.name} delivery of ${delivery.created_at}`,
        subjectId: delivery.id,
        content: {
          of: 'delivery',
          id: delivery.id,
          app: { id: app.id, name: app.name },
          webhook: delivery.webhook.id,
          event: delivery.event?.id ?? null,
          include: delivery.event?.include ?? null,
          status: delivery.status,
          attempts: delivery.num_attempts,
          last_code: delivery.last_attempt?.code ?? null,
          created_at: delivery.created_at,
        },
      }
  },
}

/** What happened to an app as its subscriptions were told; one request for each app that has one. */
export const webhookEvents: Collector<'app-webhooks', 'app'> = {
  ...common,
  id: 'app-webhooks.events',
  tier: 'optional',
  async *collect(heroku, app) {
    if (!(await hasAny(heroku.list(`/apps/${app.id}/webhooks`, Webhook)))) return
    for await (const { id, payload, created_at } of heroku.list(`/apps/${app.id}/webhook-events`, Event))
      yield {
        subject: `${app.name} ${payload.resource} ${payload.action}`,
        subjectId: id,
        content: {
          of: 'event',
          id,
          app: { id: app.id, name: app.name },
          resource: payload.resource,
          action: payload.action,
          actor: payload.actor,
          resource_id: payload.data?.id == null ? null : String(payload.data.id),
          created_at,
        },
      }
  },
}

/** The list itself was read by the collector before, and is not asked again; read to its end. */
async function hasAny(list: AsyncIterable<unknown>): Promise<boolean> {
  let any = false
  for await (const _ of list) any = true
  return any
}
