import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The benchmarks by name: `npm run bench -- NAME [words]`. They print numbers and are never tests. */
const BENCHMARKS: readonly (readonly [name: string, file: string, says: string])[] = [
  ['client', 'client.ts', 'requests a second of the HTTP client: [latency ms] [requests] [concurrency]'],
  [
    'collection',
    'collection.ts',
    'seconds, requests per app and memory of collections at 50 ms latency: [apps…]',
  ],
  ['second', 'second.ts', 'a second collection of an unchanged account beside the first: [apps…]'],
  ['budget', 'budget.ts', 'a collection under the real rate limit, time scaled: [apps] [scale]'],
  ['compare', 'compare.ts', 'comparing two collections: [apps] [percent changed…]'],
  ['heroku-cli', 'heroku-cli.ts', "a collection beside a script of Heroku's own CLI: [apps] [latency ms]"],
  ['ingest', 'ingest.ts', 'audit events a second from archives to locker: [events] [months] [runs]'],
  ['archive-5gb', 'archive-5gb.ts', 'one audit archive of 5 GB unpacked: [gigabytes] [usual|lengthy…]'],
  ['event-search', 'event-search.ts', 'search and filtered pages over a million audit events'],
  ['locker', 'locker.ts', 'storing, opening, paging, searching, verifying evidence: [apps]'],
  ['judge', 'judge.ts', 'all checks over a large account: [apps] [events] [locker to keep]'],
  ['decide', 'decide.ts', 'bulk decisions, a framework opened, samples: [apps] [events] [locker to keep]'],
  ['workbook', 'workbook.ts', 'seconds and memory of a workbook: [events…]'],
]

const [asked, ...words] = process.argv.slice(2)
const there = BENCHMARKS.filter(([, file]) => existsSync(join(import.meta.dirname, file)))
const found = there.find(([name]) => name === asked)
if (found)
  process.exitCode =
    spawnSync(process.execPath, [join(import.meta.dirname, found[1]), ...words], { stdio: 'inherit' })
      .status ?? 1
else {
  console.log('npm run bench -- NAME, where NAME is one of\n')
  for (const [name, , says] of there) console.log(`  ${name.padEnd(14)}${says}`)
  process.exitCode = asked ? 2 : 0
}
