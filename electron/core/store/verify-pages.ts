import { fstatSync, statSync } from 'node:fs'
import type { ReadableDb } from './db.ts'
import { openFileOf } from './open-files.ts'
import { PAGE_SIZE, pageFits } from './page-key.ts'
import { readAt } from './side-files.ts'
import type { Sliced } from './slices.ts'
import type { Broken } from './verify.ts'

const PAGES_AT_ONCE = 64
/** The page that SQLite leaves out to lock bytes in it: https://www.sqlite.org/fileformat2.html#the_lock_byte_page */
const LOCK_PAGE = 0x40000000 / PAGE_SIZE + 1

/** How many pages the file of a locker has. */
export function pagesOf(db: ReadableDb): number {
  return Math.ceil(statSync(db.name).size / PAGE_SIZE)
}

/** Recomputes the checksum of every page of the file as it lies on the disk, used or not. */
export function* verifyPages(db: ReadableDb): Sliced<Broken | null> {
  const { descriptor, macKey } = openFileOf(db)
  const { size } = fstatSync(descriptor)
  for (let first = 1; (first - 1) * PAGE_SIZE < size; first += PAGES_AT_ONCE) {
    const pages = readAt(descriptor, (first - 1) * PAGE_SIZE, PAGES_AT_ONCE * PAGE_SIZE)
    for (let at = 0; at < pages.length; at += PAGE_SIZE) {
      const number = first + at / PAGE_SIZE
      const page = pages.subarray(at, at + PAGE_SIZE)
      if (number === LOCK_PAGE || pageFits(page, number, macKey) || page.every((byte) => byte === 0)) continue
      return { kind: 'file', entry: `page ${number}`, what: 'does not fit its checksum' }
    }
    yield pages.length / PAGE_SIZE
  }
  return null
}
