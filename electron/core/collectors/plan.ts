import type { Collection, CollectionConditions, SubjectKind } from '../../../shared/model/collection.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { ReadableDb } from '../store/db.ts'
import type { AnyCollector, CollectorOf, SubjectOf } from './collector.ts'
import { SUBJECT_TOPICS, SUBJECTS } from './subjects.ts'

/** What the program derives from evidence when all else is read. */
export const DERIVED = [
  'audit-trail-retention',
  'member-removals',
  'evidence-package-integrity',
  'drift-between-periods',
] as const

/** Kinds of subjects in the order they are read: each is known from evidence of those before it. */
export const KINDS = ['account', 'enterprise', 'team', 'space', 'pipeline', 'app', 'addon'] as const

/** The key that a task is stored and found again under. */
export function taskKey(collector: { readonly id: string }, subject: { kind: string; id: string }): string {
  return `${collector.id}:${subject.kind}:${subject.id}`
}

/** What is chosen to be read. */
export type Choice = Pick<CollectionConditions, 'tiers' | 'asked'>

/**
 * The collectors that a choice leaves: the core and the tiers named, and every one of a topic that was asked for
 * by name, whatever its tier.
 */
export function chosen<C extends AnyCollector>(collectors: readonly C[], { tiers, asked }: Choice): C[] {
  const wanted = ({ tier = 'core', topic }: C) =>
    tier === 'core' || tiers.includes(tier) || (asked?.includes(topic) ?? false)
  return collectors.filter(wanted)
}

/**
 * The topics that are read when some are asked for: those, and the lists that their subjects come from. All of
 * them where none are named.
 */
export function topicsToRead(asked: readonly Topic[] | null, collectors: readonly AnyCollector[]): Topic[] {
  const read = collectors.map((collector) => collector.topic)
  const all = [...new Set<Topic>([...read, 'audit-trail-events', ...DERIVED])]
  if (asked === null) return all
  const topics = new Set<Topic>(asked)
  if (topics.has('audit-trail-retention') || topics.has('member-removals')) topics.add('audit-trail-events')
  if (topics.has('audit-trail-events')) for (const topic of SUBJECT_TOPICS.enterprise) topics.add(topic)
  for (const collector of collectors)
    if (asked.includes(collector.topic)) for (const topic of SUBJECT_TOPICS[collector.per]) topics.add(topic)
  return all.filter((topic) => topics.has(topic))
}

/** The collectors of a kind that a collection runs, in their order. */
export function collectorsOf<K extends SubjectKind>(
  kind: K,
  collectors: readonly AnyCollector[],
  topics: readonly Topic[],
): readonly CollectorOf<K>[] {
  const ofKind = (one: AnyCollector): one is AnyCollector & CollectorOf<K> => one.per === kind
  return collectors.filter(ofKind).filter((one) => topics.includes(one.topic))
}

/** The collectors that apply to one subject. */
export function collectorsFor<K extends SubjectKind>(
  collectors: readonly CollectorOf<K>[],
  subject: SubjectOf[K],
): readonly CollectorOf<K>[] {
  return collectors.filter((collector) => collector.when?.(subject) ?? true)
}

/** How many tasks a kind makes, given the evidence stored so far. */
export function tasksOf<K extends SubjectKind>(
  kind: K,
  db: ReadableDb,
  collection: Collection,
  all: readonly AnyCollector[],
): number {
  const collectors = collectorsOf(kind, all, collection.topics)
  if (collectors.length === 0) return 0
  let tasks = 0
  for (const subject of SUBJECTS[kind](db, collection)) tasks += collectorsFor(collectors, subject).length
  return tasks
}
