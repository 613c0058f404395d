import type { WritableDb } from './db.ts'
import { roomFor } from './free-memory.ts'

/** KiB of pages that SQLite keeps unless it is told otherwise. */
const USUAL = 16_000

/** KiB of pages that are kept at most. */
const MOST = 262_144

/**
 * Gives pages of the file more room in memory, for work that reads all over it: each page that is not there has to
 * be decrypted again. Returns what takes the room back.
 */
export function roomForPages(db: WritableDb): () => void {
  const room = roomFor({ bytesEach: 1024, least: USUAL, most: MOST })
  db.pragma(`cache_size = -${room}`)
  return () => {
    db.pragma(`cache_size = -${USUAL}`)
    db.pragma('shrink_memory')
  }
}
