import Database from 'better-sqlite3'
import { query, type ReadableDb } from './db.ts'
import { migrate } from './migrate.ts'
import type { Broken } from './verify.ts'

interface Thing {
  readonly type: string
  readonly name: string
  readonly sql: string
}

const THINGS = "select type, name, sql from sqlite_schema where type in ('table', 'trigger', 'view')"

/** Tables that SQLite keeps for a full-text index; their text is SQLite's, not ours. */
const SHADOW = /_(data|idx|content|docsize|config)$/

function named(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.filter(({ name }) => !SHADOW.test(name)).map((thing) => [thing.name, thing]))
}

/**
 * Compares the tables and triggers of a locker with those that its format has: a trigger that keeps evidence
 * append-only and was taken away is noticed here.
 */
export function verifySchema(db: ReadableDb): Broken | null {
  const fresh = new Database(':memory:')
  try {
    migrate(fresh)
    const expected = named(fresh.prepare<[], Thing>(THINGS).all())
    const found = named(query<[], Thing>(db, THINGS).all())
    for (const [name, thing] of expected) {
      const entry = `${thing.type} ${name}`
      const there = found.get(name)
      if (there === undefined) return { kind: 'file', entry, what: 'is missing' }
      if (there.sql !== thing.sql) return { kind: 'file', entry, what: 'was altered' }
    }
    const extra = [...found.values()].find(({ name }) => !expected.has(name))
    return extra === undefined
      ? null
      : { kind: 'file', entry: `${extra.type} ${extra.name}`, what: 'was added' }
  } finally {
    fresh.close()
  }
}
