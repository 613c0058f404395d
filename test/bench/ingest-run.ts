/**
 * Takes archives over into a new locker in a process of its own: `ingest-run.ts URL INDEX LOCKER`. Archives are
 * fetched by the client of the collection, two at a time. Prints what it took.
 */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openHeroku } from '../../electron/core/heroku/client.ts'
import { startCollection } from '../../electron/core/store/collections.ts'
import { ingestArchive } from '../../electron/core/store/events.ts'
import { fingerprintKey } from '../../electron/core/store/locker.ts'
import { closeLocker, createLocker } from '../../electron/core/store/open.ts'
import type { MadeArchive } from './audit-archives.ts'

const [url = '', index = '', file = ''] = process.argv.slice(2)
const AT_ONCE = Number(process.env.AT_ONCE ?? 2)
const archives = JSON.parse(readFileSync(index, 'utf8')) as MadeArchive[]
const engagement = {
  organisation: 'Acme',
  period: { start: '2024-11-01', end: '2026-10-31' },
  timeZone: 'UTC',
  frameworks: [],
  preparer: 'bench',
  reviewer: null,
}
const db = createLocker(file, Buffer.alloc(32, 7), { engagement, appVersion: '0', actor: 'bench' })
const { signal } = new AbortController()
const client = openHeroku({
  ...{ apiUrl: url, dataUrl: url, token: 'HRKU-bench', proxy: null, concurrency: 4, firstSeq: 1, signal },
  fingerprintKey: fingerprintKey(db),
})
const collectionId = startCollection(db, {
  ...{ startedAt: new Date().toISOString(), connection: { id: 'bench', label: 'bench' }, account: 'bench' },
  ...{ apiUrl: url, scopes: null, tokenExpiresAt: null, collector: 'bench', appVersion: '0', topics: [] },
})

const delay = monitorEventLoopDelay({ resolution: 2 })
const before = process.memoryUsage.rss()
delay.enable()
const began = performance.now()
const cpu = process.cpuUsage()
const ofThread = process.threadCpuUsage()
let events = 0
const waiting = [...archives]
const take = async () => {
  for (let archive = waiting.shift(); archive !== undefined; archive = waiting.shift()) {
    const { year, month, created_at, checksum, size } = archive
    const { stream } = await client.download(`${url}/${basename(archive.file)}`)
    const meta = { year, month, created_at, checksum, size }
    const enterprise = { id: '01234567-89ab-4def-8123-456789abcdef', name: 'acme' }
    const { archive: taken } = await ingestArchive(db, { collectionId, enterprise, meta, stream, signal })
    events += taken.kept
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, take))
const seconds = (performance.now() - began) / 1000
const used = process.cpuUsage(cpu)
const thread = process.threadCpuUsage(ofThread)
delay.disable()
await client.close()
closeLocker(db)
const result = {
  events,
  seconds,
  cpuSeconds: (used.user + used.system) / 1e6,
  mainThreadCpuSeconds: (thread.user + thread.system) / 1e6,
  peakMb: process.resourceUsage().maxRSS / 1024,
  idleMb: before / 2 ** 20,
  longestDelayMs: delay.max / 1e6,
  p99DelayMs: delay.percentile(99) / 1e6,
  bytes: statSync(file).size,
}
process.stdout.write(`${JSON.stringify(result)}\n`)
