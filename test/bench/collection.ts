/**
 * How long a collection takes, how many requests it makes per app, and whether its memory grows with the number
 * of apps: `node test/bench/collection.ts [APPS…]`, 40, 400 and 1,600 by default, at 50 ms latency. Server and
 * collection are processes of their own.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const LATENCY = Number(process.env.LATENCY ?? 50)
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [40, 400, 1600]
const here = import.meta.dirname

interface Result {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly counts: { readonly requests: number; readonly evidence: number; readonly events: number }
  readonly requestsPerKind: Readonly<Record<string, number>>
  readonly notRead: number
  readonly idleMb: number
  readonly peakMb: number
  readonly longestDelayMs: number
  readonly p99DelayMs: number
}

async function measure(apps: number): Promise<Result & { readonly bytes: number }> {
  // Heroku's own bucket holds 4,500 requests; more apps than that allows are measured with a larger one.
  const burst = apps > 100 ? 1_000_000 : 4500
  const server = spawn(
    process.execPath,
    [join(here, 'collection-server.ts'), String(apps), String(LATENCY), String(burst)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const folder = mkdtempSync(join(tmpdir(), 'bench-collection-'))
  try {
    const [line] = await once(createInterface(server.stdout), 'line')
    const { apiUrl, token } = JSON.parse(line)
    // As the command line runs: a small young generation costs little time and halves the memory.
    const run = ['--max-semi-space-size=4', join(here, 'collection-run.ts'), apiUrl, token, folder]
    const { stdout, stderr } = await promisify(execFile)(process.execPath, run, { maxBuffer: 2 ** 26 })
    process.stderr.write(stderr)
    return { ...JSON.parse(stdout), bytes: statSync(join(folder, 'bench.locker')).size }
  } finally {
    const gone = once(server, 'exit')
    server.stdin.end()
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Requests of one kind per app, where there is at least one for every tenth app. */
function perApp(result: Result, apps: number): string {
  return Object.entries(result.requestsPerKind)
    .filter(([, count]) => count >= apps / 10)
    .map(([kind, count]) => `    ${(count / apps).toFixed(2)}  ${kind}`)
    .join('\n')
}

for (const apps of sizes) {
  const result = await measure(apps)
  const { seconds, cpuSeconds, counts, peakMb, idleMb, longestDelayMs, p99DelayMs, bytes } = result
  console.log(
    [
      `${apps} apps at ${LATENCY} ms: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor), ${counts.requests} requests`,
      `  ${(counts.requests / apps).toFixed(2)} requests per app, ${(counts.requests / seconds).toFixed(0)} requests/s`,
      `  ${counts.evidence} items, ${result.notRead} reads refused, ${(bytes / 2 ** 20).toFixed(1)} MB locker`,
      `  memory: ${peakMb.toFixed(0)} MB at most, ${idleMb.toFixed(0)} MB before it began`,
      `  event loop: ${longestDelayMs.toFixed(0)} ms at most, ${p99DelayMs.toFixed(0)} ms in 99 of 100`,
      '  requests per app by kind:',
      perApp(result, apps),
    ].join('\n'),
  )
}
