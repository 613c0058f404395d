import { indexHash } from '../events/index-hash.ts'
import {
  ARCHIVES_START,
  type Archive,
  archiveHead,
  archiveName,
  archivesOf,
  eventsStart,
  type MonthOfType,
  startOf,
} from './archives.ts'
import { hex } from './canonical.ts'
import { query, type ReadableDb } from './db.ts'
import type { BlockRow } from './events-block.ts'
import { daysOfArchive } from './events-days.ts'
import { type HashedRun, runsOf, runsOfArchive } from './events-runs.ts'
import { ARCHIVE_TAKEN } from './events-seal.ts'
import { brokenBlock } from './events-verify-block.ts'
import { inSlices, type Sliced } from './slices.ts'

/** The first thing of the audit trail that is not as it was stored, in words. */
export interface BrokenEvents {
  readonly entry: string
  readonly what: string
}

/**
 * Checks the audit trail: recomputes the hash of every event from its exact bytes, the chains of events and of
 * archives and the hashes of the index, and compares each event's columns with its bytes and each archive with
 * the journal. `onProgress` is told how many more events were done. It works in slices and covers what was there
 * when it began.
 */
export async function verifyEvents(
  db: ReadableDb,
  onProgress: (more: number) => void = () => {},
): Promise<{ readonly events: number; readonly firstBroken: BrokenEvents | null }> {
  let events = 0
  const firstBroken = await inSlices(broken(db), (more) => {
    events += more
    if (more > 0) onProgress(more)
  })
  return { events, firstBroken }
}

function* broken(db: ReadableDb): Sliced<BrokenEvents | null> {
  const archives = archivesOf(db)
  const journal = journalled(db)
  const runs = runsOf(db).length
  let before: Buffer = ARCHIVES_START
  let next = 1
  let covered = 0
  for (const [i, archive] of archives.entries()) {
    const { head, ...facts } = archive
    const entry = `audit archive ${archiveName(archive.enterprise, archive)}`
    if (archive.id !== i + 1) return { entry, what: 'follows one that is missing' }
    const ofArchive = runsOfArchive(db, archive.id)
    const counts = countsOfArchive(db, archive.id)
    if (hex(archiveHead(before, facts, ofArchive, counts, daysOfArchive(db, archive.id))) !== head)
      return { entry, what: 'does not follow from what is kept of it and the archive before it' }
    if (journal.get(archive.id) !== head) return { entry, what: 'is not the one that the journal tells' }
    const wrong =
      (yield* brokenEvents(db, archive, entry, next)) ?? (yield* brokenIndex(db, ofArchive, entry))
    if (wrong !== null) return wrong
    before = Buffer.from(head, 'hex')
    next = (archive.lastSeq ?? next - 1) + 1
    covered += ofArchive.length
  }
  if (journal.size > archives.length)
    return {
      entry: `audit archive ${archives.length + 1}`,
      what: 'is missing, although the journal tells of it',
    }
  return covered === runs ? null : { entry: 'the audit trail', what: 'has events that belong to no archive' }
}

/** Heads of archives as the journal has them. */
function journalled(db: ReadableDb): ReadonlyMap<number, string> {
  const rows = query<[string], { id: number; head: string }>(
    db,
    "select detail ->> '$.id' as id, detail ->> '$.head' as head from journal where action = ?",
  ).all(ARCHIVE_TAKEN)
  return new Map(rows.map(({ id, head }) => [id, head]))
}

function countsOfArchive(db: ReadableDb, id: number): readonly MonthOfType[] {
  return query<[number], MonthOfType>(
    db,
    'select month, type, events from event_count where archive_id = ?',
  ).all(id)
}

function* brokenEvents(
  db: ReadableDb,
  archive: Archive,
  entry: string,
  next: number,
): Sliced<BrokenEvents | null> {
  const { firstSeq, lastSeq } = archive
  const undatedAt = startOf(archive)
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

const TERMS_AT_ONCE = 1000

function* brokenIndex(
  db: ReadableDb,
  runs: readonly HashedRun[],
  entry: string,
): Sliced<BrokenEvents | null> {
  const terms = query<[number, string, number], { term: string; events: Buffer }>(
    db,
    'select term, events from event_term where run = ? and term > ? order by term limit ?',
  )
  const refs = query<[number], { own: number; first: number; refs: Buffer }>(
    db,
    'select own, first, refs from event_ref where run = ? order by id',
  )
  for (const { first: run, index } of runs) {
    const hash = indexHash()
    for (let rows = terms.all(run, '', TERMS_AT_ONCE); rows.length > 0; ) {
      for (const { term, events } of rows) hash.term(term, events)
      yield 0
      rows = terms.all(run, rows.at(-1)?.term ?? '', TERMS_AT_ONCE)
    }
    for (const page of refs.all(run)) hash.refs(page.own === 1, page.first, page.refs)
    yield 0
    if (!hash.digest().equals(index)) return { entry, what: 'has an index that was altered' }
  }
  return null
}
