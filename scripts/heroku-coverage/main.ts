/**
 * Makes `assets/heroku/coverage.generated.json` and `docs/heroku-coverage.md`: what is read of Heroku, by which
 * collector, and which fields are kept. `npm run coverage:heroku`; with `--check` it writes nothing and fails where
 * a file differs. Dropped fields are named from Heroku’s published schemas, which have to be at hand.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import {
  COVERAGE_FILES,
  type EndpointReads,
  endpoints,
  herokuCoverage,
} from '../../electron/core/coverage/index.ts'
import { derive } from './derive.ts'
import { observe } from './observe.ts'
import { pageOf } from './page.ts'
import { haveSchemas, schemaFields } from './schema.ts'

const PAGE = new URL('../../docs/heroku-coverage.md', import.meta.url)
const NOTE =
  'Made by `npm run coverage:heroku`: what collectors were seen to do with each answer. Not written by hand.'

function textOf(reads: readonly EndpointReads[]): string {
  const lines = reads.map((read) => `    ${JSON.stringify(read)}`)
  return `{\n  "note": ${JSON.stringify(NOTE)},\n  "endpoints": [\n${lines.join(',\n')}\n  ]\n}\n`
}

/** Writes a file, or with `--check` says whether it is what it should be. */
function put(file: URL, text: string, check: boolean): boolean {
  const same = readOr(file) === text
  if (!check && !same) {
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, text)
  }
  return same
}

function readOr(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

if (!haveSchemas) throw new Error('Heroku’s published schemas are not at hand (../shared/heroku)')
const check = process.argv.includes('--check')
const { reads } = await observe()
const same = [put(COVERAGE_FILES.reads, textOf(derive(endpoints(), reads, schemaFields())), check)]
const coverage = herokuCoverage()
same.push(put(PAGE, pageOf(coverage), check))
console.log(JSON.stringify(coverage.totals))
if (check && same.includes(false)) {
  console.error('the coverage of Heroku is no longer what the page says: run npm run coverage:heroku')
  process.exitCode = 1
}
