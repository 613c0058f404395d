import type { ReadableDb } from './db.ts'
import { readLockerId } from './examine.ts'
import { macKeyOf } from './page-key.ts'

const macKeys = new WeakMap<ReadableDb, Buffer>()

/**
 * Remembers for an open locker the key of its page checksums, so that a verification can check pages that no
 * query reads. The locker's own key cannot be computed from it.
 */
export function rememberMacKey(db: ReadableDb, key: Uint8Array): void {
  macKeys.set(db, macKeyOf(key, Buffer.from(readLockerId(db.name), 'hex')))
}

/** The key of an open locker's page checksums. */
export function macKeyOfOpen(db: ReadableDb): Buffer {
  const macKey = macKeys.get(db)
  if (macKey === undefined) throw new Error('this locker was not opened by openLocker')
  return macKey
}
