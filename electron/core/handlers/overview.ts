import { SEVERITIES } from '../../../shared/model/check.ts'
import { mappingsOf } from '../frameworks/decisions.ts'
import { newestComplete, resolveCollection } from '../store/collections.ts'
import { conclusionsOf } from '../store/conclusions.ts'
import type { ReadableDb } from '../store/db.ts'
import { documentsOf } from '../store/documents.ts'
import { topicCounts } from '../store/evidence.ts'
import { acceptedExceptions } from '../store/exceptions.ts'
import { decidedMappings } from '../store/mappings.ts'
import { notRead } from '../store/readings.ts'
import { eachResult } from '../store/results.ts'
import { chosenFrameworks, frameworkOf } from './framework-catalog.ts'
import type { Handlers } from './handler.ts'

const SOON_DAYS = 30

function failures(db: ReadableDb, collectionId: number, today: string) {
  const accepted = new Set(
    acceptedExceptions(db)
      .filter(({ until }) => until >= today)
      .map(({ checkId, subjectId }) => `${checkId}\n${subjectId}`),
  )
  const counts = new Map(SEVERITIES.map((severity) => [severity, { severity, open: 0, accepted: 0 }]))
  for (const result of eachResult(db, collectionId)) {
    const count = counts.get(result.severity)
    if (result.answer !== 'fail' || !count) continue
    if (accepted.has(`${result.checkId}\n${result.subjectId}`)) count.accepted++
    else count.open++
  }
  return [...counts.values()]
}

function topicsOf(db: ReadableDb, collectionId: number, capturedAt: string) {
  const refused = Map.groupBy(notRead(db, collectionId), ({ topic }) => topic)
  const items = new Map(topicCounts(db, collectionId).map(({ topic, items }) => [topic, items]))
  return [...new Set([...items.keys(), ...refused.keys()])].map((topic) => ({
    topic,
    items: items.get(topic) ?? 0,
    notRead: refused.get(topic)?.length ?? 0,
    capturedAt,
  }))
}

function workOf(db: ReadableDb) {
  const work = { controls: 0, concluded: 0, reviewed: 0, mappingsToDecide: 0 }
  for (const id of chosenFrameworks(db)) {
    const framework = frameworkOf(db, id)
    const kinds = new Set(framework.requirementKinds)
    const mappings = mappingsOf(framework, decidedMappings(db, id))
    const spoken = new Set(mappings.map(({ control }) => control))
    const conclusions = conclusionsOf(db, id)
    work.controls += framework.controls.filter(
      (control) => kinds.has(control.kind) && spoken.has(control.id),
    ).length
    work.concluded += conclusions.length
    work.reviewed += conclusions.filter(({ reviewedBy }) => reviewedBy !== null).length
    work.mappingsToDecide += mappings.filter(({ decision }) => decision === 'suggested').length
  }
  return work
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
      topics: collection ? topicsOf(db, collection.id, collection.startedAt) : [],
      failures: collection
        ? failures(db, collection.id, today)
        : SEVERITIES.map((severity) => ({ severity, open: 0, accepted: 0 })),
      work: workOf(db),
      exceptionsEndingSoon: acceptedExceptions(db).filter(({ until }) => ending(until)).length,
      documentsEndingSoon: documentsOf(db).filter(({ validTo }) => ending(validTo)).length,
    }
  },
} satisfies Partial<Handlers>
