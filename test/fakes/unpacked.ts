import * as zlib from 'node:zlib'

/** Unpacks bytes, or throws where they are not packed so. Trailing bytes do no harm. */
type Unpack = (blob: Buffer) => Buffer

const sync = { finishFlush: zlib.constants.Z_SYNC_FLUSH }

/** Ways to unpack bytes, each with how such bytes begin; a hash or a number is too short to be packed. */
const PACKINGS: readonly (readonly [begin: readonly number[], unpack: Unpack])[] = [
  [[0x28, 0xb5, 0x2f, 0xfd], zlib.zstdDecompressSync],
  [[0x1f, 0x8b, 0x08], gunzip],
  [[0x78], (blob) => zlib.inflateSync(blob, sync)],
  [[], (blob) => zlib.inflateRawSync(blob)],
]
const LEAST_PACKED = 16
const GZIP = Buffer.from([0x1f, 0x8b, 0x08])
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

/** Unpacks what lies behind the head of a gzip: Node's own unpacks nothing where other bytes follow. */
function gunzip(blob: Buffer): Buffer {
  const flags = blob.readUInt8(3)
  let at = 10
  if (flags & 4) at += 2 + blob.readUInt16LE(at)
  for (const named of [8, 16]) if (flags & named) at = blob.indexOf(0, at) + 1
  if (flags & 2) at += 2
  return zlib.inflateRawSync(blob.subarray(at), sync)
}

/** What bytes unpack to: as a whole, as the members of a zip, and where a packed part begins within them. */
export function* unpackedFrom(blob: Buffer): Generator<Buffer> {
  if (blob.length < LEAST_PACKED || blob.length === 32) return
  for (const [begin, unpack] of PACKINGS)
    if (begin.every((byte, at) => blob[at] === byte)) yield* tried(blob, unpack)
  for (let at = blob.indexOf(GZIP, 1); at > 0; at = blob.indexOf(GZIP, at + 1))
    yield* tried(blob.subarray(at), gunzip)
  for (let at = blob.indexOf(ZSTD, 1); at > 0; at = blob.indexOf(ZSTD, at + 1))
    yield* tried(blob.subarray(at), zlib.zstdDecompressSync)
  yield* membersOf(blob)
}

function* tried(blob: Buffer, unpack: Unpack): Generator<Buffer> {
  try {
    yield unpack(blob)
  } catch {
    // It was not packed this way.
  }
}

const LOCAL = Buffer.from('PK\x03\x04', 'latin1')
const LOCAL_BYTES = 30

/** Every member of every zip within bytes, found by its local header, so that no directory can hide one. */
function* membersOf(blob: Buffer): Generator<Buffer> {
  for (let at = blob.indexOf(LOCAL); at >= 0; at = blob.indexOf(LOCAL, at + 1)) {
    if (at + LOCAL_BYTES > blob.length) return
    const start = at + LOCAL_BYTES + blob.readUInt16LE(at + 26) + blob.readUInt16LE(at + 28)
    const next = blob.indexOf(LOCAL, start)
    const part = blob.subarray(start, next < 0 ? blob.length : next)
    if (blob.readUInt16LE(at + 8) === 0) yield part
    else yield* tried(part, (bytes) => zlib.inflateRawSync(bytes, sync))
  }
}
