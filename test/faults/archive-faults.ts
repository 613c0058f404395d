import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Fault } from './fault.ts'

/** 256 MB of blanks in 256 KB: an archive that grows a thousandfold. */
const bomb = (() => {
  let made: Buffer | undefined
  return () => {
    made ??= gzipSync(Buffer.concat([Buffer.from('['), Buffer.alloc(256 << 20, ' '), Buffer.from(']')]))
    return made
  }
})()

const isArchive = (path: string) => /\/archives\/\d{4}\/\d{2}$/.test(path)

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
  {
    id: 'gzip-bomb',
    says: 'an archive of a quarter of a megabyte that unpacks to 256 MB of blanks, checksum and size in order',
    async api(passing) {
      if (!isArchive(passing.path) || passing.ofPath > 0.5) return false
      const answer = await passing.truth()
      const meta = JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>
      const packed = bomb()
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
      passing.pass(await passing.truth(), bomb())
      return true
    },
  },
]
