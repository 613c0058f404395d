import type { Collection } from '../../../shared/model/collection.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { ControlState } from '../../../shared/model/framework.ts'
import { withDecisions } from '../frameworks/decisions.ts'
import { type CollectionFacts, controlStates } from '../frameworks/index.ts'
import { resolveCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { topicCounts } from '../store/evidence.ts'
import { decidedMappings } from '../store/mappings.ts'
import { notRead } from '../store/readings.ts'
import { resultsByCheck } from '../store/results.ts'
import { frameworkOf } from './framework-catalog.ts'

const answersOf = (db: ReadableDb, id: number) =>
  new Map(resultsByCheck(db, id).map(({ checkId, counts }) => [checkId, counts]))

type Held = Pick<CollectionFacts, 'topics' | 'notRead'>

/** What complete collections hold, which never changes, for each locker that is open. */
const held = new WeakMap<ReadableDb, Map<number, Held>>()

function heldBy(db: ReadableDb, { id, state }: Collection): Held {
  const known = held.get(db) ?? new Map<number, Held>()
  held.set(db, known)
  const told = known.get(id) ?? { topics: topicCounts(db, id), notRead: notRead(db, id) }
  if (state === 'complete') known.set(id, told)
  return told
}

/** What a collection holds, as far as controls are concerned. Throws `no-collection`. */
export function factsOf(db: ReadableDb, collectionId: number | null): CollectionFacts {
  const collection = resolveCollection(db, collectionId)
  return { ...heldBy(db, collection), answers: answersOf(db, collection.id) }
}

/** Where the controls of a framework stand, with what people decided about its mappings. */
export function statesOf(db: ReadableDb, id: FrameworkId, facts: CollectionFacts): readonly ControlState[] {
  return controlStates(withDecisions(frameworkOf(db, id), decidedMappings(db, id)), facts)
}
