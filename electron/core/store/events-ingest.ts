import type { Readable } from 'node:stream'
import { type Problem, problem } from '../../../shared/errors.ts'
import type { ArchiveContent, Ref } from '../../../shared/model/content.ts'
import { Damaged, damageTold, TooLarge } from '../events/damaged.ts'
import type { Reading } from '../events/ingest-thread.ts'
import { LIMITS, type Limits } from '../events/limits.ts'
import {
  type Archive,
  type ArchiveMeta,
  archiveKnown,
  archiveName,
  eventsStart,
  lastSealed,
  startOf,
} from './archives.ts'
import type { WritableDb } from './db.ts'
import { diskRoom, leaveRoom } from './disk-room.ts'
import { inCommits } from './events-commits.ts'
import { archiveContent } from './events-content.ts'
import { knownAmong } from './events-known.ts'
import { type Lane, laneOf } from './events-lane.ts'
import { type HashedRun, runsOfEnterprise } from './events-runs.ts'
import { countRun, type MonthCounts, sealArchive } from './events-seal.ts'
import { IN_MEMORY, receive, type Staged } from './events-stage.ts'
import { storeRun } from './events-store-run.ts'
import { removeUnsealed } from './events-unsealed.ts'
import { policyOf } from './policy.ts'
import { inSlices } from './slices.ts'
import { asProblem } from './sqlite-problem.ts'

/** One archive to take over. */
export interface ArchiveInput {
  readonly collectionId: number
  readonly enterprise: Ref
  readonly meta: ArchiveMeta
  /** The bytes; destroyed where they are not needed. */
  readonly stream: Readable
  /** False for JSON that is not packed; true if not given. */
  readonly packed?: boolean
  readonly signal: AbortSignal
  /** Told how many events of this archive are stored. */
  readonly onProgress?: ((events: number) => void) | undefined
  /** Tells the room of the disk; tests tell what they like. */
  readonly disk?: typeof diskRoom
}

/** What came of it. */
export interface Ingested {
  readonly archive: Archive
  /** What the collection keeps as evidence of the archive. */
  readonly content: ArchiveContent
  /** False where the locker held this very archive already. */
  readonly fresh: boolean
}

/** How much is kept in memory; tests make it small. */
export interface IngestLimits extends Limits {
  /** Packed archives up to this size wait in memory, larger ones in the locker. */
  readonly inMemoryUpTo: number
}

/** What is used where the policy says nothing else. */
export const INGEST_LIMITS: IngestLimits = { ...LIMITS, inMemoryUpTo: IN_MEMORY }

/** What is used for a locker, as its policy says. */
function limitsOf(db: WritableDb): IngestLimits {
  return { ...INGEST_LIMITS, mostBytes: 1e9 * policyOf(db).archiveGigabytesMax }
}

/**
 * Takes a monthly archive over: nothing of it is looked at before its size and SHA-256 are as published, and
 * nothing of it shows before all of it is stored. Calls may overlap, and should: the next archive arrives and is
 * read while the one before is stored. Archives are stored in the order of the calls.
 *
 * An archive that the locker holds (same enterprise, month and checksum) is not taken again. Of one that was
 * issued anew, events that are known by their id are kept once; what says something else under a known id is
 * kept too and counted as changed.
 * @throws Problem `archive-damaged`, `archive-too-large`, `cancelled`, `disk-full`, `disk-low`; what the stream throws
 */
export async function ingestArchive(
  db: WritableDb,
  input: ArchiveInput,
  limits: IngestLimits = limitsOf(db),
): Promise<Ingested> {
  const held = archiveKnown(db, input.enterprise.id, input.meta)
  if (held !== null) {
    input.stream.destroy()
    return { archive: held, content: archiveContent(input.enterprise, input.meta, held), fresh: false }
  }
  const lane = laneOf(db)
  const leave = lane.enter()
  try {
    return await pass(db, lane, input, limits)
  } catch (error) {
    throw told(error, db, input, limits)
  } finally {
    leave()
  }
}

