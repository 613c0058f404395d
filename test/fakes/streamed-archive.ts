import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { ArchiveMeta } from '../../electron/core/store/archives.ts'

/** An archive that is nowhere whole: its bytes are made while they are sent, the same ones each time. */
export interface StreamedArchive {
  readonly meta: ArchiveMeta
  /** Unpacked. */
  readonly bytes: number
  packed(): Readable
}

/** An archive of the pieces of JSON that `text` makes anew each time it is asked for. */
export async function streamedArchive(
  text: () => Iterable<string>,
  year = 2026,
  month = '05',
): Promise<StreamedArchive> {
  const hash = createHash('sha256')
  let bytes = 0
  let size = 0
  function* counted() {
    for (const piece of text()) {
      bytes += Buffer.byteLength(piece)
      yield piece
    }
  }
  const packed = (pieces: Iterable<string>) => Readable.from(pieces).pipe(createGzip())
  for await (const chunk of packed(counted()) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  const meta = {
    year,
    month,
    created_at: `${year}-${month}-28T00:02:24.870Z`,
    checksum: hash.digest('hex'),
    size,
  }
  return { meta, bytes, packed: () => packed(text()) }
}

/** Serves an archive on loopback. */
export async function serveStreamed(
  archive: StreamedArchive,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_, answer) => archive.packed().pipe(answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/archive`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Events of a list that tell much in the same words: about `bytes` bytes each, of which little is left packed. */
export function* lengthyEvents(
  count: number,
  bytes: number,
  words = 'Set config vars on the request of the platform team. ',
): Generator<string> {
  const told = words.repeat(Math.ceil(bytes / words.length)).slice(0, bytes)
  for (let i = 0; i < count; i++) {
    const id = `${createHash('md5').update(String(i)).digest('hex')}`
    const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20)}`
    const at = new Date(Date.UTC(2026, 4, 1 + (i % 28), i % 24, i % 60)).toISOString()
    const event = { id: uuid, type: 'config_change', action: 'set', created_at: at, data: { told, n: i } }
    yield `${i === 0 ? '[' : ','}${JSON.stringify(event)}${i === count - 1 ? ']' : ''}`
  }
}
