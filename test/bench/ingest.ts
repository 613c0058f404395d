/**
 * How fast audit archives become part of a locker: downloaded over loopback HTTP, checksum verified, unpacked,
 * parsed, hashed, chained, compressed, encrypted and indexed. `ingest.ts [EVENTS] [MONTHS] [RUNS]`, a million
 * events of about 726 bytes in 24 months by default. Server and ingest are processes of their own, the latter with
 * the memory settings of the command line.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { makeAuditArchives } from './audit-archives.ts'

const [events = 1_000_000, months = 24, runs = 3] = process.argv.slice(2).map(Number)
const here = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'bench-ingest-'))
try {
  const made = await makeAuditArchives(folder, events, months)
  const index = join(folder, 'index.json')
  writeFileSync(index, JSON.stringify(made))
  const raw = made.reduce((sum, { bytes }) => sum + bytes, 0)
  const packed = made.reduce((sum, { size }) => sum + size, 0)
  console.log(
    `${events} events in ${months} archives, ${(raw / events).toFixed(0)} bytes each, ${(packed / 1e6).toFixed(0)} MB packed, ${cpus().length} cores`,
  )
  const server = spawn(process.execPath, [join(here, 'archive-server.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(server.stdout), 'line')
  const { url } = JSON.parse(line)
  for (let run = 0; run < runs; run++) {
    const file = join(folder, `bench-${run}.locker`)
    const load = loadavg()[0]?.toFixed(1)
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-semi-space-size=4',
      join(here, 'ingest-run.ts'),
      url,
      index,
      file,
    ])
    const told = JSON.parse(stdout)
    console.log(
      [
        `${(told.events / told.seconds).toFixed(0)} events/s: ${told.seconds.toFixed(1)} s`,
        `processor ${told.cpuSeconds.toFixed(1)} s, of them main thread ${told.mainThreadCpuSeconds.toFixed(1)} s`,
        `memory ${told.peakMb.toFixed(0)} MB at most, ${told.idleMb.toFixed(0)} MB before`,
        `${(told.bytes / raw).toFixed(3)} of the JSON on disk (${(told.bytes / 1e6).toFixed(0)} MB)`,
        `event loop ${told.longestDelayMs.toFixed(0)} ms at most, ${told.p99DelayMs.toFixed(0)} ms in 99 of 100`,
        `load before ${load}`,
      ].join('; '),
    )
    rmSync(file)
  }
  server.stdin.end()
  await once(server, 'exit')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
