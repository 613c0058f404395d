import { z } from 'zod'
import type { PostgresDatabase } from '../../../shared/model/content.ts'
import type { AddonSubject, HerokuReader } from './collector.ts'
import { instantOf, orNull, Time } from './fields.ts'
import { planTier } from './postgres-plan.ts'

const Classic = z.object({
  created_at: orNull(Time),
  info: orNull(
    z.array(
      z.object({
        name: z.string(),
        values: orNull(z.array(z.union([z.string(), z.number(), z.boolean()]))),
      }),
    ),
  ),
})

const Feature = z.object({ enabled: orNull(z.boolean()) })

const Advanced = z.object({
  version: orNull(z.string()),
  region: orNull(z.string()),
  status: orNull(z.string()),
  created_at: orNull(Time),
  features: z.object({
    continuous_protection: orNull(Feature),
    data_encryption: orNull(Feature),
    highly_available: orNull(Feature),
    rollback: orNull(Feature.extend({ earliest_time: orNull(Time), latest_time: orNull(Time) })),
  }),
  pools: orNull(z.array(z.object({ expected_count: orNull(z.number()), name: orNull(z.string()) }))),
})

/** What a feature's row says: its own words, and their meaning where that is known. */
export interface Stated {
  readonly on: boolean | null
  readonly stated: string | null
}

/** A database as both generations of the Data API tell it, in one shape. */
export interface PostgresInfo {
  readonly database: PostgresDatabase
  readonly createdAt: string | null
  readonly status: string | null
  /** Heroku's words on maintenance that is due; null where there is no such row. */
  readonly maintenance: string | null
  readonly region: string | null
  readonly encryption: Stated
  readonly customerKey: string | null
  readonly availability: Stated
  readonly followers: number
  readonly protection: Stated
  readonly rollback: Stated & { readonly earliest: string | null; readonly latest: string | null }
}

/**
 * Reads a database from the Data API; four topics share the answer. Throws `Refused` where it is still being
 * provisioned (404). Source of the rows: Heroku's CLI, `src/lib/pg/types.ts`; their texts are read leniently.
 */
export async function readPostgres(heroku: HerokuReader, addon: AddonSubject): Promise<PostgresInfo> {
  return planTier(addon.plan) === 'advanced' ? readAdvanced(heroku, addon) : readClassic(heroku, addon)
}

async function readClassic(heroku: HerokuReader, addon: AddonSubject): Promise<PostgresInfo> {
  const path = `/client/v11/databases/${addon.id}`
  const { info, created_at } = await heroku.get(path, Classic, { api: 'data' })
  const rows = new Map((info ?? []).map((row) => [row.name.toLowerCase(), (row.values ?? []).map(String)]))
  const text = (name: string) => rows.get(name)?.join(', ') ?? null
  const state = (name: string): Stated => ({ on: meaningOf(text(name)), stated: text(name) })
  const rollback = text('rollback')
  const earliest = /earliest from (.+?)(?:\s*\(|$)/i.exec(rollback ?? '')?.[1]
  return {
    database: databaseOf(addon, text('pg version')),
    createdAt: created_at,
    status: text('status'),
    maintenance: text('maintenance'),
    region: text('region'),
    encryption: state('data encryption'),
    customerKey: text('customer encryption key'),
    availability: state('ha status'),
    followers: rows.get('followers')?.length ?? 0,
    protection: state('continuous protection'),
    rollback: {
      on: earliest ? true : meaningOf(rollback),
      stated: rollback,
      earliest: earliest ? instantOf(earliest) : null,
      latest: null,
    },
  }
}

async function readAdvanced(heroku: HerokuReader, addon: AddonSubject): Promise<PostgresInfo> {
  const path = `/data/postgres/v1/${addon.id}/info`
  const answer = await heroku.get(path, Advanced, { api: 'data' })
  const { continuous_protection, data_encryption, highly_available, rollback } = answer.features
  return {
    database: databaseOf(addon, answer.version),
    createdAt: answer.created_at,
    status: answer.status,
    maintenance: null,
    region: answer.region,
    encryption: feature(data_encryption),
    customerKey: null,
    availability: feature(highly_available),
    followers: (answer.pools ?? []).filter((pool) => pool.name !== 'leader').length,
    protection: feature(continuous_protection),
    rollback: {
      ...feature(rollback),
      earliest: rollback?.earliest_time ?? null,
      latest: rollback?.latest_time ?? null,
    },
  }
}

function databaseOf(addon: AddonSubject, version: string | null): PostgresDatabase {
  return {
    addon: { id: addon.id, name: addon.name },
    app: addon.app,
    plan: addon.plan,
    tier: planTier(addon.plan),
    version,
  }
}

function feature(state: { enabled: boolean | null } | null): Stated {
  return { on: state?.enabled ?? null, stated: null }
}

const YES = /^(on|in use|enabled|available|active|yes|true|encrypted)\b/i
const NO =
  /^(off|not in use|not enabled|disabled|unavailable|unsupported|not available|inactive|none|no|false)\b/i

/** What the text of a row means; null for texts that are not known, so that nobody takes them for a yes. */
export function meaningOf(text: string | null): boolean | null {
  if (text === null) return null
  if (NO.test(text.trim())) return false
  return YES.test(text.trim()) ? true : null
}
