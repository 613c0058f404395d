/**
 * How long all checks take over a large account: `judge.ts [APPS] [EVENTS] [LOCKER]`, 4,000 apps and a million
 * audit events by default, in a locker that is made for it, or kept at a path for the next time. Tells the run
 * with its longest checks, the same run again (which judges what is not known to be unchanged), a run after one app
 * was tagged, and the memory it took. Five million events are asked for as `judge 4000 5000000`.
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
import type { WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { keepRecords } from '../../electron/core/store/records.ts'
import { Policy } from '../../shared/model/policy.ts'
import { hostOf, KEY } from '../fakes/collected.ts'

const [first = '', ...rest] = process.argv.slice(2)

/** Says of an app that it handles cardholder data, as a person would in the scope. */
function tagOneApp(db: WritableDb): void {
  const [app] = evidenceView(db, 1).items('app-inventory')
  if (!app) return
  const { id, name } = app.content
  const content = {
    ...{ app: id, name, dataClasses: ['cardholder' as const], environment: 'production' as const },
    ...{ owner: 'bench@example.com', criticality: null, internal: null },
  }
  keepRecords(db, { at: new Date().toISOString(), actor: 'bench' }, '1 app tagged', [
    { kind: 'app-tag', key: id, content },
  ])
}

async function judge(file: string): Promise<void> {
  const db = openLocker(file, KEY)
  const deps = { db, host: hostOf('', ''), now: () => new Date() }
  const delays = monitorEventLoopDelay({ resolution: 5 })
  const run = async (all: boolean) => {
    const began = performance.now()
    const cpu = process.cpuUsage()
    const told = await checkHandlers['check:run'](deps, { collectionId: null, policy: {}, all }, {})
    const { user, system } = process.cpuUsage(cpu)
    return {
      seconds: (performance.now() - began) / 1000,
      cpuSeconds: (user + system) / 1e6,
      judged: told.judged,
      ...told.answers,
    }
  }
  delays.enable()
  const cold = await run(true)
  delays.disable()
  const again = await run(false)
  tagOneApp(db)
  const oneTag = await run(false)
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
  console.log(JSON.stringify({ cold, again, oneTag, longestDelayMs: delays.max / 1e6, load: loadavg()[0] }))
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
