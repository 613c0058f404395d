import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

/** Bytes of a page, in clear and encrypted; the default of the format. */
export const PAGE_SIZE = 4096

/** Bytes of salt at the start of the file. */
export const SALT_SIZE = 16

const MAC_SIZE = 64
const MAC_SALT_MASK = 0x3a

/**
 * The key that page checksums are made with in the SQLCipher 4 format: PBKDF2-HMAC-SHA512 of the raw key over
 * the masked salt, two rounds. Source: SQLCipher, "Design" and `sqlcipher_codec_key_derive`.
 */
export function macKeyOf(key: Uint8Array, salt: Uint8Array): Buffer {
  return pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ MAC_SALT_MASK),
    2,
    32,
    'sha512',
  )
}

/**
 * Whether an encrypted page was made with a key: HMAC-SHA512 over its ciphertext, its initialisation vector
 * and its number (from 1). Tells a wrong key from damage without letting SQLite touch the file.
 */
export function pageFits(page: Uint8Array, number: number, macKey: Uint8Array): boolean {
  if (page.length !== PAGE_SIZE) return false
  const from = number === 1 ? SALT_SIZE : 0
  const end = PAGE_SIZE - MAC_SIZE
  const numberBytes = Buffer.alloc(4)
  numberBytes.writeUInt32LE(number)
  const mac = createHmac('sha512', macKey).update(page.subarray(from, end)).update(numberBytes).digest()
  return timingSafeEqual(mac, page.subarray(end))
}
