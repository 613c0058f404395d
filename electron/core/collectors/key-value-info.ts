import { z } from 'zod'
import type { AddonSubject, HerokuReader } from './collector.ts'
import { MaybeTime, orNull } from './fields.ts'
import { meaningOf } from './postgres-info.ts'

const Store = z.object({
  version: orNull(z.string()),
  prefer_native_tls: orNull(z.boolean()),
  customer_encryption_key: orNull(z.string()),
  created_at: MaybeTime,
  info: orNull(
    z.array(
      z.object({
        name: z.string(),
        values: orNull(z.array(z.union([z.string(), z.number(), z.boolean()]))),
      }),
    ),
  ),
})

/** A key-value store as the Data API tells it, without its address. */
export interface KeyValueInfo {
  readonly version: string | null
  readonly preferNativeTls: boolean | null
  readonly customerKey: string | null
  readonly createdAt: string | null
  readonly status: string | null
  readonly maintenance: string | null
  readonly requiresTls: boolean | null
  readonly persistence: string | null
  readonly highAvailability: string | null
}

/**
 * Reads a key-value store; three topics share the answer. Its rows are Heroku's words and are read leniently.
 * Source: Heroku's CLI, `src/lib/redis/api.ts`, which asks by the name of the add-on.
 */
export async function readKeyValue(heroku: HerokuReader, addon: AddonSubject): Promise<KeyValueInfo> {
  const answer = await heroku.get(`/redis/v0/databases/${addon.name}`, Store, { api: 'data' })
  const rows = new Map((answer.info ?? []).map((row) => [row.name.toLowerCase(), row.values ?? []]))
  const text = (...names: readonly string[]) => {
    const row = names.map((name) => rows.get(name)).find((values) => values !== undefined)
    return row === undefined ? null : row.join(', ')
  }
  return {
    version: answer.version ?? text('version'),
    preferNativeTls: answer.prefer_native_tls,
    customerKey: answer.customer_encryption_key ?? text('customer encryption key'),
    createdAt: answer.created_at,
    status: text('status'),
    maintenance: text('maintenance'),
    requiresTls: meaningOf(text('requires tls', 'tls required', 'tls')),
    persistence: text('persistence'),
    highAvailability: text('ha status'),
  }
}
