import { z } from 'zod'
import { listAddons, POSTGRES } from './addons.ts'
import { App } from './app-inventory.ts'
import type { Collector } from './collector.ts'
import { orNull } from './fields.ts'
import { readPostgres } from './postgres-info.ts'
import { Space } from './space-isolation.ts'

const Region = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string(),
  locale: z.string(),
  private_capable: z.boolean(),
  provider: orNull(z.object({ region: orNull(z.string()) })),
})

const common = {
  topic: 'region-residency',
  title: 'Regions',
  says: 'in which region each app, space and database lives, and which regions Heroku has',
} as const

/** The regions of the catalog. */
export const regions: Collector<'region-residency', 'account'> = {
  ...common,
  id: 'region-residency.regions',
  scope: 'read',
  per: 'account',
  async *collect(heroku) {
    for await (const { provider, ...region } of heroku.list('/regions', Region))
      yield {
        subject: region.name,
        subjectId: region.id,
        content: { of: 'region', ...region, provider_region: provider?.region ?? null },
      }
  },
}

/** Where apps, spaces and add-ons live. Of add-ons only databases tell their region, see below. */
export const placements: Collector<'region-residency', 'account'> = {
  ...common,
  id: 'region-residency.placements',
  scope: 'read',
  per: 'account',
  async *collect(heroku) {
    for await (const app of heroku.listIfAllowed('/apps', App))
      yield placement('app', app, app.region.name, null)
    for await (const space of heroku.listIfAllowed('/spaces', Space))
      yield placement('space', space, space.region.name, null)
    for await (const addon of listAddons(heroku))
      if (addon.addon_service.name !== POSTGRES) yield placement('addon', addon, null, addon.app)
  },
}

/** Where each database lives, as the Data API tells it. */
export const databasePlacement: Collector<'region-residency', 'addon'> = {
  ...common,
  id: 'region-residency.databases',
  scope: 'read-protected',
  per: 'addon',
  when: (addon) => addon.service === POSTGRES,
  async *collect(heroku, addon) {
    const { region } = await readPostgres(heroku, addon)
    yield placement('addon', addon, region, addon.app)
  },
}

function placement(
  kind: 'app' | 'space' | 'addon',
  thing: { id: string; name: string },
  region: string | null,
  app: { id: string; name: string } | null,
) {
  return {
    subject: thing.name,
    subjectId: thing.id,
    content: {
      of: 'placement',
      kind,
      thing: { id: thing.id, name: thing.name },
      region,
      of_app: app && { id: app.id, name: app.name },
    },
  } as const
}
