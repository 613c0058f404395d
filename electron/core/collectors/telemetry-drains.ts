import { z } from 'zod'
import type { Ref } from '../../../shared/model/content.ts'
import { secret } from '../heroku/secret.ts'
import { reduceAddress } from './address.ts'
import type { Collector, HerokuReader } from './collector.ts'
import { orNull, Time } from './fields.ts'

const Drain = z.object({
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
  topic: 'telemetry-drains',
  title: 'Telemetry drains',
  says: 'where traces, metrics and logs of each app and space on Fir go, and over which protocol',
  scope: 'read',
} as const

/** Telemetry of one app; only Fir has it, and no list spans apps, so one request for each Fir app. */
export const appTelemetry: Collector<'telemetry-drains', 'app'> = {
  ...common,
  id: 'telemetry-drains.app',
  per: 'app',
  when: (app) => app.generation === 'fir',
  collect: (heroku, app) => drains(heroku, `/apps/${app.id}/telemetry-drains`, app),
}

/** Telemetry of a whole space; only Fir has it. */
export const spaceTelemetry: Collector<'telemetry-drains', 'space'> = {
  ...common,
  id: 'telemetry-drains.space',
  per: 'space',
  when: (space) => space.generation === 'fir',
  collect: (heroku, space) => drains(heroku, `/spaces/${space.id}/telemetry-drains`, space),
}

async function* drains(heroku: HerokuReader, path: string, subject: Ref & { kind: string }) {
  for await (const drain of heroku.list(path, Drain)) {
    const address = reduceAddress(drain.exporter.endpoint.reveal())
    yield {
      subject: `${subject.name} to ${address.host}`,
      subjectId: drain.id,
      content: {
        id: drain.id,
        owner: { id: subject.id, name: subject.name, type: drain.owner?.type ?? subject.kind },
        signals: drain.signals.toSorted(),
        exporter_type: drain.exporter.type,
        scheme: address.scheme,
        host: address.host,
        port: address.port,
        credential_in_address: address.credentialInAddress,
        header_names: Object.keys(drain.exporter.headers ?? {}).sort(),
        created_at: drain.created_at,
      },
    }
  }
}
