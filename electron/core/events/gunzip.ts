import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Damaged } from './damaged.ts'
import type { Limits } from './limits.ts'

const CHUNK = 256 * 1024

/**
 * Unpacks a gzip stream of `size` bytes, piece by piece. Throws `Damaged` where it is no gzip, ends early, or
 * unpacks to more than an archive of events can: such a file was made to fill memory or disk.
 */
export async function* gunzipped(
  packed: AsyncIterable<Uint8Array>,
  size: number,
  limits: Limits,
): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK })
  const most = limits.freeBytes + limits.ratio * size
  let bytes = 0
  pipeline(Readable.from(packed), gunzip, () => {})
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > most)
        throw new Damaged(`unpacks to more than ${most} bytes, which no archive of events does`)
      yield chunk
    }
  } catch (error) {
    throw isZlibError(error) ? new Damaged('is not a whole gzip file') : error
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
}
