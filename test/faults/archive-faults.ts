import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { lengthyEvents } from '../fakes/streamed-archive.ts'
import type { Fault } from './fault.ts'

/** Packs what is made when it is first asked for. */
function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined
  return () => {
    made ??= gzipSync(make())
    return made
  }
}

const list = (...parts: readonly Buffer[]) => Buffer.concat([Buffer.from('['), ...parts, Buffer.from(']')])

/** A thousandfold of blanks, the same event a million times, and events of 100 KB that say much in the same words. */
const bombs = {
  blanks: once(() => list(Buffer.alloc(256 << 20, ' '))),
  repeats: once(() => list(Buffer.alloc(3_000_000, '{},'), Buffer.from('{}'))),
  lengthy: once(() => Buffer.from([...lengthyEvents(1200, 100_000, '- ')].join(''))),
} as const

const isArchive = (path: string) => /\/archives\/\d{4}\/\d{2}$/.test(path)

/** A fault that puts an archive of its own, rightly published, in the place of half of the months. */
function replacing(id: string, says: string, archive: () => Buffer): Fault {
  return {
    id,
    says,
    async api(passing) {
      if (!isArchive(passing.path) || passing.ofPath > 0.5) return false
      const answer = await passing.truth()
      const meta = JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>
      const packed = archive()
      const told = {
        ...meta,
        checksum: createHash('sha256').update(packed).digest('hex'),
        size: packed.length,
      }
      passing.altered(answer)
      passing.memory.set(new URL(String(meta.url)).pathname, true)
      passing.pass(answer, Buffer.from(JSON.stringify(told)))
      return true
    },
    async archive(passing) {
      if (!passing.memory.has(passing.path)) return false
      passing.pass(await passing.truth(), archive())
      return true
    },
  }
}

/** Faults of the archives of the audit trail. */
export const ARCHIVE_FAULTS: readonly Fault[] = [
  {
    id: 'archive-checksum',
    says: 'an archive with other bytes than its checksum says',
    async archive(passing) {
      if (passing.ofPath > 0.5) return false
      const answer = await passing.truth()
      const body = Buffer.from(answer.body)
      const at = Math.floor(body.length / 2)
      body.writeUInt8(body.readUInt8(at) ^ 0xff, at)
      passing.pass(answer, body)
      return true
    },
  },
  {
    id: 'archive-cut',
    says: 'an archive that ends early',
    async archive(passing) {
      if (passing.ofPath > 0.5) return false
      const { headers, status, body } = await passing.truth()
      passing.response.writeHead(status, { ...headers, 'content-length': body.length })
      passing.response.write(body.subarray(0, body.length >> 1))
      setTimeout(() => passing.response.socket?.resetAndDestroy(), 5)
      return true
    },
  },
  replacing(
    'gzip-bomb',
    'an archive of a quarter of a megabyte that unpacks to 256 MB of blanks, checksum and size in order',
    bombs.blanks,
  ),
  replacing(
    'gzip-bomb-events',
    'an archive of the same event a million times, checksum and size in order',
    bombs.repeats,
  ),
  replacing(
    'archive-lengthy',
    'an archive of true events that unpacks to 120 MB, some hundred times its size',
    bombs.lengthy,
  ),
]
