import { KEY_SIZE } from './connect.ts'
import type { WritableDb } from './db.ts'
import { noteKey, openFileOf } from './open-files.ts'
import { asProblem } from './sqlite-problem.ts'

/**
 * Encrypts an open locker anew with another key of 32 bytes. SQLite does it as one transaction with a rollback
 * journal: after a crash at any moment the file opens with the old key or with the new one, never with
 * neither. So keep both keys until this returns. Left to itself SQLite draws a new salt, which would change the
 * locker's identity; the salt is passed on instead. Needs as much free space as the locker is large; throws
 * `disk-full` (nothing changed).
 */
export function rekeyLocker(db: WritableDb, next: Buffer): void {
  if (next.length !== KEY_SIZE) throw new RangeError(`a locker's key has ${KEY_SIZE} bytes`)
  const salt = openFileOf(db).id
  try {
    db.pragma('journal_mode = DELETE')
    db.pragma(`rekey = "x'${next.toString('hex')}${salt}'"`)
    noteKey(db, next)
  } catch (error) {
    throw asProblem(error, db.name)
  } finally {
    db.pragma('journal_mode = WAL')
  }
}
