import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const HERE = import.meta.dirname
const CACHE = join(HERE, '../../../node_modules/.cache/heroku-cli')
const PARTS = ['package.json', 'package-lock.json', '.npmrc']
const INSTALL_MS = 300_000

/**
 * Installs Heroku's CLI as its lock file says, once per lock, without running any package's scripts. Returns its
 * entry file, or null where the registry cannot be reached.
 */
export function installHerokuCli(): string | null {
  const hash = createHash('sha256')
  for (const part of PARTS) hash.update(readFileSync(join(HERE, part)))
  const wanted = hash.digest('hex')
  const stamp = join(CACHE, 'installed')
  const entry = join(CACHE, 'node_modules/heroku/bin/run.js')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(entry)) return entry
  mkdirSync(CACHE, { recursive: true })
  for (const part of PARTS) copyFileSync(join(HERE, part), join(CACHE, part))
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: CACHE,
    stdio: 'ignore',
    timeout: INSTALL_MS,
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0 || !existsSync(entry)) return null
  writeFileSync(stamp, wanted)
  return entry
}

/** What one command did. */
export interface CliRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** `host:port` of every connection it opened, without repeats. */
  readonly connections: readonly string[]
}

/**
 * Runs one command of the CLI against a demo on 127.0.0.1, with nothing of our environment and a home of its own, or
 * one that other commands used before.
 */
export async function runHerokuCli(
  entry: string,
  apiUrl: string,
  token: string,
  args: readonly string[],
  usedHome?: string,
): Promise<CliRun> {
  const home = usedHome ?? mkdtempSync(join(tmpdir(), 'heroku-cli-'))
  const log = join(home, 'connections.txt')
  rmSync(log, { force: true })
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    USERPROFILE: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    HEROKU_HOST: apiUrl,
    HEROKU_DATA_HOST: '127.0.0.1',
    HEROKU_PARTICLEBOARD_URL: apiUrl,
    HEROKU_API_KEY: token,
    DISABLE_TELEMETRY: 'true',
    HEROKU_SKIP_ANALYTICS: '1',
    HEROKU_SKIP_NEW_VERSION_CHECK: '1',
    CI: '1',
    TERM: 'dumb',
    GUARD_LOG: log,
    NODE_OPTIONS: `--require ${JSON.stringify(join(HERE, 'guard.cjs'))}`,
  }
  try {
    const run = await new Promise<Omit<CliRun, 'connections'>>((resolve) => {
      execFile(
        process.execPath,
        [entry, ...args],
        { env, cwd: home, timeout: 60_000 },
        (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
      )
    })
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
    return { ...run, connections: [...new Set(lines)] }
  } finally {
    if (usedHome === undefined) rmSync(home, { recursive: true, force: true })
  }
}
