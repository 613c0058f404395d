/**
 * Our collection beside a script of Heroku's own CLI, both against a Heroku in the box: `heroku-cli.ts [APPS]
 * [LATENCY_MS]`, 10 apps at 50 ms by default. The script does what a person would write: it lists apps, teams,
 * spaces, pipelines and add-ons, and asks for each what there is a command for, one process after the other.
 *
 * The CLI is the pinned one that the tests use, installed from the registry where it is not yet; `HEROKU_HOST`,
 * `HEROKU_DATA_HOST` and `HEROKU_API_KEY` point it at the loopback, and a guard refuses any other connection.
 * Ours reads the tiers core and extended. A topic counts as told by the CLI where at least one command that tells
 * a part of it ended well; the topics that no command tells are named. Plugins are not installed: the audit
 * trail, enterprise accounts, Kafka and Connect have none of their commands in the CLI itself.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { COLLECTORS } from '../../electron/core/collectors/index.ts'
import { chosen, topicsToRead } from '../../electron/core/collectors/plan.ts'
import { startDemo } from '../../electron/demo/start.ts'
import { installHerokuCli, runHerokuCli } from '../fakes/heroku-cli/heroku-cli.ts'
import { type Found, LISTS, type Step, scriptOf } from './cli-script.ts'

const [apps = 10, latency = 50] = process.argv.slice(2).map(Number)
const topics = topicsToRead(null, chosen(COLLECTORS, { tiers: ['core', 'extended'], asked: null }))
const demo = await startDemo({ apps, latency, events: 100, months: 2, burst: 1e9, perMinute: 1e9 })
await demo.prepare()
const since = (start: number) => (performance.now() - start) / 1000

/** Wall time and requests of what we do. */
async function ours(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cli-'))
  try {
    const before = demo.counts.requests
    const run = join(import.meta.dirname, 'collection-run.ts')
    const words = ['--max-semi-space-size=4', run, demo.apiUrl, demo.tokens.auditor, folder]
    const start = performance.now()
    const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 2 ** 26 })
    const { counts, notRead } = JSON.parse(stdout)
    console.log(
      `ours: ${since(start).toFixed(1)} s with start and end, ${demo.counts.requests - before} requests, 1 process; ${counts.evidence} items of ${topics.length} topics and ${counts.events} audit events, ${notRead} reads refused and told`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Wall time and requests of a script, command by command. */
async function theirs(entry: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'bench-cli-home-'))
  const told = new Set<string>()
  const failed = new Map<string, { count: number; said: string }>()
  const outside = new Set<string>()
  let processes = 0
  const give = async ({ words, topics: tells }: Step): Promise<string> => {
    processes++
    const { code, stdout, stderr, connections } = await runHerokuCli(
      ...([entry, demo.apiUrl, demo.tokens.auditor, words, home] as const),
    )
    for (const host of connections) if (!demo.apiUrl.endsWith(host)) outside.add(host)
    if (code === 0) for (const topic of tells) told.add(topic)
    else {
      const [command = ''] = words
      const said =
        stderr
          .trim()
          .split('\n')
          .find((line) => /\w/.test(line)) ?? `exit code ${code}`
      failed.set(command, { count: (failed.get(command)?.count ?? 0) + 1, said: said.trim() })
    }
    return stdout
  }
  try {
    const before = demo.counts.requests
    const start = performance.now()
    const found: Record<string, unknown> = {}
    for (const [name, list] of Object.entries(LISTS)) found[name] = JSON.parse((await give(list)) || '[]')
    for (const step of scriptOf(found as unknown as Found)) await give(step)
    const seconds = since(start)
    console.log(
      `Heroku's CLI: ${seconds.toFixed(1)} s, ${demo.counts.requests - before} requests, ${processes} processes, ${((1000 * seconds) / processes).toFixed(0)} ms each`,
    )
    for (const [command, { count, said }] of failed) console.log(`  failed ${count} × ${command}: ${said}`)
    if (outside.size > 0) console.log(`  wanted to reach ${[...outside].join(', ')}: kept in`)
    const untold = topics.filter((topic) => !told.has(topic))
    console.log(
      `  tells at least a part of ${topics.length - untold.length} of ${topics.length} topics; nothing of ${untold.length}: ${untold.join(', ')}`,
    )
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

console.log(`${apps} apps at ${latency} ms, core and extended`)
try {
  await ours()
  const entry = installHerokuCli()
  if (entry) await theirs(entry)
  else console.log("Heroku's CLI could not be installed from the registry: nothing to compare with")
} finally {
  await demo.close()
}
