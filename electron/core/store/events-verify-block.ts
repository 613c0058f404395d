import { headAfter, LEAF_KEPT, leafOf } from '../events/chain.ts'
import { DIMENSIONS, factsOf } from '../events/facts.ts'
import type { ReadableDb } from './db.ts'
import { type BlockRow, eventsOf } from './events-block.ts'
import { auditEventOf, type EventRow, WITH_IDS } from './events-row.ts'

/**
 * The first event of a block that is not as it was stored. `before` is the head of the chain that the block has
 * to follow, `undatedAt` the time of events that tell none.
 */
export function brokenBlock(
  db: ReadableDb,
  block: BlockRow,
  before: Uint8Array,
  undatedAt: number,
): { readonly seq: number; readonly what: string } | null {
  const { first, n, leaves } = block
  const events = readable(block)
  if (events === null) return { seq: first, what: 'begins a block that cannot be unpacked' }
  const whole = new Uint8Array(32 * n)
  const rows = WITH_IDS.between(db, first, first + n - 1)
  for (const [i, event] of events.entries()) {
    const leaf = leafOf(event)
    whole.set(leaf, 32 * i)
    if (!leaf.subarray(0, LEAF_KEPT).equals(leaves.subarray(LEAF_KEPT * i, LEAF_KEPT * (i + 1))))
      return { seq: first + i, what: 'does not match its hash' }
    const row = rows[i]
    if (row?.seq !== first + i) return { seq: first + i, what: 'has no row' }
    if (!tells(db, row, event, undatedAt))
      return { seq: row.seq, what: 'has columns that its JSON does not tell' }
  }
  return headAfter(before, whole).equals(block.head)
    ? null
    : { seq: first, what: 'begins a block that does not follow from its events and the block before it' }
}

function readable(block: BlockRow): readonly Buffer[] | null {
  try {
    return eventsOf(block)
  } catch {
    return null
  }
}

/** True where an event's columns are what its JSON says. */
function tells(db: ReadableDb, row: EventRow, json: Buffer, undatedAt: number): boolean {
  const { at, id, values } = factsOf(JSON.parse(json.toString('utf8')))
  if (row.at !== (at ?? undatedAt)) return false
  const shown = auditEventOf(db, row)
  return (
    shown.id === (id ?? '') &&
    DIMENSIONS.every((name, d) => (row[name] === null ? null : shown[name]) === (values[d] ?? null))
  )
}
