/**
 * One collection in a process of its own: `collection-run.ts API TOKEN FOLDER`. Prints what it took as JSON. The
 * longest time in which no question could have been answered is the longest delay of the event loop.
 */
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { closeLocker } from '../../electron/core/store/open.ts'
import { collectFrom, newLocker } from '../fakes/collected.ts'

const [apiUrl = '', token = '', folder = ''] = process.argv.slice(2)
const db = newLocker(join(folder, 'bench.locker'))
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
closeLocker(db)
if (process.env.TRACE) console.error(marks.join('\n'))
process.stdout.write(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    counts: collection.counts,
    requestsPerKind,
    notRead: notRead.length,
    idleMb: idle / 2 ** 20,
    peakMb: process.resourceUsage().maxRSS / 1024,
    longestDelayMs: delays.max / 1e6,
    p99DelayMs: delays.percentile(99) / 1e6,
  }),
)
