import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CoreHost } from '../../electron/core/core.ts'
import { collectionHandlers } from '../../electron/core/handlers/collection.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { eachItem } from '../../electron/core/store/evidence.ts'
import { createLocker } from '../../electron/core/store/open.ts'
import type { Demo } from '../../electron/demo/start.ts'
import type { CollectionSummary } from '../../shared/contract.ts'
import { type CollectionProgress, TIERS, type Tier } from '../../shared/model/collection.ts'
import type { Topic } from '../../shared/model/topic.ts'

/** The key of every locker of these tests. */
export const KEY = Buffer.alloc(32, 11)

/** A folder of a test's own; `remove` when done. */
export function ownFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'collection-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Makes an empty locker. */
export function newLocker(file: string): WritableDb {
  const engagement = {
    organisation: 'Northquay',
    period: { start: '2026-01-01', end: '2026-12-31' },
    timeZone: 'UTC',
    frameworks: ['soc2-2017' as const],
    preparer: 'Ana',
    reviewer: null,
  }
  return createLocker(file, KEY, { engagement, appVersion: '0.0.0', actor: 'ana@laptop' })
}

/** Where a shell would find the credential; the token stays what the test gives. */
export function hostOf(apiUrl: string, token: string): CoreHost {
  const connection = { id: 'c1', label: 'audit', apiUrl, dataUrl: apiUrl, account: null, addedAt: '' }
  return { actor: 'ana@laptop', proxy: null, credential: async () => ({ connection, token }) }
}

/** Collects from a Heroku in the box. */
export function collectFrom(
  db: WritableDb,
  demo: Pick<Demo, 'apiUrl'>,
  token: string,
  how: {
    readonly resume?: boolean
    readonly topics?: readonly Topic[] | null
    readonly tiers?: readonly Tier[]
    readonly reservePercent?: number
    readonly spreadHours?: number
    readonly signal?: AbortSignal
    readonly onProgress?: (progress: CollectionProgress) => void
    readonly now?: () => Date
  } = {},
): Promise<CollectionSummary> {
  const deps = { db, host: hostOf(demo.apiUrl, token), now: how.now ?? (() => new Date()) }
  const topics = how.topics ? [...how.topics] : null
  const tiers = [...(how.tiers ?? TIERS.slice(0, 2))]
  const budget = { reservePercent: how.reservePercent ?? null, spreadHours: how.spreadHours ?? 0 }
  const input = { connectionId: 'c1', resume: how.resume ?? false, topics, tiers, concurrency: 12, ...budget }
  const options = {
    ...(how.signal && { signal: how.signal }),
    ...(how.onProgress && { onProgress: how.onProgress }),
  }
  return Promise.resolve(collectionHandlers['collection:run'](deps, input, options))
}

/** What a collection saw, one line per item: topic, subject and hash of the content. */
export function seenBy(db: WritableDb, collectionId: number): string[] {
  return [...eachItem(db, collectionId)].map((item) => `${item.topic} ${item.subjectId} ${item.hash}`).sort()
}

/** A clock that moves a second with each look at it, so that nothing is too soon to be told. */
export function hastyClock(): () => Date {
  let at = Date.now()
  return () => {
    at += 1000
    return new Date(at)
  }
}
