/**
 * How long a workbook takes and how much memory: `node test/bench/workbook.ts [EVENTS…]`, 100,000 by default. The
 * locker is filled by a collection from the Heroku in the box, with audit archives of so many events; filling and
 * exporting are processes of their own, and only exporting is measured.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkHandlers } from '../../electron/core/handlers/check.ts'
import { closeLocker, createLocker } from '../../electron/core/store/open.ts'
import { startDemo } from '../../electron/demo/start.ts'
import { Policy } from '../../shared/model/policy.ts'
import { collectFrom, hostOf, KEY } from '../fakes/collected.ts'

async function fill(events: number, folder: string): Promise<void> {
  const engagement = {
    organisation: 'Northquay',
    period: { start: '2020-01-01', end: '2030-12-31' },
    timeZone: 'UTC',
    frameworks: ['iso27001-2022' as const, 'soc2-2017' as const, 'pci-dss-4.0.1' as const, 'hipaa' as const],
    preparer: 'Ana',
    reviewer: null,
  }
  const birth = { engagement, appVersion: '0.0.0', actor: 'ana@laptop' }
  const db = createLocker(join(folder, 'bench.locker'), KEY, birth)
  const demo = await startDemo({ events })
  await collectFrom(db, demo, demo.tokens.auditor)
  await demo.close()
  const deps = { db, host: hostOf('', ''), now: () => new Date() }
  await checkHandlers['check:run'](deps, { collectionId: null, policy: Policy.parse({}) }, {})
  closeLocker(db)
}

function measure(events: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-workbook-'))
  try {
    const run = (file: string, ...words: string[]) =>
      execFileSync(process.execPath, [file, ...words], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      })
    run(import.meta.filename, 'fill', String(events), folder)
    const told = JSON.parse(run(join(import.meta.dirname, 'workbook-run.ts'), folder)) as Record<
      string,
      number
    >
    const shown = Object.entries(told).map(([name, value]) => [name, Math.round(value * 100) / 100])
    console.log(JSON.stringify(Object.fromEntries(shown)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const [first = '', ...rest] = process.argv.slice(2)
if (first === 'fill') await fill(Number(rest[0]), rest[1] ?? '')
else for (const events of first === '' ? [100_000] : [first, ...rest].map(Number)) measure(events)
