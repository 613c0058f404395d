/**
 * How fast a locker stores, opens, pages, searches and verifies evidence, without any network: `locker.ts [APPS]`,
 * 1,000 apps by default, ten topics and 99 items each, collected twice (the second time nothing is new). One
 * commit per app, as a collection does.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { endCollection, startCollection } from '../../electron/core/store/collections.ts'
import { inTransaction, type WritableDb } from '../../electron/core/store/db.ts'
import {
  type EvidencePageQuery,
  evidencePage,
  itemsOf,
  searchEvidence,
} from '../../electron/core/store/evidence.ts'
import { evidenceChanges } from '../../electron/core/store/evidence-history.ts'
import { closeLocker, createLocker, openLocker } from '../../electron/core/store/open.ts'
import { storeTask } from '../../electron/core/store/tasks.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import type { Topic } from '../../shared/model/topic.ts'
import { BIRTH, exchange, FACTS, KEY, releasesOf } from '../fakes/locker.ts'

const [apps = 1000] = process.argv.slice(2).map(Number)
const AT = FACTS.startedAt
const TOPICS: readonly (readonly [Topic, number])[] = [
  ['releases', 20],
  ['builds-slugs', 20],
  ['config-vars-inventory', 20],
  ['app-collaborators-permissions', 12],
  ['postgres-backups', 10],
  ['config-var-rotation', 8],
  ['domains-acm-certificates', 4],
  ['log-drains', 2],
  ['dyno-tier', 2],
  ['app-lock', 1],
]
const ITEMS = TOPICS.reduce((sum, [, n]) => sum + n, 0)
const named = Array.from({ length: apps }, (_, n) => ({ id: randomUUID(), name: `app-${n}-api` }))

function told(what: string, ms: number, of = 1): void {
  console.log(`${what.padEnd(52)} ${(ms / of).toFixed(2).padStart(10)} ms`)
}

function timed<T>(what: string, work: () => T): T {
  const began = performance.now()
  const answer = work()
  told(what, performance.now() - began)
  return answer
}

function item(app: { readonly id: string; readonly name: string }, topic: Topic, n: number, seq: number) {
  const content = {
    ...{ id: `${app.id}-${n}`, app, version: n, description: `Deploy ${n}`, status: 'succeeded', topic },
    ...{
      user: { id: app.id, email: `person${n}@example.com` },
      current: false,
      slug: app.id,
      created_at: AT,
    },
  }
  return {
    subjectId: `${app.id}/${n}`,
    subject: `${app.name} ${n}`,
    content,
    capturedAt: AT,
    requestSeq: seq,
  }
}

function collect(db: WritableDb): number {
  const id = startCollection(db, FACTS)
  let seq = 0
  for (const app of named)
    inTransaction(db, () => {
      for (const [topic, count] of TOPICS) {
        const items = Array.from({ length: count }, (_, n) => item(app, topic, n, seq + 1))
        const requests = [exchange(++seq)]
        storeTask(db, releasesOf(id, `${topic}:${app.id}`, seq, { topic, items, requests }))
      }
    })
  return id
}

/** The 50th and 95th percentile of up to 100 pages that follow each other. */
function pages(
  db: WritableDb,
  what: string,
  ask: Pick<EvidencePageQuery, 'topic' | 'search' | 'app' | 'subject' | 'among' | 'to'>,
) {
  const times: number[] = []
  let after: string | null = null
  do {
    const began = performance.now()
    after = evidencePage(db, { collectionId: 2, limit: 100, after, ...ask }).next
    times.push(performance.now() - began)
  } while (after !== null && times.length < 100)
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2)
  console.log(`${`page of ${what}, p50 and p95`.padEnd(52)} ${at(0.5).padStart(10)} ms ${at(0.95)} ms`)
}

const folder = mkdtempSync(join(tmpdir(), 'bench-locker-'))
const file = join(folder, 'bench.locker')
try {
  console.log(`${apps} apps, ${apps * ITEMS} items, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`)
  let db = timed('create', () => createLocker(file, KEY, BIRTH))
  for (const round of ['new', 'the same again']) {
    const began = performance.now()
    const id = collect(db)
    told(`store and commit one app (${ITEMS} items), ${round}`, performance.now() - began, apps)
    const end = { state: 'complete', finishedAt: AT, clockOffsetMs: null } as const
    timed('digest and end of the collection', () => endCollection(db, id, end))
  }
  timed('close', () => closeLocker(db))
  console.log(`${'file'.padEnd(52)} ${(statSync(file).size / 1e6).toFixed(1).padStart(10)} MB`)
  db = timed('open', () => openLocker(file, KEY))
  timed('all items of one topic', () => itemsOf(db, 2, 'releases'))
  pages(db, 'all', { topic: null, search: null })
  pages(db, 'one topic', { topic: 'releases', search: null })
  pages(db, 'a search', { topic: null, search: 'person7' })
  pages(db, 'a name', { topic: null, search: null, subject: 'app-7' })
  pages(db, 'one app', { topic: null, search: null, app: named[apps >> 1]?.id ?? null })
  const among = { topics: ['app-lock' as const, 'log-drains' as const], subjects: [], without: [] }
  pages(db, 'what speaks to a control', { topic: null, search: null, among })
  pages(db, 'a time in which nothing was captured', { topic: null, search: null, to: '2020-01-01T00:00:00Z' })
  timed('what changed about an item', () => evidenceChanges(db, ITEMS))
  timed('first 50 hits of a search over everything', () => searchEvidence(db, 'deploy person7', 50))
  const { milliseconds, firstBroken } = await verifyLocker(db)
  told(`verify (${firstBroken === null ? 'intact' : firstBroken.entry})`, milliseconds)
  closeLocker(db)
  console.log(
    `${'memory at most'.padEnd(52)} ${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(10)} MB`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
