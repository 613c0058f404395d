import type Database from 'better-sqlite3'
import { asProblem } from './sqlite-problem.ts'

declare const readable: unique symbol
declare const writable: unique symbol

/** A prepared question: it answers rows and has no way to change any. */
export interface Query<P extends unknown[], Row> {
  get(...params: P): Row | undefined
  all(...params: P): Row[]
  iterate(...params: P): IterableIterator<Row>
}

/** An open locker as functions see it that only read. The brand keeps writes out at compile time. */
export interface ReadableDb {
  readonly [readable]: true
  /** Path of the locker's file. */
  readonly name: string
  prepare<P extends unknown[], Row>(sql: string): Query<P, Row>
}

/** An open locker as functions see it that write; it can be passed wherever reading is enough. */
export type WritableDb = Database.Database & ReadableDb & { readonly [writable]: true }

/** A prepared write. */
export type Write<P extends unknown[]> = Database.Statement<P>

const prepared = new WeakMap<ReadableDb, Map<string, unknown>>()

function cached<T>(db: ReadableDb, sql: string, prepare: () => T): T {
  const ofDb = prepared.get(db) ?? new Map<string, unknown>()
  prepared.set(db, ofDb)
  const known = ofDb.get(sql) as T | undefined
  if (known !== undefined) return known
  const made = prepare()
  ofDb.set(sql, made)
  return made
}

/**
 * The prepared form of a query, made once per open locker. Take rows with `get` or `all`: an open `iterate`
 * would block the whole connection for writes, so long lists are read with `batches`.
 */
export function query<P extends unknown[], Row>(db: ReadableDb, sql: string): Query<P, Row> {
  return cached(db, sql, () => db.prepare<P, Row>(sql))
}

/** The prepared form of a write, made once per open locker. */
export function write<P extends unknown[]>(db: WritableDb, sql: string): Write<P> {
  return cached(db, sql, () => (db as Database.Database).prepare<P>(sql))
}

/**
 * Rows of a long list in batches by keyset, so that no statement stays open while the caller works (and may
 * write). `page` answers the rows after a key, at most as many as one batch holds; `keyOf` reads a row's key.
 */
export function* batches<Row, Key>(
  page: (after: Key) => readonly Row[],
  keyOf: (row: Row) => Key,
  start: Key,
): Generator<Row> {
  for (let after = start; ; ) {
    const rows = page(after)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = keyOf(last)
  }
}

/**
 * Runs `work` in one transaction: everything is committed to disk when it returns, nothing when it throws.
 * Within an outer transaction it is a savepoint. A full disk or a damaged file is thrown as a Problem.
 */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  try {
    return (db as Database.Database).transaction(work).immediate()
  } catch (error) {
    throw asProblem(error, db.name)
  }
}