async function pass(
  db: WritableDb,
  lane: Lane,
  input: ArchiveInput,
  limits: IngestLimits,
): Promise<Ingested> {
  const { meta, enterprise, signal } = input
  const toRead = lane.reading()
  const toStore = lane.storing()
  let staged: Staged | null = null
  let reading: Reading | null = null
  const stop = () => reading?.stop()
  try {
    const { size, checksum } = meta
    const { inMemoryUpTo, ...rest } = limits
    const stage = lane.stage()
    if (size > inMemoryUpTo) keepRoom(db, input, size)
    staged = await receive(db, { stream: input.stream, signal, size, checksum, stage, inMemoryUpTo })
    await toRead.mine
    signal.throwIfAborted()
    const start = eventsStart(enterprise.id, meta)
    const begin = { start, undatedAt: startOf(meta), size, packed: input.packed ?? true, limits: rest }
    reading = lane.thread().read(begin, staged.pieces())
    signal.addEventListener('abort', stop)
    void reading.ended.then(toRead.done)
    await toStore.mine
    const twin = archiveKnown(db, enterprise.id, meta)
    const archive = twin ?? (await store(db, lane, input, reading))
    return { archive, content: archiveContent(enterprise, meta, archive), fresh: twin === null }
  } finally {
    signal.removeEventListener('abort', stop)
    reading?.stop()
    await reading?.ended
    staged?.drop()
    toRead.done()
    toStore.done()
  }
}

/** Stores what the thread reads, and seals it. */
async function store(db: WritableDb, lane: Lane, input: ArchiveInput, reading: Reading): Promise<Archive> {
  const { collectionId, enterprise, meta, signal, onProgress } = input
  if (lane.unclean) await inCommits(db, removeUnsealed(db))
  lane.unclean = true
  const runs: HashedRun[] = []
  const counts: MonthCounts = new Map()
  let next = lastSealed(db) + 1
  for (;;) {
    const message = await reading.next()
    signal.throwIfAborted()
    if (message.type === 'identities') {
      const among = [...runsOfEnterprise(db, enterprise.id), ...runs]
      reading.known(await inSlices(knownAmong(db, among, message.identities)))
    } else if (message.type === 'run') {
      const { n, at, index } = message.run
      keepRoom(db, input)
      await inCommits(db, storeRun(db, next, message.run), signal)
      reading.stored()
      countRun(counts, message.run)
      runs.push({ first: next, n, firstAt: at[0] ?? 0, lastAt: at[n - 1] ?? 0, index: Buffer.from(index) })
      next += n
      onProgress?.(runs.reduce((sum, run) => sum + run.n, 0))
    } else if (message.type === 'contents') {
      const archive = sealArchive(db, {
        collectionId,
        enterprise,
        meta,
        contents: message.contents,
        runs,
        counts,
      })
      lane.unclean = false
      return archive
    } else if (message.type === 'damaged') {
      await inCommits(db, removeUnsealed(db), signal)
      lane.unclean = false
      throw damageTold(message, { sha256: meta.checksum.toLowerCase(), size: meta.size })
    } else throw new Error(`the reading of an archive ended with ${message.type}`)
  }
}

function keepRoom(db: WritableDb, { enterprise, meta, disk = diskRoom }: ArchiveInput, more = 0): void {
  leaveRoom(db.name, archiveName(enterprise, meta), more, disk)
}

function told(
  error: unknown,
  db: WritableDb,
  { enterprise, meta, signal }: ArchiveInput,
  { mostBytes }: Limits,
): unknown {
  const name = archiveName(enterprise, meta)
  if (error instanceof TooLarge)
    return problem('archive-too-large', { archive: name, gigabytes: mostBytes / 1e9 }, error)
  if (error instanceof Damaged)
    return problem('archive-damaged', { archive: name, what: error.message }, error)
  if (signal.aborted) return cancelled(name, error)
  return asProblem(error, db.name)
}

function cancelled(name: string, cause: unknown): Problem {
  const remedy = 'resume the collection to go on; nothing of it is half done'
  return problem('cancelled', { what: `taking over audit archive ${name}`, remedy }, cause)
}
