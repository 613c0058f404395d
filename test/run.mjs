import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureSystemParts } from './system-parts.mjs'

/** `npm test`: system parts, types, lint, tests; ends with the line `N passed, N failed`. */

const root = join(import.meta.dirname, '..')
const bin = (name) => join(root, 'node_modules', '.bin', name)
const report = join(root, 'node_modules', '.cache', 'vitest-report.json')

function step(title, command, words) {
  console.log(`\n— ${title}`)
  return spawnSync(command, words, { cwd: root, stdio: 'inherit' }).status === 0
}

function counts() {
  try {
    const told = JSON.parse(readFileSync(report, 'utf8'))
    return {
      passed: told.numPassedTests,
      failed: told.numFailedTests,
      skipped: told.numPendingTests + told.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** The stories of the window; left out where only some of the tests were asked for. */
function endToEnd() {
  step('end to end', process.execPath, [join(root, 'test', 'e2e', 'run.mjs')])
  try {
    const { stats } = JSON.parse(readFileSync(join(root, 'test-results', 'e2e.json'), 'utf8'))
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

if (!ensureSystemParts()) {
  console.log('0 passed, 1 failed')
  process.exit(1)
}
mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
rmSync(report, { force: true })
const steps = [
  step('types', bin('tsc'), ['-b']),
  step('format and lint', bin('biome'), ['check', '--error-on-warnings', '.']),
]
const ran = step('tests', bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
const told = counts()
const stories = process.argv.length > 2 ? { passed: 0, failed: 0 } : endToEnd()
const passed = told.passed + stories.passed + steps.filter(Boolean).length
const failed =
  told.failed + stories.failed + steps.filter((ok) => !ok).length + (ran || told.failed > 0 ? 0 : 1)
console.log(`\n${passed} passed, ${failed} failed${told.skipped > 0 ? `, ${told.skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
