import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import type { Addon } from './addons.ts'
import { readsOf } from './reads.ts'

/** Topics about services of Heroku Data whose items name the add-on that they are about. */
type ServiceTopic =
  | 'postgres-credentials'
  | 'postgres-logging-settings'
  | 'postgres-links-dataclips'
  | 'key-value-store'
  | 'kafka'
  | 'mtls'
  | 'privatelink'
  | 'byok'

/** Tiers of Postgres on shared servers: one credential, no settings, no links. Source: Heroku's CLI. */
export const SHARED_POSTGRES: ReadonlySet<string> = new Set(['essential', 'mini', 'basic', 'hobby', 'dev'])

/** Whether an add-on is of one of these services. */
export function ofService(...services: readonly string[]): (addon: Addon) => boolean {
  return (addon) => services.includes(addon.content.addon_service.name)
}

/** First word of a plan, such as `shield` of `heroku-kafka:shield-standard-0`. */
export function tierOf(plan: string): string {
  const name = plan.split(':').at(-1) ?? plan
  return name.split('-')[0] ?? name
}

/** What a collection holds of each add-on in one topic, and why it may hold nothing. */
export interface OfAddons<T extends ServiceTopic> {
  of(addonId: string): readonly EvidenceItem<T>[]
  /** Why nothing is known of an add-on, as a sentence; null where it was read. */
  gap(addonId: string): string | null
}

/** Indexes a topic by add-on. `path` limits refusals to the reads that an answer rests on. */
export function ofAddons<T extends ServiceTopic>(view: EvidenceView, topic: T, path?: RegExp): OfAddons<T> {
  const byAddon = new Map<string, EvidenceItem<T>[]>()
  for (const item of view.items(topic)) {
    const { id } = (item.content as { readonly addon: { readonly id: string } }).addon
    const own = byAddon.get(id)
    if (own) own.push(item)
    else byAddon.set(id, [item])
  }
  const reads = readsOf(view, topic, path)
  return {
    of: (addonId) => byAddon.get(addonId) ?? [],
    gap: (addonId) => reads.gap('addon', addonId),
  }
}
