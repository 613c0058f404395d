import { problem } from '../../../shared/errors.ts'
import type { Collection, CollectionConditions, CollectionState } from '../../../shared/model/collection.ts'
import type { Instant } from '../../../shared/model/json.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { canonicalJson, hex, sha256 } from './canonical.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { collectionDigest } from './digest.ts'
import { appendJournal } from './journal.ts'

/** What is known of a collection when it starts. */
export type CollectionFacts = Omit<
  Collection,
  'id' | 'state' | 'finishedAt' | 'clockOffsetMs' | 'counts' | 'digest'
>

interface CollectionRow {
  readonly id: number
  readonly state: CollectionState
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  readonly connectionId: string
  readonly connectionLabel: string
  readonly account: string
  readonly apiUrl: string
  readonly scopes: string | null
  readonly tokenExpiresAt: Instant | null
  readonly collector: string
  readonly appVersion: string
  readonly topics: string
  readonly clockOffsetMs: number | null
  readonly requests: number
  readonly evidence: number
  readonly unchanged: number
  readonly events: number
  readonly notRead: number
  readonly digest: Buffer | null
}

const COLUMNS = `id, state, started_at as startedAt, finished_at as finishedAt, connection_id as connectionId,
  connection_label as connectionLabel, account, api_url as apiUrl, scopes, token_expires_at as tokenExpiresAt,
  collector, app_version as appVersion, topics, clock_offset_ms as clockOffsetMs, requests, evidence, unchanged,
  events, not_read as notRead, digest`

function collectionOf(row: CollectionRow): Collection {
  const { connectionId, connectionLabel, requests, evidence, unchanged, events, notRead, ...rest } = row
  return {
    ...rest,
    connection: { id: connectionId, label: connectionLabel },
    scopes: row.scopes === null ? null : (JSON.parse(row.scopes) as string[]),
    topics: JSON.parse(row.topics) as Topic[],
    counts: { requests, evidence, unchanged, events, notRead },
    digest: row.digest === null ? null : hex(row.digest),
  }
}

/** Where the chain of a collection's tasks begins: SHA-256 of the canonical JSON of its number and its facts. */
export function firstHead(id: number, facts: CollectionFacts): Buffer {
  const { startedAt, connection, account, apiUrl, scopes, tokenExpiresAt, collector, appVersion, topics } =
    facts
  const told = {
    id,
    startedAt,
    connection,
    account,
    apiUrl,
    scopes,
    tokenExpiresAt,
    collector,
    appVersion,
    topics,
  }
  return sha256(canonicalJson(told))
}

/**
 * Starts a collection, with a line in the journal, and answers its number. The conditions stand in that line
 * and nowhere else: `conditionsOf` reads them from there.
 */
