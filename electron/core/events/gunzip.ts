import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Damaged } from './damaged.ts'

const CHUNK = 256 * 1024

/** Unpacks a gzip stream piece by piece. Throws `Damaged` where it is no gzip or ends early. */
export async function* gunzipped(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK })
  pipeline(Readable.from(packed), gunzip, () => {})
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } catch (error) {
    throw isZlibError(error) ? new Damaged('is not a whole gzip file') : error
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
}
