import { closeSync, fstatSync, openSync } from 'node:fs'
import { problem } from '../../../shared/errors.ts'
import { systemWords } from '../../../shared/system-words.ts'
import { openFileAt } from './open-files.ts'
import { macKeyOf, PAGE_SIZE, pageFits, SALT_SIZE } from './page-key.ts'
import { firstPagesInJournal, firstPagesInLog, readAt } from './side-files.ts'
import { asProblem } from './sqlite-problem.ts'

/** Beginnings of files that people confuse with lockers: SQLite, Zip, PDF, gzip, 7-Zip, JPEG, PNG. */
const FOREIGN = ['53514c69746520', '504b03', '25504446', '1f8b08', '377abcaf', 'ffd8ff', '89504e47']

const PAGES_TRIED = 8

/** Bits per byte; ciphertext of a page has about 7.95, text and tables stay far below. */
function entropy(bytes: Uint8Array): number {
  const counts = new Array<number>(256).fill(0)
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  const shares = counts.filter((n) => n > 0).map((n) => n / bytes.length)
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0)
}

function looksForeign(head: Buffer, size: number): boolean {
  const start = head.subarray(0, 8).toString('hex')
  return size % PAGE_SIZE !== 0 || FOREIGN.some((magic) => start.startsWith(magic)) || entropy(head) < 7.5
}

/** Opens a file for reading. Throws `cannot-read` with the reason in words. */
function openToRead(file: string): number {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    throw problem('cannot-read', { path: file, why: systemWords(error) }, error)
  }
  if (!fstatSync(descriptor).isDirectory()) return descriptor
  closeSync(descriptor)
  throw problem('cannot-read', { path: file, why: 'it is a folder' })
}

function saltOf(file: string, descriptor: number): string {
  const salt = readAt(descriptor, 0, SALT_SIZE)
  if (salt.length < SALT_SIZE) throw problem('not-a-locker', { file })
  return salt.toString('hex')
}

/**
 * The locker's identity: the 16 bytes of salt at its start, in hexadecimal. It stays the same for the life of
 * the file, also when its key is replaced. Throws the problems `cannot-read` and `not-a-locker`.
 */
export function readLockerId(file: string): string {
  const open = openFileAt(file)
  if (open !== null) return open.id
  const descriptor = openToRead(file)
  try {
    return saltOf(file, descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Refuses what cannot be a locker, without any key. Throws `cannot-read` and `not-a-locker`. */
export function refuseForeign(file: string): void {
  if (openFileAt(file) !== null) return
  const descriptor = openToRead(file)
  try {
    const head = readAt(descriptor, 0, PAGE_SIZE)
    if (head.length < PAGE_SIZE || looksForeign(head, fstatSync(descriptor).size))
      throw problem('not-a-locker', { file })
  } catch (error) {
    throw asProblem(error, file)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Tells before SQLite touches a file whether it is a locker that this key opens, and answers its identity and a
 * descriptor of it that stays open. Throws `cannot-read`, `not-a-locker`, `wrong-key`, `locker-damaged`, or
 * `locker-busy` where this very process has it open. A file of random bytes cannot be told from a locker of
 * another key: the sentence of `wrong-key` says both.
 */
export function examine(file: string, key: Uint8Array): { readonly descriptor: number; readonly id: string } {
  if (openFileAt(file) !== null) throw problem('locker-busy', { file })
  const descriptor = openToRead(file)
  try {
    const id = saltOf(file, descriptor)
    proveKey(file, descriptor, macKeyOf(key, Buffer.from(id, 'hex')))
    return { descriptor, id }
  } catch (error) {
    closeSync(descriptor)
    throw asProblem(error, file)
  }
}

function proveKey(file: string, descriptor: number, macKey: Buffer): void {
  const head = readAt(descriptor, 0, PAGE_SIZE)
  if (head.length < PAGE_SIZE) throw problem('not-a-locker', { file })
  for (const before of firstPagesInJournal(file)) {
    if (pageFits(before, 1, macKey)) return
    throw problem('wrong-key', { file })
  }
  if (pageFits(head, 1, macKey)) return
  for (const later of firstPagesInLog(file)) if (pageFits(later, 1, macKey)) return
  for (let number = 2; number <= PAGES_TRIED; number++)
    if (pageFits(readAt(descriptor, (number - 1) * PAGE_SIZE, PAGE_SIZE), number, macKey))
      throw problem('locker-damaged', { file, what: 'its first page does not fit its checksum' })
  const { size } = fstatSync(descriptor)
  throw looksForeign(head, size) ? problem('not-a-locker', { file }) : problem('wrong-key', { file })
}
