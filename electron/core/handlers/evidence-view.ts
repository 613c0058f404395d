import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { RecordItem, RecordKind } from '../../../shared/model/records.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { EvidenceView } from '../checks/check.ts'
import { once } from '../once.ts'
import { resolveCollection } from '../store/collections.ts'
import { listProofs } from '../store/completeness.ts'
import type { ReadableDb } from '../store/db.ts'
import { documentsOf } from '../store/documents.ts'
import { eachEventUpTo, eventDetails } from '../store/events.ts'
import { itemsOf } from '../store/evidence.ts'
import { lockerInfo } from '../store/locker.ts'
import { readingsOf } from '../store/readings.ts'
import { recordsOf } from '../store/records.ts'
import { requestsOf } from '../store/requests.ts'
import { workFacts } from './work-facts.ts'

/** Items held at once: checks of one group share topics, and a large account does not fill memory. */
const MOST_ITEMS = 150_000

/**
 * The evidence of a collection as checks see it. Topics are read on first use and kept for the checks that
 * follow; when too much is held, the topic that was not asked for longest is read again later.
 */
export function evidenceView(db: ReadableDb, collectionId: number): EvidenceView {
  const collection = resolveCollection(db, collectionId)
  const items = new Map<Topic, readonly EvidenceItem[]>()
  const records = new Map<RecordKind, readonly RecordItem[]>()
  let held = 0

  function itemsOfTopic<T extends Topic>(topic: T): readonly EvidenceItem<T>[] {
    const known = (items.get(topic) ?? itemsOf(db, collection.id, topic)) as readonly EvidenceItem<T>[]
    if (!items.delete(topic)) held += known.length
    items.set(topic, known)
    for (const [oldest, list] of items) {
      if (held <= MOST_ITEMS || oldest === topic) break
      items.delete(oldest)
      held -= list.length
    }
    return known
  }

  // In one pass: to find those of one topic, all would have to be looked at each time.
  const readings = once(() => Map.groupBy(readingsOf(db, collection.id), ({ topic }) => topic))

  function recordsOfKind<K extends RecordKind>(kind: K): readonly RecordItem<K>[] {
    const known = (records.get(kind) ?? recordsOf(db, kind)) as readonly RecordItem<K>[]
    records.set(kind, known)
    return known
  }

  return {
    collection,
    asOf: new Date(collection.startedAt),
    period: lockerInfo(db).engagement.period,
    items: itemsOfTopic,
    readings: (topic) => readings().get(topic) ?? [],
    lists: once(() => listProofs(db, collection.id)),
    requests: () => requestsOf(db, collection.id),
    events: (wanted) => eachEventUpTo(db, collection.id, wanted),
    eventDetails: ({ seq }) => eventDetails(db, seq),
    records: recordsOfKind,
    documents: once(() => documentsOf(db)),
    work: once(() => workFacts(db, collection.id)),
  }
}
