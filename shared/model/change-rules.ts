import type { ContentOf } from './content.ts'
import type { Json } from './json.ts'
import type { Topic } from './topic.ts'

/** How the items of a topic are compared from one collection to another. */
export interface ChangeRule {
  /** Fields that move without anybody having changed anything: left out of every comparison. */
  readonly leaveOut?: readonly string[]
  /**
   * Items that record what happened rather than how something is set: new ones are shown among the changes, and
   * are no drift. True for the whole topic, or the kinds (`of`) that do.
   */
  readonly records?: true | readonly string[]
}

/**
 * What is noise, topic by topic, in one place. Only what moves by itself stands here:
 * times that follow a use or a renewal, seconds left, moving windows, counters and states of running processes,
 * bills until their month ends, and what a newer item of the same topic tells anyway (`current` of a release).
 * A time of a change made by a person, such as `value_updated_at` of a config var, is no noise. A topic that is
 * not here is compared whole.
 */
export const CHANGE_RULES: { readonly [T in keyof ContentOf]?: ChangeRule } = {
  'app-inventory': { leaveOut: ['released_at'] },
  releases: { leaveOut: ['current'], records: true },
  'builds-slugs': { records: ['build', 'slug', 'oci-image'] },
  'pipelines-promotions': { records: ['latest-build', 'latest-deployment', 'latest-release'] },
  'ci-test-runs': { leaveOut: ['updated_at'], records: true },
  'app-webhooks': { records: ['delivery', 'event'] },
  'app-transfers': { leaveOut: ['updated_at'] },
  'audit-trail-events': { records: true },
  'audit-trail-retention': { records: true },
  'member-removals': { records: true },
  'oauth-authorizations': { leaveOut: ['expires_in', 'updated_at', 'is_collector'] },
  'api-sessions': { leaveOut: ['expires_in', 'updated_at'], records: true },
  'domains-acm-certificates': { leaveOut: ['updated_at'] },
  'keystroke-logging': { leaveOut: ['dynos', 'one_off'], records: ['one-off-dyno'] },
  'postgres-rollback': { leaveOut: ['earliest_time', 'latest_time', 'stated'] },
  'postgres-backups': { leaveOut: ['processed_bytes'], records: ['transfer'] },
  'postgres-credentials': { leaveOut: ['roles'] },
  'data-service-versions': { leaveOut: ['current_gb'], records: ['past-maintenance', 'history-read'] },
  kafka: { leaveOut: ['data_size'] },
  'space-isolation': { leaveOut: ['processes'] },
  'evidence-package-integrity': { records: true },
}

/** The rule of a topic; an empty one where it has none. */
export function changeRule(topic: Topic): ChangeRule {
  return (CHANGE_RULES as Readonly<Partial<Record<Topic, ChangeRule>>>)[topic] ?? {}
}

/** Whether a changed field is one that is left out: itself, or anything below it. */
export function isLeftOut(rule: ChangeRule, field: string): boolean {
  return (rule.leaveOut ?? []).some(
    (path) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`),
  )
}

/** Whether an item records something that happened, so that a new one is no drift. */
export function isRecord(rule: ChangeRule, content: Json): boolean {
  if (rule.records === undefined || rule.records === true) return rule.records ?? false
  const of = typeof content === 'object' && content !== null ? Reflect.get(content, 'of') : null
  return typeof of === 'string' && rule.records.includes(of)
}
