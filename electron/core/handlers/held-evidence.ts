import type { Collection, ListProof, Reading } from '../../../shared/model/collection.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { once } from '../once.ts'
import { listProofs } from '../store/completeness.ts'
import type { ReadableDb } from '../store/db.ts'
import { itemsOf } from '../store/evidence.ts'
import { readingsOf } from '../store/readings.ts'

/** Items held at once: checks of one group share topics, and a large account does not fill memory. */
const MOST_ITEMS = 150_000

/** How long evidence stays in memory after it was last asked for: while a person tags apps and judges again. */
const HELD_MS = 120_000

/** The evidence of a collection, parsed: topics are read on first use and kept for the checks that follow. */
export interface HeldEvidence {
  items<T extends Topic>(topic: T): readonly EvidenceItem<T>[]
  readings(topic: Topic): readonly Reading[]
  lists(): readonly ListProof[]
}

/** Reads evidence; when too much is held, the topic that was not asked for longest is read again later. */
function reading(db: ReadableDb, id: number): HeldEvidence {
  const items = new Map<Topic, readonly EvidenceItem[]>()
  let inMemory = 0
  // In one pass: to find those of one topic, all would have to be looked at each time.
  const readings = once(() => Map.groupBy(readingsOf(db, id), ({ topic }) => topic))
  return {
    items<T extends Topic>(topic: T): readonly EvidenceItem<T>[] {
      const known = (items.get(topic) ?? itemsOf(db, id, topic)) as readonly EvidenceItem<T>[]
      if (!items.delete(topic)) inMemory += known.length
      items.set(topic, known)
      for (const [oldest, list] of items) {
        if (inMemory <= MOST_ITEMS || oldest === topic) break
        items.delete(oldest)
        inMemory -= list.length
      }
      return known
    },
    readings: (topic) => readings().get(topic) ?? [],
    lists: once(() => listProofs(db, id)),
  }
}

interface Held {
  readonly id: number
  readonly evidence: HeldEvidence
  readonly timer: NodeJS.Timeout
}

const held = new WeakMap<ReadableDb, Held>()

/**
 * The evidence of a collection. That of a complete one never changes, so it stays in memory for two minutes after it
 * was last asked for: judging again after a change of what people told does not read it again.
 */
export function heldEvidence(db: ReadableDb, { id, state }: Collection): HeldEvidence {
  if (state !== 'complete') return reading(db, id)
  const known = held.get(db)
  if (known) clearTimeout(known.timer)
  const evidence = known?.id === id ? known.evidence : reading(db, id)
  // Held weakly: what a closed locker told goes with it.
  const locker = new WeakRef(db)
  const timer = setTimeout(() => {
    const open = locker.deref()
    if (open) held.delete(open)
  }, HELD_MS)
  timer.unref()
  held.set(db, { id, evidence, timer })
  return evidence
}
