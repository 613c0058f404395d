import { z } from 'zod'
import { POSTGRES } from './addons.ts'
import type { AddonSubject, Collector, Found, HerokuReader } from './collector.ts'
import { DATA_SERVICES, hasWindow, KEY_VALUE, serviceOf } from './data-addons.ts'
import { orNull, Time } from './fields.ts'
import { readKafka } from './kafka-info.ts'
import { readKeyValue } from './key-value-info.ts'
import { readPostgres } from './postgres-info.ts'
import { planTier } from './postgres-plan.ts'

const Maintenance = z.object({
  addon: z.object({ uuid: z.string(), name: z.string(), kind: orNull(z.string()), plan: orNull(z.string()) }),
  app: z.object({ uuid: z.string(), name: z.string() }),
  status: z.string(),
  required_by: orNull(Time),
  scheduled_for: orNull(Time),
  window: orNull(z.string()),
  method: orNull(z.string()),
  reason: orNull(z.string()),
  started_at: orNull(Time),
  completed_at: orNull(Time),
  duration_seconds: orNull(z.number()),
})

const Window = z.object({
  window: orNull(z.string()),
  previous_window: orNull(z.string()),
  scheduled_for: orNull(Time),
  previously_scheduled_for: orNull(Time),
})

const common = {
  topic: 'data-service-versions',
  title: 'Data service versions and maintenance',
  says: 'which version each database, key-value store and Kafka cluster runs, and which maintenance is due or was done',
} as const

const isData = (addon: AddonSubject) => DATA_SERVICES.includes(addon.service)

/** The version of each data service, from the answer that other topics share. */
export const serviceVersions: Collector<'data-service-versions', 'addon'> = {
  ...common,
  id: 'data-service-versions.version',
  scope: 'read-protected',
  per: 'addon',
  when: isData,
  async *collect(heroku, addon) {
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: { of: 'version', ...serviceOf(addon), ...(await readVersion(heroku, addon)) },
    }
  },
}

async function readVersion(heroku: HerokuReader, addon: AddonSubject) {
  if (addon.service === POSTGRES) {
    const { database, status, maintenance, createdAt } = await readPostgres(heroku, addon)
    const { version } = database
    return { engine: 'postgres', version, status, maintenance, created_at: createdAt } as const
  }
  if (addon.service === KEY_VALUE) {
    const { version, status, maintenance, createdAt } = await readKeyValue(heroku, addon)
    return { engine: 'key-value', version, status, maintenance, created_at: createdAt } as const
  }
  const { version, status, created_at } = await readKafka(heroku, addon)
  return { engine: 'kafka', version, status, maintenance: null, created_at } as const
}

/** Maintenance of all data services of an app, in one read. */
export const appMaintenances: Collector<'data-service-versions', 'app'> = {
  ...common,
  id: 'data-service-versions.maintenance',
  scope: 'read',
  per: 'app',
  when: (app) => app.hasData,
  async *collect(heroku, app) {
    let count = 0
    const path = `/data/maintenances/v1/apps/${app.id}`
    for await (const one of heroku.list(path, Maintenance, { api: 'data' })) {
      count += 1
      yield maintenanceItem(
        'maintenance',
        one,
        `${one.addon.name} maintenance`,
        `maintenance:${one.addon.uuid}`,
      )
    }
    yield {
      subject: `${app.name} maintenances`,
      subjectId: `maintenances:${app.id}`,
      content: { of: 'maintenances-read', app: { id: app.id, name: app.name }, count },
    }
  },
}

/** At most this many past maintenances are asked for: some years of them. */
const MOST_PAST = 100

/** Maintenance that was done: how fast patches arrived. */
export const maintenanceHistory: Collector<'data-service-versions', 'addon'> = {
  ...common,
  id: 'data-service-versions.history',
  scope: 'read',
  per: 'addon',
  when: isData,
  async *collect(heroku, addon) {
    let count = 0
    const path = `/data/maintenances/v1/${addon.id}/history/?limit=${MOST_PAST}`
    for await (const one of heroku.list(path, Maintenance, { api: 'data', mayBeOff: true })) {
      count += 1
      const when = one.started_at ?? one.scheduled_for ?? one.completed_at ?? String(count)
      yield maintenanceItem(
        'past-maintenance',
        one,
        `${addon.name} maintenance of ${when.slice(0, 10)}`,
        `${addon.id}:${when}`,
      )
    }
    yield {
      subject: `${addon.name} history`,
      subjectId: `history:${addon.id}`,
      content: { of: 'history-read', ...serviceOf(addon), count },
    }
  },
}

/** The weekly hours in which each data service may be maintained, and to when maintenance was moved. */
export const maintenanceWindow: Collector<'data-service-versions', 'addon'> = {
  ...common,
  id: 'data-service-versions.window',
  tier: 'extended',
  scope: 'read',
  per: 'addon',
  when: (addon) => isData(addon) && hasWindow(addon),
  async *collect(heroku, addon) {
    const answer = await heroku.find(`/data/maintenances/v1/${addon.id}/window`, Window, { api: 'data' })
    if (answer)
      yield {
        subject: `${addon.name} window`,
        subjectId: `window:${addon.id}`,
        content: { of: 'window', ...serviceOf(addon), ...answer },
      }
  },
}

function maintenanceItem(
  of: 'maintenance' | 'past-maintenance',
  { addon, app, ...told }: z.infer<typeof Maintenance>,
  subject: string,
  subjectId: string,
): Found<'data-service-versions'> {
  const plan = [addon.kind, addon.plan].filter((part) => part !== null).join(':')
  return {
    subject,
    subjectId,
    content: {
      of,
      addon: { id: addon.uuid, name: addon.name },
      app: { id: app.uuid, name: app.name },
      plan,
      tier: planTier(plan),
      ...told,
    },
  }
}
