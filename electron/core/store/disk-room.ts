import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { problem } from '../../../shared/errors.ts'

/** The room of a file system in bytes. */
export interface DiskRoom {
  readonly free: number
  readonly total: number
}

/** Tells the room of the file system that a folder lies on; null where it does not tell. */
export function diskRoom(folder: string): DiskRoom | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return null
  }
}

/** Bytes that an archive leaves free for everyone else, on a small disk a twentieth of it. */
const LEFT_FREE = 256 * 1024 * 1024
const SHARE_LEFT = 20

/**
 * Sees to it that an archive does not fill the disk of a locker, where `more` bytes come next.
 * @throws Problem `disk-low`
 */
export function leaveRoom(locker: string, archive: string, more: number, look: typeof diskRoom): void {
  const room = look(dirname(locker))
  if (room === null || room.free - more >= Math.min(LEFT_FREE, room.total / SHARE_LEFT)) return
  throw problem('disk-low', { archive, path: locker, megabytes: Math.floor(room.free / 1e6) })
}
