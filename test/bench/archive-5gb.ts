/**
 * One audit archive that unpacks to very much: `archive-5gb.ts [GIGABYTES] [usual|lengthy…]`, 5 and both by
 * default. Usual events have about 726 bytes and pack to a seventh; lengthy ones have 300 KB and pack to less than
 * a two-hundredth. The archive is served on loopback from a process of its own. Memory is the most that the
 * process which takes it over ever held.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { makeAuditArchives } from './audit-archives.ts'

const [gigabytes = '5', ...asked] = process.argv.slice(2)
const KINDS = { usual: 0, lengthy: 300_000 } as const
const EVENT_BYTES = 717
const here = import.meta.dirname

async function measure(kind: keyof typeof KINDS): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-archive-'))
  try {
    const events = Math.ceil((1e9 * Number(gigabytes)) / (EVENT_BYTES + KINDS[kind]))
    const made = await makeAuditArchives(folder, events, 1, KINDS[kind])
    const [archive] = made
    const index = join(folder, 'index.json')
    writeFileSync(index, JSON.stringify(made))
    const [bytes, size] = [archive?.bytes ?? 0, archive?.size ?? 0]
    console.log(
      `${kind}: ${events} events in one archive, ${(bytes / 1e9).toFixed(2)} GB unpacked, ${(size / 1e6).toFixed(1)} MB packed (${(bytes / size).toFixed(0)}:1)`,
    )
    const server = spawn(process.execPath, [join(here, 'archive-server.ts'), folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const [line] = await once(createInterface(server.stdout), 'line')
    const run = ['--max-semi-space-size=4', join(here, 'ingest-run.ts'), JSON.parse(line).url, index]
    const { stdout } = await promisify(execFile)(process.execPath, [...run, join(folder, 'bench.locker')])
    const told = JSON.parse(stdout)
    console.log(
      [
        `  ${told.seconds.toFixed(1)} s, ${(told.events / told.seconds).toFixed(0)} events/s, ${(bytes / 1e6 / told.seconds).toFixed(0)} MB/s unpacked, processor ${told.cpuSeconds.toFixed(1)} s`,
        `  memory ${told.peakMb.toFixed(0)} MB at most, ${told.idleMb.toFixed(0)} MB before`,
        `  locker ${(told.bytes / 1e6).toFixed(0)} MB, ${(told.bytes / bytes).toFixed(3)} of the JSON; event loop ${told.longestDelayMs.toFixed(0)} ms at most`,
      ].join('\n'),
    )
    server.stdin.end()
    await once(server, 'exit')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const kind of ['usual', 'lengthy'] as const)
  if (asked.length === 0 || asked.includes(kind)) await measure(kind)
