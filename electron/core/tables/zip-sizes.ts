const END = 0x06054b50
const ENTRY = 0x02014b50

/** Bytes that a zip archive says it holds when unpacked; null where the bytes are no readable archive. */
export function unpackedSize(bytes: Buffer): number | null {
  const earliest = Math.max(0, bytes.length - 65_557)
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) !== END) continue
    return sumFrom(bytes, bytes.readUInt32LE(at + 16), bytes.readUInt16LE(at + 10))
  }
  return null
}

function sumFrom(bytes: Buffer, start: number, entries: number): number | null {
  let [at, sum] = [start, 0]
  for (let n = 0; n < entries; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null
    sum += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return sum
}
