import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `npm start`: opens the app with Electron; where its binary is missing, says in one sentence what to do. */

const root = join(import.meta.dirname, '..')
const electron = join(root, 'node_modules', 'electron')

function binary() {
  const told = join(electron, 'path.txt')
  const path = process.env.ELECTRON_OVERRIDE_DIST_PATH
    ? join(process.env.ELECTRON_OVERRIDE_DIST_PATH, 'electron')
    : existsSync(told) && join(electron, 'dist', readFileSync(told, 'utf8').trim())
  return path && existsSync(path) ? path : null
}

const path = binary()
if (!path) {
  console.error(
    "Electron's binary is not installed: run `node node_modules/electron/install.js` where it can be downloaded and try again; meanwhile `npm run cli -- --help` does everything on the command line.",
  )
  process.exit(1)
}
const main = join(root, 'dist', 'electron', 'main', 'main.js')
if (!existsSync(main) && spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1)
spawn(path, [main, ...process.argv.slice(2)], { stdio: 'inherit' }).once('exit', (code) => {
  process.exitCode = code ?? 1
})
