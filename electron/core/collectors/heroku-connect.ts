import { listAddons } from './addons.ts'
import { App } from './app-inventory.ts'
import type { Collector } from './collector.ts'
import { planTier } from './postgres-plan.ts'

/** Add-on services of Heroku Connect. Source: Heroku's add-on catalog. */
const CONNECT = /^(heroku-?connect)/

/**
 * Which apps sync with Salesforce, on which plan and in which space. Derived from two lists that are read anyway:
 * mappings and states are told by no documented API, so people import or attest them.
 */
export const herokuConnect: Collector<'heroku-connect', 'account'> = {
  id: 'heroku-connect',
  topic: 'heroku-connect',
  title: 'Heroku Connect',
  says: 'which apps sync data with Salesforce, on which plan, and where they run',
  scope: 'read',
  per: 'account',
  async *collect(heroku) {
    const spaces = new Map<string, { id: string; name: string; shield: boolean | null }>()
    for await (const { id, space } of heroku.listIfAllowed('/apps', App))
      if (space) spaces.set(id, { id: space.id, name: space.name, shield: space.shield ?? null })
    for await (const addon of listAddons(heroku)) {
      if (!CONNECT.test(addon.addon_service.name)) continue
      yield {
        subject: `${addon.name} of ${addon.app.name}`,
        subjectId: addon.id,
        content: {
          addon: { id: addon.id, name: addon.name },
          app: addon.app,
          plan: addon.plan.name,
          tier: planTier(addon.plan.name),
          service: addon.addon_service.name,
          state: addon.state,
          space: spaces.get(addon.app.id) ?? null,
          created_at: addon.created_at,
        },
      }
    }
  },
}
