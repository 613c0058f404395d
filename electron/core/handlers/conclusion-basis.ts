import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { ControlState } from '../../../shared/model/framework.ts'
import type { ConclusionBasis } from '../../../shared/model/records/conclusion-basis.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { Conclusion, StandingConclusion } from '../../../shared/model/work.ts'
import { canonicalJson, hex, sha256 } from '../store/canonical.ts'
import { newestComplete } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { topicDigest } from '../store/evidence-population.ts'
import { recordOf, recordsOf } from '../store/records.ts'
import { factsOf, statesOf } from './control-facts.ts'

const digests = new WeakMap<ReadableDb, Map<string, string>>()

/** The digest of a topic in a complete collection, made once: what is complete never changes. */
function digestOf(db: ReadableDb, collectionId: number, topic: Topic): string {
  const ofDb = digests.get(db) ?? new Map<string, string>()
  digests.set(db, ofDb)
  const key = `${collectionId}\n${topic}`
  const digest = ofDb.get(key) ?? topicDigest(db, collectionId, topic)
  ofDb.set(key, digest)
  return digest
}

/** The key under which the basis of a conclusion stands. */
export const basisKey = (framework: FrameworkId, control: string) => `${framework}:${control}`

/** What a control rests on in a collection: a digest per topic, and per check its answers. */
function basisOf(db: ReadableDb, collectionId: number, { topics, checks }: ControlState): ConclusionBasis {
  const parts = Object.fromEntries([
    ...topics.map(({ topic }) => [`topic ${topic}`, digestOf(db, collectionId, topic)] as const),
    ...checks
      .filter(({ counts }) => Object.values(counts).some((count) => count > 0))
      .map(({ check, counts }) => [`check ${check}`, hex(sha256(canonicalJson(counts)))] as const),
  ])
  return { collectionId, digest: hex(sha256(canonicalJson(parts))), topics: parts }
}

/** What a control rests on in the newest complete collection; null where there is none. */
export function presentBasis(
  db: ReadableDb,
  framework: FrameworkId,
  control: string,
): ConclusionBasis | null {
  const collection = newestComplete(db)
  if (!collection) return null
  const state = statesOf(db, framework, factsOf(db, collection.id)).find((one) => one.control.id === control)
  return state ? basisOf(db, collection.id, state) : null
}

/**
 * What differs between the basis of a conclusion and today's: names of topics and checks. Checks that were not
 * run yet over the newer collection say nothing.
 */
function changesSince(then: ConclusionBasis, now: ConclusionBasis): readonly string[] {
  if (then.digest === now.digest) return []
  const names = [...new Set([...Object.keys(then.topics), ...Object.keys(now.topics)])]
  const judged = names.some((name) => name.startsWith('check ') && name in now.topics)
  return names.filter(
    (name) => then.topics[name] !== now.topics[name] && (judged || !name.startsWith('check ')),
  )
}

/**
 * Conclusions as they stand today: each with what changed beneath it since it was signed, and with the review
 * notes that are open on its control. One that rests on nothing that was kept tells no change.
 */
export function standingConclusions(
  db: ReadableDb,
  framework: FrameworkId,
  conclusions: readonly Conclusion[],
): readonly StandingConclusion[] {
  if (conclusions.length === 0) return []
  const collection = newestComplete(db)
  const states = collection ? statesOf(db, framework, factsOf(db, collection.id)) : []
  const byControl = new Map(states.map((state) => [state.control.id, state]))
  const notes = recordsOf(db, 'note').filter(({ content }) => content.review && content.state !== 'closed')
  return conclusions.map((conclusion) => {
    const key = basisKey(framework, conclusion.control)
    const then = recordOf(db, 'conclusion-basis', key)?.content
    const state = byControl.get(conclusion.control)
    const changed = then && state && collection ? changesSince(then, basisOf(db, collection.id, state)) : []
    const openNotes = notes.filter(
      ({ content }) => content.about.kind === 'control' && content.about.id === key,
    )
    return { ...conclusion, changed, openReviewNotes: openNotes.length }
  })
}
