import { LEAF_KEPT } from '../events/chain.ts'
import type { Identities, Known } from '../events/messages.ts'
import { idKeys, splitKey } from '../events/order.ts'
import { uuidOf } from '../events/uuid.ts'
import { query, type ReadableDb } from './db.ts'
import { bytesOfEvent, leafOfEvent } from './events-block.ts'
import type { StoredRun } from './events-runs.ts'
import type { Sliced } from './slices.ts'

/**
 * Finds which events of a new run are stored already. An event is known by its id among the runs given (those of
 * the same enterprise whose times overlap: the same event has the same time). The ids of a run are kept in
 * order, so that two runs are compared like two sorted lists.
 */
export function* knownAmong(db: ReadableDb, runs: readonly StoredRun[], coming: Identities): Sliced<Known> {
  const overlapping = runs.filter((run) => run.firstAt <= coming.lastAt && run.lastAt >= coming.firstAt)
  if (overlapping.length === 0) return { same: [], other: [] }
  const otherIds = new Map(coming.otherIds)
  const keys = idKeys(coming.ids, coming.n)
  const same = new Set<number>()
  const other = new Map<number, string>()
  for (const run of overlapping)
    for (const [event, seq] of meetings(db, run, keys)) {
      yield 1
      if (same.has(event) || !isSame(db, seq, idOf(coming, otherIds, event))) continue
      const leaf = coming.leaves.subarray(LEAF_KEPT * event, LEAF_KEPT * (event + 1))
      if (leafOfEvent(db, seq).equals(leaf)) same.add(event)
      else if (otherIds.get(event) !== '') other.set(event, bytesOfEvent(db, seq).toString('utf8'))
    }
  return { same: [...same], other: [...other].filter(([event]) => !same.has(event)) }
}

/** Pairs of a coming event and the number of a stored one whose ids begin alike. */
function* meetings(
  db: ReadableDb,
  run: StoredRun,
  keys: Float64Array,
): Generator<readonly [event: number, seq: number]> {
  let from = 0
  for (const [id, doc] of ownRefs(db, run.first)) {
    while (from < keys.length && splitKey(keys[from] as number)[0] < id) from++
    for (let i = from; i < keys.length; i++) {
      const [otherId, event] = splitKey(keys[i] as number)
      if (otherId !== id) break
      yield [event, run.first + doc]
    }
  }
}

function* ownRefs(db: ReadableDb, run: number): Generator<readonly [id: number, doc: number]> {
  const pages = query<[number], { refs: Buffer }>(
    db,
    'select refs from event_ref where run = ? and own = 1 order by first, id',
  ).all(run)
  for (const { refs } of pages)
    for (let at = 0; at < refs.length; at += 6) yield [refs.readUInt32BE(at), refs.readUInt16BE(at + 4)]
}

function idOf({ ids }: Identities, others: ReadonlyMap<number, string>, event: number): string {
  return others.get(event) ?? uuidOf(ids.subarray(16 * event, 16 * event + 16))
}

function isSame(db: ReadableDb, seq: number, id: string): boolean {
  const row = query<[number], { id: Buffer | string }>(db, 'select id from event where seq = ?').get(seq)
  if (row === undefined) return false
  return (typeof row.id === 'string' ? row.id : uuidOf(row.id)) === id
}
