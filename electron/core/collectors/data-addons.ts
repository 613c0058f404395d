import type { DataService, ServiceSetting } from '../../../shared/model/content.ts'
import type { AddonSubject } from './collector.ts'
import { planTier } from './postgres-plan.ts'
import { refusalOf } from './refused.ts'

/** The add-on service of Heroku Key-Value Store. */
export const KEY_VALUE = 'heroku-redis'

/** The add-on service of Apache Kafka on Heroku. */
export const KAFKA = 'heroku-kafka'

/** The add-on services of Heroku Data. */
export const DATA_SERVICES: readonly string[] = ['heroku-postgresql', KEY_VALUE, KAFKA]

/** Tiers that live in a Private Space, where alone mutual TLS, PrivateLink and own keys exist. Source: Dev Center. */
const IN_SPACES: readonly string[] = ['private', 'shield']

/** Shared Postgres plans, which have neither followers nor links. */
const SHARED: readonly string[] = ['essential', 'mini', 'basic', 'hobby', 'dev']

/** What an item tells of the add-on that it is about. */
export function serviceOf(addon: AddonSubject): DataService {
  return {
    addon: { id: addon.id, name: addon.name },
    app: { id: addon.app.id, name: addon.app.name },
    plan: addon.plan,
    tier: planTier(addon.plan),
  }
}

/** Whether the plan belongs into a Private or Shield Space. */
export function livesInSpace(addon: AddonSubject): boolean {
  return IN_SPACES.includes(planTier(addon.plan))
}

/** Whether a plan has hours of its own for maintenance; Heroku chooses them for plans on shared servers. */
export function hasWindow(addon: AddonSubject): boolean {
  return addon.service === KAFKA || !SHARED.includes(planTier(addon.plan))
}

/** Whether a Postgres plan has a server of its own and is not of the Advanced generation. */
export function isDedicatedClassic(addon: AddonSubject): boolean {
  const tier = planTier(addon.plan)
  return addon.service === 'heroku-postgresql' && tier !== 'advanced' && !SHARED.includes(tier)
}

/** Null where a feature is gone (410), as where it was never there: the reader has recorded which of the two. */
export async function unlessGone<T>(read: Promise<T | null>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    if (refusalOf(error) === 'gone') return null
    throw error
  }
}

/** A setting's value or default as text; null where there is none. */
export function settingText(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value)
}

/** Settings by name, in an order that does not depend on Heroku's. */
export function byName(settings: readonly ServiceSetting[]): readonly ServiceSetting[] {
  return settings.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
