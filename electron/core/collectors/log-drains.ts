import { z } from 'zod'
import type { LogDestinationContent, Ref } from '../../../shared/model/content.ts'
import { type Secret, secret } from '../heroku/secret.ts'
import { reduceAddress } from './address.ts'
import type { Collector } from './collector.ts'
import { orNull, RefField, Time } from './fields.ts'

/** A drain of an app or a space; its address is looked at in memory and reduced. */
export const Drain = z.object({ id: z.string(), url: secret(), addon: orNull(RefField), created_at: Time })

const common = {
  topic: 'log-drains',
  title: 'Log drains',
  says: 'where the logs of each app and space go, and over which protocol',
  scope: 'read',
} as const

/** Drains of one app. */
export const appDrains: Collector<'log-drains', 'app'> = {
  ...common,
  id: 'log-drains.app',
  per: 'app',
  async *collect(heroku, app) {
    for await (const drain of heroku.list(`/apps/${app.id}/log-drains`, Drain))
      yield drainItem('app-drain', { id: app.id, name: app.name }, drain)
  },
}

/** The one drain of a space; Heroku answers 404 where there is none. */
export const spaceDrain: Collector<'log-drains', 'space'> = {
  ...common,
  id: 'log-drains.space',
  per: 'space',
  async *collect(heroku, space) {
    const drain = await heroku.find(`/spaces/${space.id}/log-drain`, Drain)
    if (drain) yield drainItem('space-drain', { id: space.id, name: space.name }, drain)
  },
}

function drainItem(of: 'app-drain' | 'space-drain', owner: Ref, drain: z.infer<typeof Drain>) {
  const address = addressOf(drain.url)
  const content: LogDestinationContent = {
    of,
    id: drain.id,
    owner,
    scheme: address.scheme,
    host: address.host,
    port: address.port,
    credential_in_address: address.credentialInAddress,
    addon: drain.addon,
    created_at: drain.created_at,
  }
  return { subject: `${owner.name} to ${address.host}`, subjectId: drain.id, content }
}

/** The address of a drain, reduced to what may be kept. */
export function addressOf(url: Secret) {
  return reduceAddress(url.reveal())
}
