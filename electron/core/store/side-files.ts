import { closeSync, openSync, readSync } from 'node:fs'
import { codeOf } from '../../../shared/system-words.ts'
import { PAGE_SIZE } from './page-key.ts'

const WAL_HEADER = 32
const WAL_FRAME_HEADER = 24
const JOURNAL_MAGIC = 'd9d505f920a163d7'

/** Bytes of an open file; fewer than asked for at its end. */
export function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position))
}

function* recordsOf(
  file: string,
  start: (descriptor: number) => number | null,
  header: number,
  foot: number,
) {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  try {
    const first = start(descriptor)
    if (first === null) return
    for (let at = first; ; at += header + PAGE_SIZE + foot) {
      const record = readAt(descriptor, at, header + PAGE_SIZE)
      if (record.length < header + PAGE_SIZE) return
      if (record.readUInt32BE(0) === 1) yield record.subarray(header)
    }
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Versions of the first page in the write-ahead log that a crash left beside a locker, oldest first. Layout:
 * https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function firstPagesInLog(file: string): Iterable<Buffer> {
  return recordsOf(`${file}-wal`, () => WAL_HEADER, WAL_FRAME_HEADER, 0)
}

/**
 * The first page in the rollback journal that a crash during a change of keys left beside a locker: SQLite is
 * going to put it back, so that its key is the one that counts. Layout:
 * https://www.sqlite.org/fileformat2.html#the_rollback_journal
 */
export function firstPagesInJournal(file: string): Iterable<Buffer> {
  const start = (descriptor: number) => {
    const header = readAt(descriptor, 0, 28)
    return header.length === 28 && header.toString('hex').startsWith(JOURNAL_MAGIC)
      ? header.readUInt32BE(20)
      : null
  }
  return recordsOf(`${file}-journal`, start, 4, 4)
}
