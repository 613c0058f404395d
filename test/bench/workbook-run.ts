/**
 * One export in a process of its own: `workbook-run.ts FOLDER`, which holds `bench.locker`. Prints what it took as
 * JSON. The longest delay of the event loop is the longest time in which no question could have been answered.
 */
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { exportHandlers } from '../../electron/core/handlers/export.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'

const [folder = ''] = process.argv.slice(2)
const db = openLocker(join(folder, 'bench.locker'), Buffer.alloc(32, 11))
const host = { actor: 'ana@laptop', proxy: null, credential: () => Promise.reject(new Error('none needed')) }
const idleMb = process.memoryUsage.rss() / 2 ** 20
const delays = monitorEventLoopDelay({ resolution: 5 })
delays.enable()
const input = { destination: join(folder, 'bench.xlsx'), collectionId: null }
const made = await exportHandlers['export:workbook']({ db, host, now: () => new Date() }, input, {})
delays.disable()
closeLocker(db)
const rowsOf = (start: string) =>
  made.sheets.reduce((sum, { name, rows }) => sum + (name.startsWith(start) ? rows : 0), 0)
process.stdout.write(
  JSON.stringify({
    sheets: made.sheets.length,
    rows: rowsOf(''),
    eventRows: rowsOf('Audit events'),
    seconds: made.seconds,
    idleMb,
    peakMb: process.resourceUsage().maxRSS / 1024,
    longestDelayMs: delays.max / 1e6,
    bytes: made.bytes,
  }),
)
