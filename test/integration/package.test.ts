import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asar, fusesIn } from '../fakes/electron-dist.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'package-'))
const built = join(folder, 'built')
const app = join(folder, 'out', 'linux-unpacked')
const archive = join(app, 'resources', 'app.asar')
const unpacked = join(folder, 'unpacked')
let files: readonly string[] = []

const node = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } })

beforeAll(() => {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const env = { EVIDENCE_LOCKER_DIST: built, NODE_ENV: 'production' }
  for (const words of [
    [vite, 'build', '--outDir', built],
    [vite, 'build', '--config', 'vite.window.config.ts'],
    [join(root, 'test', 'fakes', 'pack-app.ts'), built, join(folder, 'out')],
  ]) {
    const ran = node(words, env)
    expect(`${ran.status} ${ran.stderr}`).toMatch(/^0 /)
  }
  files = asar.listPackage(archive, { isPack: false })
  asar.extractAll(archive, unpacked)
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packaged app', () => {
  it('holds the shell, the door, the core, the window, the assets and what they need', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/electron/main/main.js',
        '/dist/electron/preload/preload.cjs',
        '/dist/electron/core/process.js',
        '/dist/electron/keychain/child.js',
        '/dist/electron/demo/process.js',
        '/dist/renderer/index.html',
        '/dist/assets/icons/icon.png',
        '/dist/assets/frameworks/soc2-2017.json',
        '/node_modules/zod/package.json',
        '/node_modules/exceljs/package.json',
      ]),
    )
  })

  it('holds no test, no source, no source map, no browser driver, no builder', () => {
    const strange = files.filter(
      (file) =>
        /\.(ts|tsx|map)$/.test(file) ||
        /^\/(test|scripts|renderer|shared|electron|docs)\b/.test(file) ||
        /\/node_modules\/(@playwright|playwright|electron|electron-builder|vite|vitest|react|@mantine)\//.test(
          file,
        ),
    )
    expect(strange).toEqual([])
  })

  it('holds no secret of the sample organisation but where it is served, and no path of this computer', () => {
    const texts = files.filter((file) => file.startsWith('/dist/') && /\.(js|cjs|html|css|json)$/.test(file))
    const told = texts.filter((file) => {
      const text = readFileSync(join(unpacked, file), 'utf8')
      return text.includes(root) || (/CANARY[0-9a-f]/.test(text) && !file.startsWith('/dist/electron/demo/'))
    })
    expect(told).toEqual([])
  })

  it('has the native parts of this system beside the archive, and of no other', () => {
    const beside = join(app, 'resources', 'app.asar.unpacked', 'node_modules')
    const natives = (readdirSync(beside, { recursive: true }) as string[]).filter((file) =>
      file.endsWith('.node'),
    )
    expect(natives.length).toBeGreaterThanOrEqual(2)
    const system = `${process.platform}-${process.arch}`
    expect(natives.filter((file) => !file.replace('linuxmusl', 'linux').includes(system))).toEqual([])
    expect(statSync(archive).size).toBeLessThan(30_000_000)
  })

  it('has every fuse on its safe side in the binary itself', () => {
    // Electron's order: run as Node, cookie encryption, NODE_OPTIONS, --inspect, ASAR integrity, only from ASAR,
    // own V8 snapshot, file privileges.
    expect(fusesIn(readFileSync(join(app, 'evidence-locker')))).toBe('01001100')
  })

  it.skipIf(!existsSync('/usr/bin/chromium'))(
    'starts, opens its window, makes a locker and ends well: --smoke',
    () => {
      const data = join(folder, 'data')
      mkdirSync(data)
      const ran = spawnSync(
        'sh',
        [
          join(root, 'test', 'fakes', 'keyring.sh'),
          'unlocked',
          process.execPath,
          '--import',
          join(root, 'test', 'e2e', 'standin', 'register.mjs'),
          join(unpacked, 'dist', 'electron', 'main', 'main.js'),
          `--user-data-dir=${data}`,
          '--smoke',
        ],
        { encoding: 'utf8', env: { ...process.env, EVIDENCE_LOCKER_HOME: data }, timeout: 90_000 },
      )
      expect(`${ran.stdout}${ran.stderr}`).toContain(
        'smoke: the window asked, the core made a locker and answered',
      )
      expect(ran.status).toBe(0)
    },
  )
})
