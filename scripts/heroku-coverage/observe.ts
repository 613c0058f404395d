import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLLECTORS } from '../../electron/core/collectors/index.ts'
import { readOpening } from '../../electron/core/collectors/opening.ts'
import { topicsToRead } from '../../electron/core/collectors/plan.ts'
import { runCollection } from '../../electron/core/collectors/run.ts'
import { openHeroku } from '../../electron/core/heroku/client.ts'
import { startCollection } from '../../electron/core/store/collections.ts'
import type { ReadableDb } from '../../electron/core/store/db.ts'
import { eachItem } from '../../electron/core/store/evidence.ts'
import { fingerprintKey } from '../../electron/core/store/locker.ts'
import { closeLocker, createLocker } from '../../electron/core/store/open.ts'
import { readingsOf } from '../../electron/core/store/readings.ts'
import { listProofs, requestsOf } from '../../electron/core/store/requests.ts'
import { startDemo } from '../../electron/demo/start.ts'
import { TIERS } from '../../shared/model/collection.ts'
import { type ObservedRead, watchedClient, watchedCollector } from './watch.ts'

/** What a collection with all tiers asked for. */
export interface Observed {
  readonly reads: readonly ObservedRead[]
  /** Paths of all requests that were sent, as the locker recorded them. */
  readonly requests: readonly { readonly host: string; readonly path: string }[]
  /** Whatever was stored with a secret in it that the organisation had planted; nothing, unless something is wrong. */
  readonly leaks: readonly string[]
}

/**
 * Collects the organisation in the box with every collector of every tier and notes which collector asked for
 * which path with which schema; then once more from a Heroku that knows less, so that collectors have to ask for
 * what they only need then. Takes some seconds.
 */
export async function observe(): Promise<Observed> {
  const whole = await observeOnce(40, false)
  const sparse = await observeOnce(12, true)
  return {
    reads: [...whole.reads, ...sparse.reads],
    requests: [...whole.requests, ...sparse.requests],
    leaks: [...whole.leaks, ...sparse.leaks],
  }
}

/** The organisation in the box ages with the clock; what is observed must not. */
const NOW = new Date('2026-11-21T00:00:00Z')

async function observeOnce(apps: number, knowsLess: boolean): Promise<Observed> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  const demo = await startDemo({ apps, events: 200, burst: 1e9, now: NOW })
  const db = createLocker(join(folder, 'a.locker'), Buffer.alloc(32, 1), {
    engagement: ENGAGEMENT,
    appVersion: '0',
    actor: 'coverage',
  })
  const signal = new AbortController().signal
  const reads: ObservedRead[] = []
  try {
    const client = openHeroku({
      ...{
        apiUrl: demo.apiUrl,
        dataUrl: demo.apiUrl,
        token: demo.tokens.auditor,
        proxy: null,
        concurrency: 12,
      },
      ...{ fingerprintKey: fingerprintKey(db), signal, firstSeq: 1, reserve: 0 },
    })
    const opening = await readOpening(client)
    const topics = topicsToRead(null, COLLECTORS)
    const facts = {
      ...{
        startedAt: new Date().toISOString(),
        connection: { id: 'c', label: 'box' },
        account: opening.account,
      },
      ...{ apiUrl: demo.apiUrl, scopes: opening.scopes, tokenExpiresAt: null, collector: 'coverage' },
      ...{ appVersion: '0', topics },
    }
    const collectionId = startCollection(db, facts, {
      tiers: TIERS.slice(),
      asked: null,
      reservePercent: 0,
      spreadHours: 0,
    })
    const collectors = COLLECTORS.map((collector) => watchedCollector(collector, reads, knowsLess))
    await runCollection({
      ...{
        db,
        client: watchedClient(client, reads),
        collectors,
        collectionId,
        signal,
        opening,
        concurrency: 12,
      },
      ...{ onProgress: () => {}, now: () => new Date() },
    })
    const requests = [...requestsOf(db, collectionId)].map(({ host, path }) => ({ host, path }))
    await client.close()
    return { reads, requests, leaks: leaksOf(db, collectionId) }
  } finally {
    closeLocker(db)
    await demo.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function leaksOf(db: ReadableDb, collectionId: number): readonly string[] {
  const stored = [
    ...eachItem(db, collectionId),
    ...requestsOf(db, collectionId),
    ...readingsOf(db, collectionId),
    ...listProofs(db, collectionId),
  ]
  return stored.map((one) => JSON.stringify(one)).filter((text) => text.includes('CANARY'))
}

const ENGAGEMENT = {
  ...{ organisation: 'Northquay', period: { start: '2026-01-01', end: '2026-12-31' }, timeZone: 'UTC' },
  ...{ frameworks: ['soc2-2017' as const], preparer: 'Ana', reviewer: null },
}
