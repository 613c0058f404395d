/**
 * Comparing two collections of many apps: `node test/bench/compare.ts [APPS] [PERCENT CHANGED…]`, 4,000 apps with
 * 0, 1, 10 and 100 % of the items changed by default. Each app has 80 items in ten topics, as the organisation in
 * the box has; every topic counts, also those with fields that are left out.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { changesPage, compareCollections } from '../../electron/core/store/changes-page.ts'
import { endCollection, resolveCollection, startCollection } from '../../electron/core/store/collections.ts'
import { inTransaction, type WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { storeTask } from '../../electron/core/store/tasks.ts'
import type { Topic } from '../../shared/model/topic.ts'
import { KEY, newLocker } from '../fakes/collected.ts'

const [apps = 4000, ...given] = process.argv.slice(2).map(Number)
const shares = given.length > 0 ? given : [0, 1, 10, 100]

const PER_APP: readonly (readonly [Topic, number])[] = [
  ['app-inventory', 1],
  ['releases', 25],
  ['builds-slugs', 15],
  ['config-vars-inventory', 14],
  ['config-var-rotation', 6],
  ['app-collaborators-permissions', 6],
  ['domains-acm-certificates', 4],
  ['dyno-tier', 3],
  ['log-drains', 2],
  ['addon-inventory', 4],
]

function collect(db: WritableDb, percent: number): number {
  const facts = {
    connection: { id: 'c', label: 'c' },
    account: 'ana@example.com',
    apiUrl: 'http://127.0.0.1',
    collector: 'ana@laptop',
  }
  const id = startCollection(db, {
    ...facts,
    startedAt: new Date().toISOString(),
    scopes: null,
    tokenExpiresAt: null,
    appVersion: '0.0.0',
    topics: PER_APP.map(([topic]) => topic),
  })
  let n = 0
  for (let app = 0; app < apps; app++)
    inTransaction(db, () => {
      for (const [topic, items] of PER_APP)
        storeTask(db, {
          ...{ collectionId: id, key: `${topic}:app:${app}`, topic },
          subject: { kind: 'app', id: String(app), name: `app-${app}` },
          items: Array.from({ length: items }, (_, item) => ({
            subjectId: `${app}/${topic}/${item}`,
            subject: `app-${app} ${item}`,
            content: {
              app: { id: String(app), name: `app-${app}` },
              name: `item ${item} of app ${app}`,
              user: { id: '5f9a4c1e-0000-4000-8000-000000000001', email: 'ben@example.com' },
              version: n++ % 100 < percent ? id * item + 1000 : item,
              description: 'Deploy 8f31c0de with a description of some length, as releases have them',
              updated_at: '2026-10-01T00:00:00Z',
            },
            ...{ capturedAt: '2026-11-21T00:00:00Z', requestSeq: null },
          })),
          ...{ requests: [], readings: [], lists: [], dropped: [] },
        })
    })
  const end = { state: 'complete', finishedAt: new Date().toISOString(), clockOffsetMs: null } as const
  endCollection(db, id, end)
  return id
}

const folder = mkdtempSync(join(tmpdir(), 'bench-compare-'))
const file = join(folder, 'bench.locker')
try {
  let db = newLocker(file)
  const first = collect(db, 0)
  const others = shares.map((percent) => [percent, collect(db, percent)] as const)
  for (const [percent, id] of others) {
    closeLocker(db)
    db = openLocker(file, KEY)
    const delays = monitorEventLoopDelay({ resolution: 5 })
    delays.enable()
    const start = performance.now()
    const used = process.cpuUsage()
    const found = await compareCollections(db, resolveCollection(db, first), resolveCollection(db, id))
    const whole = performance.now() - start
    const { user, system } = process.cpuUsage(used)
    const page = changesPage(db, found, { topic: null, kinds: null, after: null, limit: 100 })
    const withPage = performance.now() - start
    delays.disable()
    const changed = found.list.filter(({ kind }) => kind === 'changed').length
    console.log(
      JSON.stringify({
        apps,
        items: apps * PER_APP.reduce((sum, [, items]) => sum + items, 0),
        percent,
        changed,
        seconds: Number((whole / 1000).toFixed(2)),
        cpuSeconds: Number(((user + system) / 1e6).toFixed(2)),
        firstPageMs: Number((withPage - whole).toFixed(1)),
        rows: page.rows.length,
        longestDelayMs: Math.round(delays.max / 1e6),
        peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
      }),
    )
  }
  closeLocker(db)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
