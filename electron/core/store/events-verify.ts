import { headAfter, LEAF_KEPT, leafOf } from '../events/chain.ts'
import { DIMENSIONS, factsOf } from '../events/facts.ts'
import {
  ARCHIVES_START,
  type Archive,
  archiveHead,
  archiveName,
  archivesOf,
  eventsStart,
} from './archives.ts'
import { hex } from './canonical.ts'
import { query, type ReadableDb } from './db.ts'
import { type BlockRow, eventsOf } from './events-block.ts'
import { auditEventOf, type EventRow, rowsBetween } from './events-row.ts'
import { ARCHIVE_TAKEN } from './events-seal.ts'
import { inSlices, type Sliced } from './slices.ts'

/** The first thing of the audit trail that is not as it was stored, in words. */
export interface BrokenEvents {
  readonly entry: string
  readonly what: string
}

/**
 * Checks the audit trail: recomputes the hash of every event from its exact bytes, the chains of events and of
 * archives, and compares each event's columns with its bytes and each archive with the journal. `onProgress` is
 * told how many more events were done. It works in slices and covers what was there when it began.
 */
export async function verifyEvents(
  db: ReadableDb,
  onProgress: (more: number) => void = () => {},
): Promise<{ readonly events: number; readonly firstBroken: BrokenEvents | null }> {
  let events = 0
  const firstBroken = await inSlices(broken(db), (more) => {
    events += more
    onProgress(more)
  })
  return { events, firstBroken }
}

function* broken(db: ReadableDb): Sliced<BrokenEvents | null> {
  const archives = archivesOf(db)
  const journal = journalled(db)
  let before: Buffer = ARCHIVES_START
  let next = 1
  for (const [i, archive] of archives.entries()) {
    const { head, ...facts } = archive
    const entry = `audit archive ${archiveName(archive.enterprise, archive)}`
    if (archive.id !== i + 1) return { entry, what: 'follows one that is missing' }
    if (hex(archiveHead(before, facts)) !== head)
      return { entry, what: 'does not follow from what is kept of it and the archive before it' }
    if (journal.get(archive.id) !== head) return { entry, what: 'is not the one that the journal tells' }
    before = Buffer.from(head, 'hex')
    const wrong = yield* brokenIn(db, archive, entry, next)
    if (wrong !== null) return wrong
    next = (archive.lastSeq ?? next - 1) + 1
  }
  return journal.size > archives.length
    ? { entry: `audit archive ${archives.length + 1}`, what: 'is missing, although the journal tells of it' }
    : null
}

/** Heads of archives as the journal has them. */
function journalled(db: ReadableDb): ReadonlyMap<number, string> {
  const rows = query<[string], { id: number; head: string }>(
    db,
    "select detail ->> '$.id' as id, detail ->> '$.head' as head from journal where action = ?",
  ).all(ARCHIVE_TAKEN)
  return new Map(rows.map(({ id, head }) => [id, head]))
}

function* brokenIn(
  db: ReadableDb,
  archive: Archive,
  entry: string,
  next: number,
): Sliced<BrokenEvents | null> {
  const { firstSeq, lastSeq } = archive
  const undatedAt = Date.UTC(archive.year, Number(archive.month) - 1)
  let head: Uint8Array = eventsStart(archive.enterprise.id, archive)
  if (firstSeq !== null && lastSeq !== null) {
    if (firstSeq !== next || lastSeq - firstSeq + 1 !== archive.kept)
      return { entry, what: 'does not cover the events that it counts' }
    const at = query<[number], BlockRow>(db, 'select * from event_block where first = ?')
    for (let seq = firstSeq; seq <= lastSeq; ) {
      const block = at.get(seq)
      if (block === undefined) return { entry, what: `lacks its events from number ${seq} on` }
      const wrong = brokenBlock(db, block, head, undatedAt)
      if (wrong !== null) return { entry: `event ${wrong.seq} of ${entry}`, what: wrong.what }
      head = block.head
      seq += block.n
      yield block.n
    }
  }
  return hex(head) === archive.eventsHead
    ? null
    : { entry, what: 'ends its chain of events with another hash than it names' }
}

/** The first event of a block that is not as it was stored. */
function brokenBlock(
  db: ReadableDb,
  block: BlockRow,
  before: Uint8Array,
  undatedAt: number,
): { readonly seq: number; readonly what: string } | null {
  const { first, n, leaves } = block
  const events = readable(block)
  if (events === null) return { seq: first, what: 'begins a block that cannot be unpacked' }
  const whole = new Uint8Array(32 * n)
  const rows = rowsBetween(db, first, first + n - 1)
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
