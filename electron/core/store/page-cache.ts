import { freemem } from 'node:os'
import type { WritableDb } from './db.ts'

/** KiB of pages that SQLite keeps unless it is told otherwise. */
const USUAL = 16_000

/** KiB of pages that are kept at most. */
const MOST = 262_144

/** The part of the free memory that may be taken. */
const SHARE = 1 / 8

/**
 * Gives pages of the file more room in memory, for work that reads all over it: each page that is not there has to
 * be decrypted again. Returns what takes the room back.
 */
export function roomForPages(db: WritableDb): () => void {
  const room = Math.min(MOST, Math.max(USUAL, Math.floor((freemem() / 1024) * SHARE)))
  db.pragma(`cache_size = -${room}`)
  return () => {
    db.pragma(`cache_size = -${USUAL}`)
    db.pragma('shrink_memory')
  }
}
