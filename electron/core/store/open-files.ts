import { closeSync, statSync } from 'node:fs'
import type { ReadableDb, WritableDb } from './db.ts'
import { macKeyOf } from './page-key.ts'

/**
 * The file of an open locker. Its descriptor stays open as long as the locker does, and nobody else in this
 * process may open and close the file meanwhile: closing any descriptor of a file gives up all POSIX locks
 * that the process has on it, SQLite's included, and another process could come in. Source: "How To Corrupt An
 * SQLite Database File", 2.2.
 */
export interface OpenFile {
  readonly db: WritableDb
  readonly descriptor: number
  /** The locker's identity: its salt in hexadecimal. */
  readonly id: string
  /** The key of its page checksums; the locker's own key cannot be computed from it. */
  readonly macKey: Buffer
}

const byPlace = new Map<string, OpenFile>()
const byDb = new WeakMap<ReadableDb, OpenFile>()

/** Where a file lies on its disk, whatever path leads to it; null where there is none. */
function placeOf(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`
}

function remember(open: OpenFile): void {
  const place = placeOf(open.db.name)
  if (place !== null) byPlace.set(place, open)
  byDb.set(open.db, open)
}

/** Takes over the descriptor of a locker that has just been opened with a key. */
export function holdFile(db: WritableDb, descriptor: number, id: string, key: Uint8Array): void {
  remember({ db, descriptor, id, macKey: macKeyOf(key, Buffer.from(id, 'hex')) })
}

/** Notes that an open locker has another key now. */
export function noteKey(db: WritableDb, key: Uint8Array): void {
  const { descriptor, id } = openFileOf(db)
  holdFile(db, descriptor, id, key)
}

/** Gives up the descriptor of a locker that has just been closed. */
export function releaseFile(db: WritableDb): void {
  const open = byDb.get(db)
  if (open === undefined) return
  byDb.delete(db)
  for (const [place, other] of byPlace) if (other.db === db) byPlace.delete(place)
  closeSync(open.descriptor)
}

/** The file of an open locker. */
export function openFileOf(db: ReadableDb): OpenFile {
  const open = byDb.get(db)
  if (open === undefined) throw new Error('this locker was not opened by openLocker')
  return open
}

/** The open locker of this process that a path leads to, or null. */
export function openFileAt(file: string): OpenFile | null {
  const place = placeOf(file)
  const open = place === null ? undefined : byPlace.get(place)
  if (open === undefined || open.db.open) return open ?? null
  releaseFile(open.db)
  return null
}
