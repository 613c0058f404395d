import { closeSync } from 'node:fs'
import { problem } from '../../../shared/errors.ts'
import type { Engagement } from '../../../shared/model/engagement.ts'
import { appearAs, prepareBirth, removeBirth } from './birth.ts'
import { interruptRunning } from './collections.ts'
import { APPLICATION_ID, connect, disconnect, KEY_SIZE } from './connect.ts'
import type { WritableDb } from './db.ts'
import { examine } from './examine.ts'
import { appendJournal } from './journal.ts'
import { describeLocker } from './locker.ts'
import { migrate, versionOf } from './migrate.ts'
import { holdFile, releaseFile } from './open-files.ts'
import { asProblem } from './sqlite-problem.ts'

export { readLockerId, refuseForeign } from './examine.ts'
export { rekeyLocker } from './rekey.ts'

/**
 * Makes a locker and opens it. It is built under a temporary name in the same folder and appears under its own
 * name complete or not at all. `key` is 32 random bytes, `actor` names who makes it, such as `ana@laptop`.
 * Throws `already-there`, `cannot-write` or `disk-full`.
 */
export function createLocker(
  file: string,
  key: Buffer,
  facts: { readonly engagement: Engagement; readonly appVersion: string; readonly actor: string },
): WritableDb {
  if (key.length !== KEY_SIZE) throw new RangeError(`a locker's key has ${KEY_SIZE} bytes`)
  const part = prepareBirth(file)
  try {
    const db = connect(part, key) as WritableDb
    try {
      db.pragma(`application_id = ${APPLICATION_ID}`)
      migrate(db)
      describeLocker(db, { ...facts, createdAt: new Date().toISOString() })
    } finally {
      disconnect(db)
    }
    appearAs(part, file)
  } catch (error) {
    throw asProblem(error, file)
  } finally {
    removeBirth(part)
  }
  return openLocker(file, key)
}

/**
 * Opens a locker for this process alone, brings it to the newest format, and marks collections that a dead
 * process left running as interrupted. Throws `cannot-read`, `not-a-locker`, `wrong-key`, `locker-busy`,
 * `locker-newer`, `locker-damaged` or `cannot-write`.
 */
export function openLocker(file: string, key: Buffer): WritableDb {
  const { descriptor, id } = examine(file, key)
  let db: WritableDb | undefined
  try {
    db = connect(file, key) as WritableDb
    holdFile(db, descriptor, id, key)
    bringUp(db)
    return db
  } catch (error) {
    db?.close()
    if (db === undefined) closeSync(descriptor)
    else releaseFile(db)
    throw asProblem(error, file)
  }
}

function bringUp(db: WritableDb): void {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID)
    throw problem('not-a-locker', { file: db.name })
  const from = migrate(db)
  const to = versionOf(db)
  if (from < to)
    appendJournal(db, { actor: 'evidence-locker', action: 'locker.migrated', detail: { from, to } })
  interruptRunning(db)
}

/**
 * Closes a locker; what remains is exactly one file. On a full disk the write-ahead log stays beside it, to be
 * taken in when the locker is opened next, and `disk-full` is thrown.
 */
export function closeLocker(db: WritableDb): void {
  try {
    disconnect(db)
  } catch (error) {
    throw asProblem(error, db.name)
  } finally {
    releaseFile(db)
  }
}
