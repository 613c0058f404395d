import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** `npm run e2e`: builds the app, runs the stories, ends with the line `N passed, N failed`. `--built` skips the build. */

const root = join(import.meta.dirname, '..', '..')
const bin = (name) => join(root, 'node_modules', '.bin', name)
const report = join(root, 'test-results', 'e2e.json')
const words = process.argv.slice(2)
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` }
const run = (command, args) =>
  spawnSync(bin(command), args, { cwd: root, stdio: 'inherit', env }).status === 0

const built =
  words.includes('--built') ||
  (run('vite', ['build', '--logLevel', 'warn']) &&
    run('vite', ['build', '--config', 'vite.window.config.ts', '--logLevel', 'warn']))
mkdirSync(join(root, 'test-results'), { recursive: true })
rmSync(report, { force: true })
if (built) run('playwright', ['test', ...words.filter((word) => word !== '--built')])

function counts() {
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const { passed, failed, skipped } = counts()
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
