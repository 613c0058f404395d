/**
 * What a second collection of an unchanged account takes beside the first: requests, seconds, bytes received and
 * bytes added to the locker. `node test/bench/second.ts [APPS…]`, 40 and 400 by default; LATENCY, 50 ms by default.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const LATENCY = Number(process.env.LATENCY ?? 50)
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [40, 400]
const here = import.meta.dirname
const run = promisify(execFile)

interface Result {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly counts: { readonly requests: number; readonly evidence: number; readonly unchanged: number }
  readonly receivedBytes: number
  readonly notModified: number
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`
const mega = (bytes: number) => `${(bytes / 2 ** 20).toFixed(2)} MB`

for (const apps of sizes) {
  const words = [join(here, 'collection-server.ts'), String(apps), String(LATENCY), '10000000']
  const server = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const folder = mkdtempSync(join(tmpdir(), 'bench-second-'))
  try {
    const [line] = await once(createInterface(server.stdout), 'line')
    const { apiUrl, token } = JSON.parse(line)
    const size = () => statSync(join(folder, 'bench.locker')).size
    const collect = async (): Promise<Result & { readonly added: number; readonly before: number }> => {
      const before = statSync(join(folder, 'bench.locker'), { throwIfNoEntry: false })?.size ?? 0
      const words = ['--max-semi-space-size=4', join(here, 'collection-run.ts'), apiUrl, token, folder]
      const { stdout } = await run(process.execPath, words)
      return { ...JSON.parse(stdout), before, added: size() - before }
    }
    const first = await collect()
    const second = await collect()
    console.log(
      [
        `${apps} apps at ${LATENCY} ms, first and second collection`,
        `  requests   ${first.counts.requests}  ${second.counts.requests}, of these ${second.notModified} answered 304`,
        `  items      ${first.counts.evidence}  ${second.counts.evidence}, of these ${second.counts.unchanged} unchanged`,
        `  seconds    ${first.seconds.toFixed(2)}  ${second.seconds.toFixed(2)} (${percent(second.seconds, first.seconds)})`,
        `  processor  ${first.cpuSeconds.toFixed(2)}  ${second.cpuSeconds.toFixed(2)} (${percent(second.cpuSeconds, first.cpuSeconds)})`,
        `  received   ${mega(first.receivedBytes)}  ${mega(second.receivedBytes)} (${percent(second.receivedBytes, first.receivedBytes)})`,
        `  locker     ${mega(first.added)}  ${mega(second.added)} (${percent(second.added, first.added)})`,
      ].join('\n'),
    )
  } finally {
    const gone = once(server, 'exit')
    server.stdin.end()
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}
