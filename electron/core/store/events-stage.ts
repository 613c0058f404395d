import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Damaged } from '../events/damaged.ts'
import type { ArchiveMeta } from './archives.ts'
import { inTransaction, query, type WritableDb, write } from './db.ts'

/** A packed archive whose size and checksum are as published. */
export interface Staged {
  /** Its bytes, once, piece by piece. */
  pieces(): AsyncIterable<Uint8Array>
  /** Lets go of it. */
  drop(): void
}

/** Packed archives up to this size wait in memory. */
export const IN_MEMORY = 16 * 1024 * 1024

const PART = 1024 * 1024

/** Keeps pieces in the order they come. */
interface Shelf extends Staged {
  put(piece: Buffer): void
}

function inMemory(): Shelf {
  const pieces: Buffer[] = []
  return {
    put: (piece) => pieces.push(piece),
    async *pieces() {
      for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece
    },
    drop: () => pieces.splice(0),
  }
}

/** Keeps pieces in the locker, encrypted like everything else: an audit trail never lies on disk in clear. */
function inLocker(db: WritableDb, stage: number): Shelf {
  const left = () =>
    query<[number], { id: number; part: Buffer }>(
      db,
      'select id, part from event_stage where stage = ? order by id limit 1',
    ).get(stage)
  return {
    put(piece) {
      inTransaction(db, () =>
        write<[number, Buffer]>(db, 'insert into event_stage (stage, part) values (?, ?)').run(stage, piece),
      )
    },
    async *pieces() {
      for (let piece = left(); piece !== undefined; piece = left()) {
        write<[number]>(db, 'delete from event_stage where id = ?').run(piece.id)
        yield piece.part
      }
    },
    drop() {
      write<[number]>(db, 'delete from event_stage where stage = ?').run(stage)
    },
  }
}

/** Removes what a process that died has left on the shelf. */
export function clearStages(db: WritableDb): void {
  write<[]>(db, 'delete from event_stage').run()
}

/** What is received, and where it may wait. */
export interface Arrival extends Pick<ArchiveMeta, 'size' | 'checksum'> {
  readonly stream: Readable
  readonly signal: AbortSignal
  /** A number that no other archive on its way has. */
  readonly stage: number
  /** Larger ones wait in the locker. */
  readonly inMemoryUpTo: number
}

/**
 * Receives a packed archive and compares it with what was published, before anyone looks inside. Throws
 * `Damaged` where size or SHA-256 differ, the signal's reason, and what the stream throws.
 */
export async function receive(db: WritableDb, arrival: Arrival): Promise<Staged> {
  const { size, checksum, stream, signal } = arrival
  const shelf = size <= arrival.inMemoryUpTo ? inMemory() : inLocker(db, arrival.stage)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    let gathered: Buffer[] = []
    let waiting = 0
    const putGathered = () => {
      if (waiting > 0) shelf.put(Buffer.concat(gathered))
      gathered = []
      waiting = 0
    }
    for await (const chunk of arriving(stream, signal)) {
      bytes += chunk.length
      if (bytes > size) throw new Damaged(`is larger than its published ${size} bytes`)
      hash.update(chunk)
      gathered.push(chunk)
      waiting += chunk.length
      if (waiting >= PART) putGathered()
    }
    putGathered()
    const received = { sha256: hash.digest('hex'), size: bytes }
    if (bytes < size) throw new Damaged(`has ${bytes} bytes where ${size} were published`, received)
    if (received.sha256 !== checksum.toLowerCase())
      throw new Damaged('does not match its published SHA-256', received)
    return shelf
  } catch (error) {
    shelf.drop()
    throw error
  }
}

/** The chunks of a stream; an abort ends the wait for the next one even where the stream does not notice. */
async function* arriving(stream: Readable, signal: AbortSignal): AsyncGenerator<Buffer> {
  let giveUp = (_: unknown) => {}
  const onAbort = () => giveUp(signal.reason)
  stream.on('error', () => {})
  signal.addEventListener('abort', onAbort)
  try {
    signal.throwIfAborted()
    const chunks = stream[Symbol.asyncIterator]()
    for (;;) {
      // A race against one promise for the whole stream would hold every chunk until the last.
      const chunk = await new Promise<IteratorResult<Buffer>>((resolve, reject) => {
        giveUp = reject
        chunks.next().then(resolve, reject)
      })
      if (chunk.done) return
      yield chunk.value
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    stream.destroy()
  }
}
