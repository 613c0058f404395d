import type { Collection, ListProof, Reading, RequestRecord } from '../../../shared/model/collection.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { surveyor, type TopicSurvey } from '../checks/facts/survey.ts'
import { once } from '../once.ts'
import { listProofs } from '../store/completeness.ts'
import type { ReadableDb } from '../store/db.ts'
import { eachStoredItem, itemsOf, slicedItemsOf, topicCounts } from '../store/evidence.ts'
import { roomFor } from '../store/free-memory.ts'
import { readingsOf } from '../store/readings.ts'
import { requestsOf } from '../store/requests.ts'
import type { Sliced } from '../store/slices.ts'

/**
 * Items held at once: checks of one group share topics, and where memory is free all of a large account stays, so that
 * judging again reads nothing anew. What an item takes was measured over an account of 4,000 apps.
 */
const ITEMS = { bytesEach: 3000, least: 150_000, most: 500_000 } as const

/** How long evidence stays in memory after it was last asked for: while a person tags apps and judges again. */
const HELD_MS = 120_000

/** Items that a survey looks at between two slices. */
const SURVEYED_AT_ONCE = 200

/** The evidence of a collection, parsed: topics are read on first use and kept for the checks that follow. */
export interface HeldEvidence {
  items<T extends Topic>(topic: T): readonly EvidenceItem<T>[]
  survey(): readonly TopicSurvey[]
  readings(topic: Topic): readonly Reading[]
  lists(): readonly ListProof[]
  requests(): readonly RequestRecord[]
}

/** The same, which can be made ready in slices before it is asked for: a large topic takes seconds to read. */
export interface LoadedEvidence extends HeldEvidence {
  loading(topic: Topic): Sliced<void>
  surveying(): Sliced<void>
  /** How many items there are of each topic. */
  sizes(): ReadonlyMap<Topic, number>
}

/** Reads evidence; when too much is held, the topic that was not asked for longest is read again later. */
function reading(db: ReadableDb, id: number): LoadedEvidence {
  const items = new Map<Topic, readonly EvidenceItem[]>()
  let surveyed: readonly TopicSurvey[] | null = null
  let inMemory = 0
  const room = roomFor(ITEMS)
  // In one pass: to find those of one topic, all would have to be looked at each time.
  const readings = once(() => Map.groupBy(readingsOf(db, id), ({ topic }) => topic))

  function keep(topic: Topic, list: readonly EvidenceItem[]): void {
    if (!items.delete(topic)) inMemory += list.length
    items.set(topic, list)
    for (const [oldest, { length }] of items) {
      if (inMemory <= room || oldest === topic) break
      items.delete(oldest)
      inMemory -= length
    }
  }

  function* surveying(): Sliced<void> {
    if (surveyed !== null) return
    const { see, found } = surveyor()
    let seen = 0
    for (const item of eachStoredItem(db, id)) {
      see(item)
      if (++seen % SURVEYED_AT_ONCE === 0) yield SURVEYED_AT_ONCE
    }
    surveyed = found()
  }

  return {
    items<T extends Topic>(topic: T): readonly EvidenceItem<T>[] {
      const known = (items.get(topic) ?? itemsOf(db, id, topic)) as readonly EvidenceItem<T>[]
      keep(topic, known)
      return known
    },
    *loading(topic) {
      keep(topic, items.get(topic) ?? (yield* slicedItemsOf(db, id, topic)))
    },
    survey() {
      for (const _ of surveying());
      return surveyed ?? []
    },
    surveying,
    sizes: once(() => new Map(topicCounts(db, id).map(({ topic, items }) => [topic, items]))),
    readings: (topic) => readings().get(topic) ?? [],
    lists: once(() => listProofs(db, id)),
    requests: once(() => [...requestsOf(db, id)]),
  }
}

interface Held {
  readonly id: number
  readonly evidence: LoadedEvidence
  readonly timer: NodeJS.Timeout
}

const held = new WeakMap<ReadableDb, Held>()

/**
 * The evidence of a collection. That of a complete one never changes, so it stays in memory for two minutes after it
 * was last asked for: judging again after a change of what people told does not read it again.
 */
export function heldEvidence(db: ReadableDb, { id, state }: Collection): LoadedEvidence {
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
