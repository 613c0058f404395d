import * as zlib from 'node:zlib'

/** How a block is compressed. It is stored with each block, so that lockers outlive a change of mind. */
export type Codec = 'zstd' | 'deflate'

/** zstd where this Node has it (a little smaller and three times as fast), else deflate. */
export const BEST: Codec = typeof zlib.zstdCompressSync === 'function' ? 'zstd' : 'deflate'

/** The smallest chunk that zlib takes. */
const MIN_CHUNK = 64

/** Level 1 packs this material smaller than level 3 and faster. */
const ZSTD = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } }

/**
 * Packs the events numbered in `events`, exact to the byte: their lengths as 32-bit little-endian numbers, then
 * the bytes. They lie at `starts` to `ends` in `from` and have `bytes` bytes together.
 */
export function packBlock(
  from: Buffer,
  starts: Uint32Array,
  ends: Uint32Array,
  events: Uint32Array,
  bytes: number,
  codec: Codec = BEST,
): Buffer {
  const raw = Buffer.allocUnsafe(4 * events.length + bytes)
  let at = 4 * events.length
  events.forEach((event, i) => {
    const [start, end] = [starts[event] as number, ends[event] as number]
    raw.writeUInt32LE(end - start, 4 * i)
    at += from.copy(raw, at, start, end)
  })
  return codec === 'zstd' ? zlib.zstdCompressSync(raw, ZSTD) : zlib.deflateRawSync(raw, { level: 6 })
}

/**
 * The exact bytes of the `n` events of a block that together had `bytes` bytes. Throws where the block is not
 * what was packed.
 */
export function unpackBlock(codec: Codec, data: Uint8Array, n: number, bytes: number): readonly Buffer[] {
  const head = 4 * n
  // In one chunk: otherwise the parts are put together afterwards.
  const limit = { maxOutputLength: head + bytes, chunkSize: Math.max(MIN_CHUNK, head + bytes) }
  const raw = codec === 'zstd' ? zlib.zstdDecompressSync(data, limit) : zlib.inflateRawSync(data, limit)
  if (raw.length !== head + bytes) throw new Error('a block of another length')
  const events: Buffer[] = []
  let at = head
  for (let i = 0; i < n; i++) {
    const length = raw.readUInt32LE(4 * i)
    if (at + length > raw.length) throw new Error('a block of other lengths')
    events.push(raw.subarray(at, at + length))
    at += length
  }
  if (at !== raw.length) throw new Error('a block of other lengths')
  return events
}
