import type { Collection } from '../../../shared/model/collection.ts'
import type { RecordItem, RecordKind } from '../../../shared/model/records.ts'
import type { EvidenceView } from '../checks/check.ts'
import { once } from '../once.ts'
import { resolveCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { documentsOf } from '../store/documents.ts'
import { eachEventUpTo, eventDetails } from '../store/events.ts'
import { lockerInfo } from '../store/locker.ts'
import { recordsOf } from '../store/records.ts'
import { type HeldEvidence, heldEvidence } from './held-evidence.ts'
import { workFacts } from './work-facts.ts'

/** The evidence of a collection as checks see it, with what people told by now. */
export function evidenceView(db: ReadableDb, collectionId: number): EvidenceView {
  const collection = resolveCollection(db, collectionId)
  return viewThrough(db, collection, heldEvidence(db, collection))
}

/** The same, through evidence that is held already. */
export function viewThrough(db: ReadableDb, collection: Collection, evidence: HeldEvidence): EvidenceView {
  const records = new Map<RecordKind, readonly RecordItem[]>()

  function recordsOfKind<K extends RecordKind>(kind: K): readonly RecordItem<K>[] {
    const known = (records.get(kind) ?? recordsOf(db, kind)) as readonly RecordItem<K>[]
    records.set(kind, known)
    return known
  }

  return {
    collection,
    asOf: new Date(collection.startedAt),
    period: lockerInfo(db).engagement.period,
    items: evidence.items,
    survey: evidence.survey,
    readings: evidence.readings,
    lists: evidence.lists,
    requests: evidence.requests,
    events: (wanted) => eachEventUpTo(db, collection.id, wanted),
    eventDetails: ({ seq }) => eventDetails(db, seq),
    records: recordsOfKind,
    documents: once(() => documentsOf(db)),
    work: once(() => workFacts(db, collection.id)),
  }
}
