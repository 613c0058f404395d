import type { PlannedRequests } from '../../../shared/model/collection-plan.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { patternOf } from '../heroku/pattern.ts'
import type { AnyCollector, SubjectOf } from './collector.ts'
import { collectorsFor, collectorsOf, KINDS } from './plan.ts'
import { plannedReads } from './planned-reads.ts'
import { FINDERS, type FoundBy, type ReadContents } from './subjects.ts'

/** What a plan is made of. */
export interface PlanSource {
  readonly collectors: readonly AnyCollector[]
  readonly topics: readonly Topic[]
  /** Contents of the topics that list the subjects. */
  readonly contents: ReadContents
  readonly by: FoundBy
  /** Pages that a list had the last time; 1 where that is not known. */
  readonly pages: (path: string) => number
  /** What the collection before asked; of use for reads that depend on an answer. Empty where there is none. */
  readonly asked: Iterable<{
    readonly path: string
    readonly collector: string
    readonly kind: keyof SubjectOf
  }>
}

/** The requests of a collection by kind, and how many of them count against the account's allowance. */
export interface PlannedCollection {
  readonly requests: readonly PlannedRequests[]
  readonly subjects: Readonly<Record<(typeof KINDS)[number], number>>
  readonly counted: number
}

/** Counts what the collectors are going to ask about each subject that is known, without asking anything. */
export async function planCollection(source: PlanSource): Promise<PlannedCollection> {
  const kinds = new Map<
    string,
    { pattern: string; per: keyof SubjectOf; subjects: number; requests: number }
  >()
  const subjects: Record<keyof SubjectOf, number> = {
    ...{ account: 0, enterprise: 0, team: 0, space: 0, pipeline: 0, app: 0, addon: 0 },
  }
  let counted = 0
  const plan = async <K extends keyof SubjectOf>(kind: K) => {
    const collectors = collectorsOf(kind, source.collectors, source.topics)
    for (const subject of FINDERS[kind](source.contents, source.by)) {
      subjects[kind]++
      const met = new Set<string>()
      for (const read of await plannedReads(collectorsFor(collectors, subject), subject)) {
        const pattern = patternOf(read.path)
        const key = `${kind} ${pattern}`
        const known = kinds.get(key) ?? { pattern, per: kind, subjects: 0, requests: 0 }
        const requests = read.list ? source.pages(read.path) : 1
        known.requests += requests
        if (!met.has(pattern)) known.subjects++
        met.add(pattern)
        kinds.set(key, known)
        if (read.api === 'platform') counted += requests
      }
    }
  }
  for (const kind of KINDS) await plan(kind)
  const foreseen = new Set(kinds.keys())
  const ids = new Set(source.collectors.map(({ id }) => id))
  for (const { path, kind, collector } of source.asked) {
    const pattern = patternOf(path)
    const key = `${kind} ${pattern}`
    if (foreseen.has(key) || !ids.has(collector) || !path.startsWith('/')) continue
    const known = kinds.get(key) ?? { pattern, per: kind, subjects: 0, requests: 0 }
    known.subjects++
    known.requests++
    kinds.set(key, known)
    counted++
  }
  return { requests: [...kinds.values()].sort((a, b) => b.requests - a.requests), subjects, counted }
}
