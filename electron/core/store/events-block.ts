import { type Codec, unpackBlock } from '../events/blocks.ts'
import { LEAF_KEPT } from '../events/chain.ts'
import { query, type ReadableDb } from './db.ts'

/** A block of events as it is stored. */
export interface BlockRow {
  readonly first: number
  readonly n: number
  readonly codec: Codec
  /** Sum of the lengths of its events. */
  readonly bytes: number
  readonly body: Buffer
  readonly leaves: Buffer
  readonly head: Buffer
}

/** The blocks that were opened last, for each locker: neighbours are mostly asked for one after the other. */
const opened = new WeakMap<ReadableDb, readonly OpenBlock[]>()

/** Blocks kept open: a walk over runs that overlap in time goes back and forth between theirs. */
const KEPT = 4

type OpenBlock = BlockRow & { events?: readonly Buffer[] }

function blockAt(db: ReadableDb, seq: number): OpenBlock {
  const kept = opened.get(db) ?? []
  const known = kept.find(({ first, n }) => seq >= first && seq < first + n)
  if (known !== undefined) return known
  const row = query<[number], BlockRow>(
    db,
    'select * from event_block where first <= ? order by first desc limit 1',
  ).get(seq)
  if (row === undefined || seq >= row.first + row.n) throw new Error(`no block holds event ${seq}`)
  opened.set(db, [row, ...kept.slice(0, KEPT - 1)])
  return row
}

/** The exact bytes of an event. Throws where the locker holds none of that number. */
export function bytesOfEvent(db: ReadableDb, seq: number): Buffer {
  const block = blockAt(db, seq)
  block.events ??= eventsOf(block)
  return block.events[seq - block.first] as Buffer
}

/** Unpacks the events of a block. */
export function eventsOf({ codec, body, n, bytes }: BlockRow): readonly Buffer[] {
  return unpackBlock(codec, body, n, bytes)
}

/** The stored part of an event's leaf. */
export function leafOfEvent(db: ReadableDb, seq: number): Buffer {
  const { first, leaves } = blockAt(db, seq)
  return leaves.subarray((seq - first) * LEAF_KEPT, (seq - first + 1) * LEAF_KEPT)
}
