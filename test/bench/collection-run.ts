/**
 * One collection in a process of its own: `collection-run.ts API TOKEN FOLDER`. Prints what it took as JSON. The
 * longest time in which no question could have been answered is the longest delay of the event loop.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { query } from '../../electron/core/store/db.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { collectFrom, KEY, newLocker } from '../fakes/collected.ts'

const [apiUrl = '', token = '', folder = ''] = process.argv.slice(2)
const file = join(folder, 'bench.locker')
const db = existsSync(file) ? openLocker(file, KEY) : newLocker(file)
const idle = process.memoryUsage.rss()
const delays = monitorEventLoopDelay({ resolution: 5 })
const marks: string[] = []
delays.enable()
const start = performance.now()
const before = process.cpuUsage()
const { collection, requestsPerKind, notRead } = await collectFrom(db, { apiUrl }, token, {
  onProgress: ({ doing, tasksDone, requests }) => {
    if (process.env.TRACE)
      marks.push(`${Math.round(performance.now() - start)} ms ${doing} ${tasksDone} ${requests}`)
  },
})
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(before)
delays.disable()
const received = query<[number], { bytes: number }>(
  db,
  'select sum(bytes) as bytes from request where collection_id = ?',
).get(collection.id)
const unchanged304 = query<[number], { n: number }>(
  db,
  'select count(*) as n from request where collection_id = ? and status = 304',
).get(collection.id)
closeLocker(db)
if (process.env.TRACE) console.error(marks.join('\n'))
process.stdout.write(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    counts: collection.counts,
    requestsPerKind,
    notRead: notRead.length,
    receivedBytes: received?.bytes ?? 0,
    notModified: unchanged304?.n ?? 0,
    idleMb: idle / 2 ** 20,
    peakMb: process.resourceUsage().maxRSS / 1024,
    longestDelayMs: delays.max / 1e6,
    p99DelayMs: delays.percentile(99) / 1e6,
  }),
)
