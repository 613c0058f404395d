import { hash } from 'node:crypto'

/** Bytes of a leaf that are stored to name a broken event; the chain itself runs over all 32. */
export const LEAF_KEPT = 16

/** The leaf of an event: SHA-256 of its exact bytes. */
export function leafOf(event: Uint8Array): Buffer {
  return hash('sha256', event, 'buffer')
}

/** Writes the 32 bytes of an event's leaf. A text of Latin-1 costs half of what a buffer of its own would. */
export function putLeaf(event: Uint8Array, out: Buffer, at: number): void {
  out.write(hash('sha256', event, 'binary'), at, 'latin1')
}

/** The head after a block: SHA-256 over the 32 bytes of the head before it and the leaves of its events. */
export function headAfter(before: Uint8Array, leaves: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([before, leaves]), 'buffer')
}
