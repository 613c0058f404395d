import { getCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'

/**
 * What is made of a collection, kept for each locker that is open once the collection is complete: that never changes
 * any more.
 */
export function ofCollection<Made>(
  make: (db: ReadableDb, id: number) => Made,
): (db: ReadableDb, id: number) => Made {
  const kept = new WeakMap<ReadableDb, Map<number, { readonly made: Made }>>()
  return (db, id) => {
    const known = kept.get(db) ?? new Map<number, { readonly made: Made }>()
    kept.set(db, known)
    const before = known.get(id)
    if (before) return before.made
    const made = make(db, id)
    if (getCollection(db, id)?.state === 'complete') known.set(id, { made })
    return made
  }
}
