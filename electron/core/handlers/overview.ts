import type { TopicFreshness } from '../../../shared/contract-work.ts'
import type { Collection } from '../../../shared/model/collection.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { mappingsOf } from '../frameworks/decisions.ts'
import { listCollections, newestComplete, resolveCollection } from '../store/collections.ts'
import { conclusionsOf } from '../store/conclusions.ts'
import type { ReadableDb } from '../store/db.ts'
import { documentsOf } from '../store/documents.ts'
import { topicCounts } from '../store/evidence.ts'
import { acceptedExceptions } from '../store/exceptions.ts'
import { decidedMappings } from '../store/mappings.ts'
import { notRead } from '../store/readings.ts'
import { resultsBySeverity } from '../store/results-tally.ts'
import { chosenFrameworks, frameworkOf } from './framework-catalog.ts'
import type { Handlers } from './handler.ts'

const SOON_DAYS = 30

/**
 * Each topic that the locker has evidence of, as the newest complete collection left it that read it: one that
 * the present collection was not to read is as old as that.
 */
function topicsOf(db: ReadableDb, newest: Collection): TopicFreshness[] {
  const told = new Map<Topic, TopicFreshness>()
  const earlier = listCollections(db).filter(({ id, state }) => state === 'complete' && id < newest.id)
  for (const { id, topics, startedAt } of [newest, ...earlier.reverse()]) {
    const missing = topics.filter((topic) => !told.has(topic))
    if (missing.length === 0) continue
    const refused = Map.groupBy(notRead(db, id), ({ topic }) => topic)
    const items = new Map(topicCounts(db, id).map(({ topic, items }) => [topic, items]))
    for (const topic of missing) {
      const freshness = { topic, items: items.get(topic) ?? 0, notRead: refused.get(topic)?.length ?? 0 }
      told.set(topic, { ...freshness, capturedAt: startedAt })
    }
  }
  return [...told.values()].filter(({ items, notRead }) => items + notRead > 0)
}

function workIn(db: ReadableDb, id: FrameworkId) {
  const framework = frameworkOf(db, id)
  const kinds = new Set(framework.requirementKinds)
  const mappings = mappingsOf(framework, decidedMappings(db, id))
  const spoken = new Set(
    mappings
      .filter(({ decision, subjectId }) => decision !== 'rejected' && subjectId === null)
      .map(({ control }) => control),
  )
  const conclusions = conclusionsOf(db, id)
  return {
    framework: id,
    controls: framework.controls.filter((one) => kinds.has(one.kind) && spoken.has(one.id)).length,
    concluded: conclusions.length,
    reviewed: conclusions.filter(({ reviewedBy }) => reviewedBy !== null).length,
    mappingsToDecide: mappings.filter(({ decision }) => decision === 'suggested').length,
  }
}

function workOf(db: ReadableDb) {
  const frameworks = chosenFrameworks(db).map((id) => workIn(db, id))
  const sum = (of: (one: (typeof frameworks)[number]) => number) =>
    frameworks.reduce((total, one) => total + of(one), 0)
  return {
    controls: sum(({ controls }) => controls),
    concluded: sum(({ concluded }) => concluded),
    reviewed: sum(({ reviewed }) => reviewed),
    mappingsToDecide: sum(({ mappingsToDecide }) => mappingsToDecide),
    frameworks,
  }
}

/** What the first screen of a locker tells. */
export const overviewHandlers = {
  'overview:get'({ db, now }, { collectionId }) {
    const collection = collectionId === null ? newestComplete(db) : resolveCollection(db, collectionId)
    const today = now().toISOString().slice(0, 10)
    const soon = new Date(now().getTime() + SOON_DAYS * 86_400_000).toISOString().slice(0, 10)
    const ending = (until: string | null) => until !== null && until >= today && until <= soon
    return {
      collection,
      topics: collection ? topicsOf(db, collection) : [],
      failures: resultsBySeverity(db, collection?.id ?? 0, today),
      work: workOf(db),
      exceptionsEndingSoon: acceptedExceptions(db).filter(({ until }) => ending(until)).length,
      documentsEndingSoon: documentsOf(db).filter(({ validTo }) => ending(validTo)).length,
    }
  },
} satisfies Partial<Handlers>
