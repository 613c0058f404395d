/**
 * How long all checks take over a large account: `judge.ts [APPS] [EVENTS] [LOCKER]`, 4,000 apps and a million
 * audit events by default, in a locker that is made for it, or kept at a path for the next time. Tells the run
 * with its longest checks, the same run again, and the memory it took.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { CHECKS } from '../../electron/core/checks/index.ts'
import { judgeOne } from '../../electron/core/checks/run.ts'
import { checkHandlers } from '../../electron/core/handlers/check.ts'
import { evidenceView } from '../../electron/core/handlers/evidence-view.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { Policy } from '../../shared/model/policy.ts'
import { hostOf, KEY } from '../fakes/collected.ts'

const [first = '', ...rest] = process.argv.slice(2)

async function judge(file: string): Promise<void> {
  const db = openLocker(file, KEY)
  const deps = { db, host: hostOf('', ''), now: () => new Date() }
  const delays = monitorEventLoopDelay({ resolution: 5 })
  const run = async () => {
    const began = performance.now()
    const cpu = process.cpuUsage()
    const told = await checkHandlers['check:run'](deps, { collectionId: null, policy: {} }, {})
    const { user, system } = process.cpuUsage(cpu)
    return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6, ...told.answers }
  }
  delays.enable()
  const cold = await run()
  delays.disable()
  const warm = await run()
  const times: [id: string, ms: number][] = []
  const view = evidenceView(db, 1)
  const policy = Policy.parse({})
  for (const check of CHECKS) {
    const began = process.threadCpuUsage()
    judgeOne(check, view, policy)
    const { user, system } = process.threadCpuUsage(began)
    times.push([check.id, (user + system) / 1000])
  }
  closeLocker(db)
  const longest = times.sort((a, b) => b[1] - a[1]).slice(0, 12)
  console.log(JSON.stringify({ cold, warm, longestDelayMs: delays.max / 1e6, load: loadavg()[0] }))
  console.log(
    longest
      .map(([id, ms]) => `${id} ${Math.round(ms)} ms`)
      .join(', ')
      .concat(' of the processor'),
  )
  console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
}

if (first === 'judge') await judge(rest[0] ?? '')
else {
  const [events = '1000000', kept = ''] = rest
  const folder = mkdtempSync(join(tmpdir(), 'bench-judge-'))
  const file = kept || join(folder, 'bench.locker')
  const run = (script: string, ...words: string[]) =>
    execFileSync(process.execPath, [script, ...words], { stdio: 'inherit' })
  try {
    if (!existsSync(file)) run(join(import.meta.dirname, 'judged-locker.ts'), file, first || '4000', events)
    run(import.meta.filename, 'judge', file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
