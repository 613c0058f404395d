/**
 * A collection under Heroku's real allowance (4,500 requests at once, 75 a minute, a quarter left to others), with
 * time scaled: refill, latency and waits are SCALE times faster, so an hour passes in 3600 / SCALE seconds.
 * `node test/bench/budget.ts [APPS] [SCALE]`, 300 apps and 20 by default. Says how long the allowance lets it
 * take at least, and how long it took. Only the Platform API counts; the Data API answers under another name.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collectionHandlers } from '../../electron/core/handlers/collection.ts'
import { ALLOWANCE, reserveOf } from '../../electron/core/heroku/allowance.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { requestsOf } from '../../electron/core/store/requests.ts'
import { startDemo } from '../../electron/demo/start.ts'
import { hostOf, newLocker } from '../fakes/collected.ts'

const [apps = 300, scale = 20] = process.argv.slice(2).map(Number)
const perMinute = ALLOWANCE.perMinute * scale
const demo = await startDemo({ apps, events: 100, burst: ALLOWANCE.most, perMinute, latency: 50 / scale })
await demo.prepare()
const folder = mkdtempSync(join(tmpdir(), 'bench-budget-'))
const db = newLocker(join(folder, 'a.locker'))
try {
  const host = hostOf(demo.apiUrl, demo.tokens.auditor)
  const { connection, token } = await host.credential('c1')
  const dataUrl = demo.dataUrl.replace('127.0.0.1', 'localhost')
  const scaled = {
    ...host,
    timing: { refillMs: 800 / scale },
    credential: async () => ({ connection: { ...connection, dataUrl }, token }),
  }
  const deps = { db, host: scaled, now: () => new Date() }
  const how = { connectionId: 'c1', resume: false, topics: null, concurrency: 12 }
  const tiers: ('core' | 'extended')[] = ['core', 'extended']
  let lowest = Number.POSITIVE_INFINITY
  const onProgress = ({ rateLimitRemaining }: { readonly rateLimitRemaining: number | null }) => {
    lowest = Math.min(lowest, rateLimitRemaining ?? lowest)
  }
  const start = performance.now()
  const input = { ...how, tiers, reservePercent: 25, spreadHours: 0 }
  const { collection } = await collectionHandlers['collection:run'](deps, input, { onProgress })
  const seconds = (performance.now() - start) / 1000
  const metered = new URL(demo.apiUrl).host
  const aside = /\/github$|\/monitors|^\/\{archive\}|\/account\/rate-limits$/
  const counted = [...requestsOf(db, collection.id)].filter(
    ({ host: asked, path }) => asked === metered && !aside.test(path),
  ).length
  const reserve = reserveOf(25)
  const allowed = (counted - (ALLOWANCE.most - reserve)) / (perMinute / 60)
  console.log(
    JSON.stringify({
      ...{ apps, scale, requests: collection.counts.requests, counted, reserve, lowest },
      limited: demo.counts.limited,
      secondsScaled: Number(seconds.toFixed(1)),
      allowedScaled: Number(allowed.toFixed(1)),
      over: `${(((seconds - allowed) / allowed) * 100).toFixed(1)} %`,
      hoursReal: Number(((seconds * scale) / 3600).toFixed(2)),
    }),
  )
} finally {
  closeLocker(db)
  await demo.close()
  rmSync(folder, { recursive: true, force: true })
}
