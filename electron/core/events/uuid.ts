import { hash } from 'node:crypto'

/** Values of the lower-case hexadecimal digits; 255 for everything else. */
const VALUE = new Uint8Array(128).fill(255)
for (let i = 0; i < 16; i++) VALUE['0123456789abcdef'.charCodeAt(i)] = i

const DASH = 45

/**
 * The first 32 bits of a UUID in its canonical, lower-case form (the only one that 16 bytes give back exactly),
 * or -1 for any other text.
 */
export function uuidHead(text: string): number {
  if (text.length !== 36) return -1
  let head = 0
  for (let i = 0; i < 36; i++) {
    const code = text.charCodeAt(i)
    if (i === 8 || i === 13 || i === 18 || i === 23) {
      if (code !== DASH) return -1
      continue
    }
    const digit = code < 128 ? (VALUE[code] as number) : 255
    if (digit === 255) return -1
    if (i < 8) head = (head << 4) | digit
  }
  return head >>> 0
}

/** True for a UUID in its canonical form. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuidHead(value) >= 0
}

/** Writes the 16 bytes of a canonical UUID. */
export function putUuid(uuid: string, out: Uint8Array, at: number): void {
  let to = at
  for (let i = 0; i < 36; i += 2) {
    if (i === 8 || i === 13 || i === 18 || i === 23) i++
    out[to++] = ((VALUE[uuid.charCodeAt(i)] as number) << 4) | (VALUE[uuid.charCodeAt(i + 1)] as number)
  }
}

/** The canonical UUID of 16 bytes. */
export function uuidOf(bytes: Uint8Array): string {
  return uuidOfHex(Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex'))
}

/** The canonical UUID of 32 hexadecimal digits. */
export function uuidOfHex(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Writes the 16 bytes that stand for an id of another form where ids are compared: of its SHA-256. */
export function putOtherId(id: string, out: Uint8Array, at: number): void {
  out.set(hash('sha256', id, 'buffer').subarray(0, 16), at)
}
