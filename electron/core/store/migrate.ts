import type Database from 'better-sqlite3'
import { problem } from '../../../shared/errors.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'

/** The newest format this version of the app can read and write. */
export function knownVersion(steps: readonly Migration[] = MIGRATIONS): number {
  return steps.reduce((highest, step) => Math.max(highest, step.version), 0)
}

/** The format of an open file: 0 for an empty one. */
export function versionOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Brings a locker to the newest format, each step in its own transaction, and answers the version it came
 * from. Throws `locker-newer` for a format that this version does not know.
 */
export function migrate(db: Database.Database, steps: readonly Migration[] = MIGRATIONS): number {
  const from = versionOf(db)
  const known = knownVersion(steps)
  if (from > known) throw problem('locker-newer', { file: db.name, version: from, known })
  for (const step of steps.filter(({ version }) => version > from)) {
    const enforced = Number(db.pragma('foreign_keys', { simple: true })) === 1
    if (step.rebuilds) db.pragma('foreign_keys = OFF')
    try {
      db.transaction(() => {
        step.up(db)
        if (step.rebuilds && (db.pragma('foreign_key_check') as unknown[]).length > 0)
          throw new Error(`step ${step.version} left a reference to nothing`)
        db.pragma(`user_version = ${step.version}`)
      }).exclusive()
    } finally {
      if (enforced) db.pragma('foreign_keys = ON')
    }
  }
  return from
}
