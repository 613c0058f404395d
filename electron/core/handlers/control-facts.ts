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
import { ofCollection } from './complete-collections.ts'
import { frameworkOf } from './framework-catalog.ts'

const answersOf = (db: ReadableDb, id: number) =>
  new Map(resultsByCheck(db, id).map(({ checkId, counts }) => [checkId, counts]))

const heldBy = ofCollection((db, id) => ({ topics: topicCounts(db, id), notRead: notRead(db, id) }))

/** What a collection holds, as far as controls are concerned. Throws `no-collection`. */
export function factsOf(db: ReadableDb, collectionId: number | null): CollectionFacts {
  const { id } = resolveCollection(db, collectionId)
  return { ...heldBy(db, id), answers: answersOf(db, id) }
}

/** Where the controls of a framework stand, with what people decided about its mappings. */
export function statesOf(db: ReadableDb, id: FrameworkId, facts: CollectionFacts): readonly ControlState[] {
  return controlStates(withDecisions(frameworkOf(db, id), decidedMappings(db, id)), facts)
}
