import { z } from 'zod'
import type { Collector } from './collector.ts'
import { byName, KEY_VALUE, serviceOf, settingText } from './data-addons.ts'
import { orNull } from './fields.ts'
import { readKeyValue } from './key-value-info.ts'
import { meaningOf } from './postgres-info.ts'

const Value = orNull(z.union([z.string(), z.number(), z.boolean()]))
const Settings = z.record(z.string(), z.object({ value: Value, default: Value }))

const common = {
  topic: 'key-value-store',
  title: 'Key-value stores',
  says: 'how each key-value store is encrypted in transit, kept and set',
  scope: 'read-protected',
  per: 'addon',
  when: (addon: { readonly service: string }) => addon.service === KEY_VALUE,
} as const

/** Each key-value store: version, TLS, persistence, standby. */
export const keyValueStores: Collector<'key-value-store', 'addon'> = {
  ...common,
  id: 'key-value-store.store',
  async *collect(heroku, addon) {
    const info = await readKeyValue(heroku, addon)
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: {
        of: 'store',
        ...serviceOf(addon),
        version: info.version,
        status: info.status,
        requires_tls: info.requiresTls,
        prefer_native_tls: info.preferNativeTls,
        persistence: info.persistence,
        persistent: keepsData(info.persistence),
        highly_available: meaningOf(info.highAvailability),
        high_availability_stated: info.highAvailability,
        created_at: info.createdAt,
      },
    }
  },
}

/** Whether the words of the row mean that data survives a restart: append-only file and snapshots do. */
function keepsData(stated: string | null): boolean | null {
  if (stated === null) return null
  return /^(aof|rdb)\b/i.test(stated.trim()) ? true : meaningOf(stated)
}

/** How each key-value store is set: what it drops when it is full, and when it hangs up. */
export const keyValueSettings: Collector<'key-value-store', 'addon'> = {
  ...common,
  id: 'key-value-store.settings',
  async *collect(heroku, addon) {
    const path = `/redis/v0/databases/${addon.name}/config`
    const answer = await heroku.find(path, Settings, { api: 'data' })
    if (answer === null) return
    const timeout = answer.timeout?.value ?? null
    yield {
      subject: `${addon.name} settings`,
      subjectId: `settings:${addon.id}`,
      content: {
        of: 'settings',
        ...serviceOf(addon),
        maxmemory_policy: settingText(answer.maxmemory_policy?.value ?? null),
        timeout: typeof timeout === 'number' ? timeout : null,
        settings: byName(
          Object.entries(answer).map(([name, { value, default: initial }]) => ({
            name,
            value: settingText(value),
            default: settingText(initial),
            reboot_required: null,
          })),
        ),
      },
    }
  },
}
