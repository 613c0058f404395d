import { z } from 'zod'
import type { ServiceSetting } from '../../../shared/model/content.ts'
import { POSTGRES } from './addons.ts'
import type { AddonSubject, Collector, HerokuReader } from './collector.ts'
import { byName, serviceOf, settingText } from './data-addons.ts'
import { orNull } from './fields.ts'
import { planTier } from './postgres-plan.ts'

const Value = orNull(z.union([z.string(), z.number(), z.boolean()]))

const Classic = z.record(z.string(), z.object({ value: Value, default: Value }))

const Advanced = z.object({
  name: z.string(),
  current: Value,
  default: Value,
  reboot_required: orNull(z.boolean()),
})

/** What each database writes into its log, and its other settings. */
export const postgresLoggingSettings: Collector<'postgres-logging-settings', 'addon'> = {
  id: 'postgres-logging-settings',
  topic: 'postgres-logging-settings',
  title: 'Postgres logging settings',
  says: 'which connections and statements each database logs, and how else it is set',
  scope: 'read-protected',
  per: 'addon',
  when: (addon) => addon.service === POSTGRES,
  async *collect(heroku, addon) {
    const settings = await readSettings(heroku, addon)
    if (settings === null) return
    const text = (name: string) => settings.find((one) => one.name === name)?.value ?? null
    const duration = text('log_min_duration_statement')
    const connections = text('log_connections')
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: {
        ...serviceOf(addon),
        log_connections: connections === null ? null : /^(true|on|1|all|receipt.*)$/i.test(connections),
        log_statement: text('log_statement'),
        log_min_duration_statement: duration !== null && /^-?\d+$/.test(duration) ? Number(duration) : null,
        log_min_error_statement: text('log_min_error_statement'),
        settings,
      },
    }
  },
}

/** Null where Heroku offers no settings for the database (404), which is not the same as none being set. */
async function readSettings(
  heroku: HerokuReader,
  addon: AddonSubject,
): Promise<readonly ServiceSetting[] | null> {
  const settings: ServiceSetting[] = []
  if (planTier(addon.plan) === 'advanced') {
    const path = `/data/postgres/v1/${addon.id}/settings`
    for await (const { name, current, default: initial, reboot_required } of heroku.list(path, Advanced, {
      api: 'data',
    }))
      settings.push({ name, value: settingText(current), default: settingText(initial), reboot_required })
    return byName(settings)
  }
  const path = `/postgres/v0/databases/${addon.id}/config`
  const answer = await heroku.find(path, Classic, { api: 'data' })
  if (answer === null) return null
  for (const [name, { value, default: initial }] of Object.entries(answer))
    settings.push({
      name,
      value: settingText(value),
      default: settingText(initial),
      reboot_required: null,
    })
  return byName(settings)
}
