import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import {
  type CollectionFacts,
  endCollection,
  startCollection,
} from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker, createLocker } from '../../electron/core/store/open.ts'
import { storeTask, type TaskToStore } from '../../electron/core/store/tasks.ts'
import type { RequestRecord } from '../../shared/model/collection.ts'
import type { Engagement } from '../../shared/model/engagement.ts'

/** The key of every locker made here. */
export const KEY = Buffer.alloc(32, 7)

/** Some engagement. */
export const ENGAGEMENT: Engagement = {
  organisation: 'Acme',
  period: { start: '2026-01-01', end: '2026-12-31' },
  timeZone: 'UTC',
  frameworks: ['soc2-2017'],
  preparer: 'Ana',
  reviewer: null,
}

/** What a locker is made with. */
export const BIRTH = { engagement: ENGAGEMENT, appVersion: '0.1.0', actor: 'ana@laptop' }

/** A folder of the running test's own, removed when it ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'locker-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new open locker in a folder of its own; closed when the test ends. */
export function testLocker(): { readonly db: WritableDb; readonly file: string; readonly folder: string } {
  const folder = testFolder()
  const file = join(folder, 'acme.locker')
  const db = createLocker(file, KEY, BIRTH)
  onTestFinished(() => {
    if (db.open) closeLocker(db)
  })
  return { db, file, folder }
}

/** Opens the file of a locker as another tool would that has the key: no rules of ours apply. */
export function otherTool(file: string, key: Buffer = KEY): Database.Database {
  const db = new Database(file)
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  db.pragma(`key = "x'${key.toString('hex')}'"`)
  db.pragma('foreign_keys = OFF')
  return db
}

/** Facts of a collection that starts. */
export const FACTS: CollectionFacts = {
  startedAt: '2026-11-01T09:00:00.000Z',
  connection: { id: 'c1', label: 'audit' },
  account: 'ana@example.com',
  apiUrl: 'https://api.heroku.com',
  scopes: ['identity', 'read-protected'],
  tokenExpiresAt: null,
  collector: 'ana@laptop',
  appVersion: '0.1.0',
  topics: ['releases'],
}

/** The record of an exchange. */
export function exchange(
  seq: number,
  path = '/apps/5f9a4c1e-0000-4000-8000-000000000001/releases',
): RequestRecord {
  return {
    seq,
    method: 'GET',
    host: 'api.heroku.com',
    path,
    range: { asked: 'version ..', got: 'version 1..2', next: null },
    status: 200,
    requestId: `request-${seq}`,
    etag: null,
    apiVersion: '3.sdk',
    serverDate: '2026-11-01T09:00:01Z',
    sentAt: '2026-11-01T09:00:01.250Z',
    clockOffsetMs: 250.5,
    durationMs: 12.75,
    bytes: 321,
    count: 2,
    attempts: 1,
  }
}

/** A task that brought two releases of an app with one exchange; `more` replaces parts of it. */
export function releasesOf(
  collectionId: number,
  app: string,
  seq: number,
  more: Partial<TaskToStore> = {},
): TaskToStore {
  const capturedAt = '2026-11-01T09:00:02.000Z'
  return {
    collectionId,
    key: `app-releases:app:${app}`,
    topic: 'releases',
    subject: { kind: 'app', id: app, name: app },
    items: [1, 2].map((version) => ({
      subjectId: `${app}/v${version}`,
      subject: `${app} v${version}`,
      content: { app, version, description: `Deploy ${version}`, user: { email: 'ben@example.com' } },
      capturedAt,
      requestSeq: seq,
    })),
    requests: [exchange(seq)],
    readings: [
      {
        topic: 'releases',
        subjectKind: 'app',
        subjectId: app,
        subject: app,
        path: null,
        outcome: 'read',
        reason: null,
        items: 2,
      },
    ],
    lists: [
      {
        path: `/apps/${app}/releases`,
        pages: 1,
        records: 2,
        ranges: ['version ..'],
        lastStatus: 200,
        complete: true,
      },
    ],
    dropped: [['/apps/{id}/releases', ['output_stream_url', 'eligible_for_rollback']]],
    ...more,
  }
}

/** Fills a collection with releases of some apps and ends it as complete; answers its number. */
export function collected(db: WritableDb, apps: readonly string[] = ['api', 'web', 'worker']): number {
  const id = startCollection(db, FACTS)
  for (const [n, app] of apps.entries()) storeTask(db, releasesOf(id, app, n + 1))
  endCollection(db, id, { state: 'complete', finishedAt: '2026-11-01T09:05:00.000Z', clockOffsetMs: 250 })
  return id
}
