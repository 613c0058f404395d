import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Month } from './months.ts'

/** A finished archive: its bytes in memory, or the name of the file they are in. */
export interface Packed {
  readonly sha256: string
  readonly size: number
  readonly at: Buffer | string
}

const CHUNK = 256 * 1024

/**
 * Gzips the events of a month as they come, in memory when `file` is null. `level` as in zlib. Calls `onEvents` with
 * the number of events since the last call.
 */
export async function pack(
  month: Month,
  events: Iterable<string>,
  file: string | null,
  level: number,
  onEvents: (count: number) => void,
): Promise<Packed> {
  const hash = createHash('sha256')
  const gzip = createGzip({ level, chunkSize: CHUNK })
  const chunks: Buffer[] = []
  const meter = measure(hash)
  const sink = file === null ? collect(chunks) : createWriteStream(file)
  const end = pipeline(gzip, meter.stream, sink)
  try {
    await write(gzip, month, events, onEvents)
  } catch (error) {
    gzip.destroy()
    await end.catch(() => undefined)
    throw error
  }
  await end
  return { sha256: hash.digest('hex'), size: meter.size(), at: file ?? Buffer.concat(chunks) }
}

async function write(
  gzip: Writable,
  month: Month,
  events: Iterable<string>,
  onEvents: (count: number) => void,
): Promise<void> {
  let buffer = month.envelope === 'array' ? '[' : '{"entries":['
  let pending = 0
  let first = true
  for (const event of events) {
    buffer += first ? event : `,${event}`
    first = false
    pending++
    if (buffer.length < CHUNK) continue
    if (!gzip.write(buffer)) await once(gzip, 'drain')
    onEvents(pending)
    buffer = ''
    pending = 0
  }
  gzip.end(`${buffer}${month.envelope === 'array' ? ']' : ']}'}`)
  onEvents(pending)
}

function measure(hash: Hash) {
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  return { stream, size: () => size }
}

const collect = (chunks: Buffer[]) =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
