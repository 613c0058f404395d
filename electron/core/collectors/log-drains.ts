import { z } from 'zod'
import type { LogDestinationContent, Ref } from '../../../shared/model/content.ts'
import { type Secret, secret } from '../heroku/secret.ts'
import { reduceAddress } from './address.ts'
import type { Collector, HerokuReader } from './collector.ts'
import { orNull, RefField, Time } from './fields.ts'

const Drain = z.object({ id: z.string(), url: secret(), addon: orNull(RefField), created_at: Time })

const TelemetryDrain = z.object({
  id: z.string(),
  owner: orNull(z.object({ id: z.string(), type: z.string() })),
  signals: z.array(z.string()),
  exporter: z.object({
    type: z.string(),
    endpoint: secret(),
    headers: orNull(z.record(z.string(), secret())),
  }),
  created_at: Time,
})

const common = {
  topic: 'log-drains',
  title: 'Log destinations',
  says: 'where logs and telemetry of each app and space go, and over which protocol',
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

/** Telemetry of one app; only Fir has it. */
export const appTelemetry: Collector<'log-drains', 'app'> = {
  ...common,
  id: 'log-drains.app-telemetry',
  per: 'app',
  when: (app) => app.generation === 'fir',
  collect: (heroku, app) => telemetry(heroku, `/apps/${app.id}/telemetry-drains`, app),
}

/** Telemetry of a whole space; only Fir has it. */
export const spaceTelemetry: Collector<'log-drains', 'space'> = {
  ...common,
  id: 'log-drains.space-telemetry',
  per: 'space',
  when: (space) => space.generation === 'fir',
  collect: (heroku, space) => telemetry(heroku, `/spaces/${space.id}/telemetry-drains`, space),
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

async function* telemetry(heroku: HerokuReader, path: string, subject: Ref & { kind: string }) {
  for await (const drain of heroku.list(path, TelemetryDrain)) {
    const address = addressOf(drain.exporter.endpoint)
    const content: LogDestinationContent = {
      of: 'telemetry-drain',
      id: drain.id,
      owner: { id: subject.id, name: subject.name, type: drain.owner?.type ?? subject.kind },
      signals: drain.signals.toSorted(),
      exporter_type: drain.exporter.type,
      scheme: address.scheme,
      host: address.host,
      header_names: Object.keys(drain.exporter.headers ?? {}).sort(),
      created_at: drain.created_at,
    }
    yield { subject: `${subject.name} to ${address.host}`, subjectId: drain.id, content }
  }
}

function addressOf(url: Secret) {
  return reduceAddress(url.reveal())
}
