import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { asProblem } from './sqlite-problem.ts'

/** Marks our files among SQLite databases; readable once decrypted. The letters `EvLk`. */
export const APPLICATION_ID = 0x45764c6b

/** Bytes of a locker's key. */
export const KEY_SIZE = 32

/**
 * Opens an existing file in the SQLCipher 4 format with a raw key and takes it for this process alone. Sorters
 * and temporary tables stay in memory: on disk they would be plain text. `recursive_triggers` makes `insert or
 * replace` fire the triggers that keep evidence append-only. Throws SQLite's own errors as Problems.
 */
export function connect(file: string, key: Uint8Array): Database.Database {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { fileMustExist: true, timeout: 0 })
    db.pragma("cipher = 'sqlcipher'")
    db.pragma('legacy = 4')
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('temp_store = MEMORY')
    db.pragma('foreign_keys = ON')
    db.pragma('recursive_triggers = ON')
    db.pragma('trusted_schema = OFF')
    db.exec('begin exclusive; commit')
    // What a process that died while it changed the key left: by now it is rolled back or was never needed.
    rmSync(`${file}-journal`, { force: true })
    return db
  } catch (error) {
    db?.close()
    throw asProblem(error, file)
  }
}

/** Writes everything into the one file and lets go of it. */
export function disconnect(db: Database.Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}
