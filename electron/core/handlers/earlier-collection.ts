import { createHmac } from 'node:crypto'
import type { CollectionConditions } from '../../../shared/model/collection.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import { completeBefore, conditionsOf, resolveCollection, resumesOf } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { fingerprintKey } from '../store/locker.ts'
import { readingCode } from './reading-code.ts'

/** By whom a collection is read: which token, in a form that nobody can turn back, and which code. */
export type ReadBy = Pick<CollectionConditions, 'token' | 'code'>

/** HMAC-SHA-256 of the token under the locker's key, for this purpose alone, shortened to 32 digits. */
export function readBy(db: ReadableDb, token: string): ReadBy {
  const hmac = createHmac('sha256', fingerprintKey(db)).update(`token of a collection\n${token.trim()}`)
  return { token: hmac.digest('hex').slice(0, 32), code: readingCode() }
}

/**
 * The complete collection before one, where its reads may be asked for by their tags: over the same connection,
 * with the same token, by the same code from beginning to end. Null where that is not so: then all is read.
 */
export function earlierCollection(db: ReadableDb, collectionId: number, by: ReadBy): number | null {
  const collection = resolveCollection(db, collectionId)
  const before = completeBefore(db, collection)
  if (before?.connection.id !== collection.connection.id || before.appVersion !== APP_VERSION) return null
  const begun = conditionsOf(db, before.id)
  const same = (one: ReadBy | null) => one?.token === by.token && one?.code === by.code
  return same(begun) && resumesOf(db, before.id).every(same) ? before.id : null
}
