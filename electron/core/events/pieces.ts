import { isUtf8 } from 'node:buffer'
import { type Bounds, boundsOf } from './bounds.ts'
import { putLeaf } from './chain.ts'
import { Damaged } from './damaged.ts'
import { growing } from './growing.ts'
import type { Limits } from './limits.ts'
import { type Envelope, splitter } from './split.ts'

/** Some events in the order of the file, whole and exact to the byte. */
export interface Piece {
  readonly n: number
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where in `bytes` each event lies. */
  readonly starts: Uint32Array<ArrayBuffer>
  readonly ends: Uint32Array<ArrayBuffer>
  /** 32 bytes for each. */
  readonly leaves: Uint8Array<ArrayBuffer>
}

/** How an archive ended: its envelope and its unpacked size. */
export interface Ending {
  readonly envelope: Envelope
  readonly bytes: number
}

/** Unpacked bytes that are cut at once. Smaller ones cost more messages, larger ones memory. */
const PIECE = 512 * 1024

/** The most bytes that a piece has. */
export function longestPiece({ eventBytes }: Limits): number {
  return eventBytes + 2 * PIECE
}

/**
 * Cuts an archive into pieces while its unpacked bytes arrive, and hashes every event. Throws `Damaged` where it
 * is no list of events, is past its bounds, an event is too large or its text is not UTF-8; the events before it
 * come first.
 */
export async function* cutPieces(
  unpacked: AsyncIterable<Uint8Array>,
  limits: Limits,
  bounds: Bounds = boundsOf(Number.POSITIVE_INFINITY, limits),
): AsyncGenerator<Piece, Ending> {
  let buffer = Buffer.allocUnsafeSlow(2 * PIECE)
  let [filled, bytes, ofEvents] = [0, 0, 0]
  const [starts, ends] = [growing(2048), growing(2048)]
  const split = splitter((start, end) => {
    if (end - start > limits.eventBytes) throw tooLarge(limits)
    starts.push(start)
    ends.push(end)
    ofEvents += end - start
    return true
  })

  const read = (chunk: Uint8Array) => {
    if (filled + chunk.length > buffer.length) {
      const wider = Buffer.allocUnsafeSlow(Math.max(2 * buffer.length, filled + chunk.length))
      buffer.copy(wider, 0, 0, filled)
      buffer = wider
    }
    buffer.set(chunk, filled)
    split.read(buffer, filled, filled + chunk.length)
    filled += chunk.length
    if (split.begun() >= 0 && filled - split.begun() > limits.eventBytes) throw tooLarge(limits)
  }

  /** Takes out what is cut, and moves what is left unread to the start of the memory. */
  const cut = (): Piece => {
    const piece = pieceOf(buffer, starts.view(), ends.view())
    starts.clear()
    ends.clear()
    const from = split.begun() < 0 ? filled : split.begun()
    buffer.copyWithin(0, from, filled)
    filled -= from
    if (split.begun() >= 0) split.moved()
    return piece
  }

  try {
    for await (const chunk of unpacked)
      for (let at = 0; at < chunk.length; at += PIECE) {
        const part = chunk.subarray(at, at + PIECE)
        bytes += part.length
        read(part)
        bounds.unpacked(bytes, ofEvents + (split.begun() < 0 ? 0 : filled - split.begun()))
        if (filled >= PIECE) yield cut()
      }
    const envelope = split.end()
    yield cut()
    return { envelope, bytes }
  } catch (error) {
    if (error instanceof Damaged && starts.length() > 0) yield cut()
    throw error
  }
}

function pieceOf(buffer: Buffer, starts: Uint32Array, ends: Uint32Array): Piece {
  const n = starts.length
  const from = starts[0] ?? 0
  const bytes = new Uint8Array(buffer.subarray(from, ends[n - 1] ?? 0))
  if (!isUtf8(bytes)) throw new Damaged('holds an event whose text is not UTF-8')
  const leaves = Buffer.allocUnsafeSlow(32 * n)
  for (let i = 0; i < n; i++) putLeaf(buffer.subarray(starts[i], ends[i]), leaves, 32 * i)
  const shifted = (places: Uint32Array) => Uint32Array.from(places, (place) => place - from)
  return { n, bytes, starts: shifted(starts), ends: shifted(ends), leaves }
}

function tooLarge(limits: Limits): Damaged {
  return new Damaged(`holds an event of more than ${limits.eventBytes} bytes`)
}