export function startCollection(
  db: WritableDb,
  facts: CollectionFacts,
  conditions: CollectionConditions | null = null,
): number {
  return inTransaction(db, () => {
    const newest = query<[], { id: number | null }>(db, 'select max(id) as id from collection').get()
    const id = (newest?.id ?? 0) + 1
    const { connection, account, apiUrl, scopes, tokenExpiresAt, collector, appVersion, topics } = facts
    write(
      db,
      `insert into collection (id, state, started_at, connection_id, connection_label, account, api_url, scopes,
       token_expires_at, collector, app_version, topics, head) values (?, 'running', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...[id, facts.startedAt, connection.id, connection.label, account, apiUrl],
      ...[scopes && canonicalJson(scopes), tokenExpiresAt, collector, appVersion, canonicalJson(topics)],
      firstHead(id, facts),
    )
    const told = { id, connection, account, apiUrl, scopes, tokenExpiresAt, appVersion, topics }
    const detail = conditions === null ? told : { ...told, conditions }
    appendJournal(db, { actor: collector, action: 'collection.started', detail, at: facts.startedAt })
    return id
  })
}

/** Goes on with an interrupted or cancelled collection: it counts as running again. Says so in the journal. */
export function resumeCollection(
  db: WritableDb,
  id: number,
  actor: string,
  by: Pick<CollectionConditions, 'token' | 'code'> = {},
): Collection {
  return inTransaction(db, () => {
    const { state } = known(db, id)
    if (state !== 'interrupted' && state !== 'cancelled') throw problem('nothing-to-resume', {})
    write<[number]>(db, "update collection set state = 'running', finished_at = null where id = ?").run(id)
    appendJournal(db, { actor, action: 'collection.resumed', detail: { id, ...by } })
    return known(db, id)
  })
}

/**
 * Ends a collection. A complete one gets its digest and takes nothing more. The journal line carries the
 * digest, the head of the chain of tasks (which covers requests, readings and lists as well) and the counts, so
 * that whatever is changed or removed later is noticed.
 */
export function endCollection(
  db: WritableDb,
  id: number,
  end: {
    readonly state: 'complete' | 'cancelled' | 'interrupted'
    readonly finishedAt: Instant
    readonly clockOffsetMs: number | null
    /** What `slicedDigest` gave after the last task; computed here in one go where it is left out. */
    readonly digest?: Buffer | undefined
  },
): Collection {
  return inTransaction(db, () => {
    const { state, finishedAt, clockOffsetMs } = end
    const digest = state === 'complete' ? (end.digest ?? collectionDigest(db, id)) : null
    write<[string, string, number | null, Buffer | null, number]>(
      db,
      'update collection set state = ?, finished_at = ?, clock_offset_ms = ?, digest = ? where id = ?',
    ).run(state, finishedAt, clockOffsetMs, digest, id)
    const ended = known(db, id)
    const action = state === 'complete' ? 'collection.completed' : `collection.${state}`
    const detail = { ...chainOf(db, id), id, digest: ended.digest, counts: ended.counts, clockOffsetMs }
    appendJournal(db, { actor: ended.collector, action, detail, at: finishedAt })
    return ended
  })
}

/** How many tasks a collection holds and the head of their chain, in hexadecimal. */
export function chainOf(db: ReadableDb, id: number): { readonly tasks: number; readonly head: string } {
  const row = query<[number], { tasks: number; head: Buffer }>(
    db,
    'select tasks, head from collection where id = ?',
  ).get(id)
  return { tasks: row?.tasks ?? 0, head: hex(row?.head ?? Buffer.alloc(0)) }
}

/** Marks collections as interrupted that a dead process left running; a locker has one process at a time. */
export function interruptRunning(db: WritableDb): void {
  const left = query<[], { id: number }>(db, "select id from collection where state = 'running'").all()
  const finishedAt = new Date().toISOString()
  for (const { id } of left) endCollection(db, id, { state: 'interrupted', finishedAt, clockOffsetMs: null })
}

/** Counts events that were taken over for a collection. */
export function countEventsIn(db: WritableDb, id: number, events: number): void {
  write<[number, number]>(db, 'update collection set events = events + ? where id = ?').run(events, id)
}

/** A collection by its number, or null. */
export function getCollection(db: ReadableDb, id: number): Collection | null {
  const row = query<[number], CollectionRow>(db, `select ${COLUMNS} from collection where id = ?`).get(id)
  return row === undefined ? null : collectionOf(row)
}

function known(db: ReadableDb, id: number): Collection {
  const found = getCollection(db, id)
  if (found === null)
    throw problem('wrong-use', { what: `there is no collection ${id}`, remedy: 'see `collect --list`' })
  return found
}

/** Under which conditions a collection was started, as the journal tells; null where it does not. */
export function conditionsOf(db: ReadableDb, id: number): CollectionConditions | null {
  const row = query<[number], { conditions: string | null }>(
    db,
    `select json_extract(detail, '$.conditions') as conditions from journal
     where action = 'collection.started' and json_extract(detail, '$.id') = ?`,
  ).get(id)
  return row?.conditions == null ? null : (JSON.parse(row.conditions) as CollectionConditions)
}

/** With which token and code a collection was taken up again, each time. */
export function resumesOf(
  db: ReadableDb,
  id: number,
): readonly Pick<CollectionConditions, 'token' | 'code'>[] {
  return query<[number], { detail: string }>(
    db,
    "select detail from journal where action = 'collection.resumed' and json_extract(detail, '$.id') = ?",
  )
    .all(id)
    .map(({ detail }) => JSON.parse(detail) as Pick<CollectionConditions, 'token' | 'code'>)
}

/** All collections, oldest first. */
export function listCollections(db: ReadableDb): readonly Collection[] {
  return query<[], CollectionRow>(db, `select ${COLUMNS} from collection order by id`).all().map(collectionOf)
}

function newest(db: ReadableDb, states: readonly CollectionState[]): Collection | null {
  const row = query<[string], CollectionRow>(
    db,
    `select ${COLUMNS} from collection where state in (select value from json_each(?)) order by id desc limit 1`,
  ).get(JSON.stringify(states))
  return row === undefined ? null : collectionOf(row)
}

/** The newest complete collection, or null. */
export function newestComplete(db: ReadableDb): Collection | null {
  return newest(db, ['complete'])
}

/** The newest complete collection of the same account before one, or null. */
export function completeBefore(db: ReadableDb, { id, account, apiUrl }: Collection): Collection | null {
  const row = query<[number, string, string], CollectionRow>(
    db,
    `select ${COLUMNS} from collection
     where id < ? and state = 'complete' and account = ? and api_url = ? order by id desc limit 1`,
  ).get(id, account, apiUrl)
  return row === undefined ? null : collectionOf(row)
}

/** The newest interrupted or cancelled collection, or null. */
export function newestResumable(db: ReadableDb): Collection | null {
  return newest(db, ['interrupted', 'cancelled'])
}

/** The collection of a number, or the newest complete one. Throws `no-collection` or `wrong-use`. */
export function resolveCollection(db: ReadableDb, id: number | null): Collection {
  if (id !== null) return known(db, id)
  const found = newestComplete(db)
  if (found === null) throw problem('no-collection', {})
  return found
}
