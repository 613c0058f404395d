import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_VERSION } from '../../shared/version.ts'

const root = join(import.meta.dirname, '..', '..')
const cache = join(root, 'node_modules', '.cache')
let built = ''
let folder = ''

beforeAll(() => {
  // Within the repository, so that the built files find the packages.
  built = mkdtempSync(join(cache, 'built-'))
  folder = mkdtempSync(join(tmpdir(), 'built-'))
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const ran = spawnSync(process.execPath, [vite, 'build', '--outDir', built], { cwd: root, encoding: 'utf8' })
  expect(`${ran.status} ${ran.stderr}`).toMatch(/^0 /)
})

afterAll(() => {
  rmSync(built, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(built, 'electron', 'cli', 'main.js'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: folder },
  })

describe('the built program', () => {
  it('knows its version', () => {
    expect(run('--version').stdout).toBe(`${APP_VERSION}\n`)
  })

  it('starts by itself where files can be programs', () => {
    const ran = spawnSync(join(built, 'electron', 'cli', 'main.js'), ['--version'], {
      encoding: 'utf8',
      env: { PATH: `${join(process.execPath, '..')}:${process.env.PATH}` },
    })
    expect(ran.stdout).toBe(`${APP_VERSION}\n`)
  })

  it('finds its frameworks', () => {
    expect(run('frameworks', '--json').stdout).toContain('iso27001-2022')
  })

  it('does the whole job, threads included', () => {
    const words = [
      'demo',
      '--dir',
      'demo',
      '--apps',
      '2',
      '--people',
      '12',
      '--events',
      '50',
      '--months',
      '2',
    ]
    const ran = run(...words, '--json')
    expect(`${ran.status} ${ran.stderr}`).toMatch(/^0 /)
    const told = JSON.parse(ran.stdout)
    expect(told).toMatchObject({ verification: { intact: true } })
    // Those of the archives, and those of today.
    expect(told.events).toBeGreaterThanOrEqual(50)
    expect(existsSync(join(folder, 'demo', 'demo.xlsx'))).toBe(true)
  })
})
