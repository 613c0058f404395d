import { resolveCollection } from '../store/collections.ts'
import { evidenceDetail, evidencePage } from '../store/evidence.ts'
import type { Handlers } from './handler.ts'

/** Questions about evidence, item by item. */
export const evidenceHandlers = {
  'evidence:page': ({ db }, input) =>
    evidencePage(db, { ...input, collectionId: resolveCollection(db, input.collectionId).id }),
  'evidence:get': ({ db }, { id }) => evidenceDetail(db, id),
} satisfies Pick<Handlers, 'evidence:page' | 'evidence:get'>
