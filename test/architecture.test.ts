import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Source, violations } from './architecture-rules.ts'

const root = join(import.meta.dirname, '..')

function tree(): Source[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter((path) => /^(shared|electron|renderer|test|scripts)\//.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

const collectorsIndex = {
  path: 'electron/core/collectors/index.ts',
  text: "import { x } from './planted.ts'\n",
}
const checksIndex = { path: 'electron/core/checks/index.ts', text: "import { x } from './planted.ts'\n" }

/** One planted violation per wall, and the rule that has to catch it. */
const PLANTED: readonly (readonly [rule: string, path: string, text: string, beside?: Source])[] = [
  ['walls', 'shared/planted.ts', "import { x } from '../electron/core/core.ts'"],
  ['walls', 'renderer/planted.ts', "import type { Core } from '../electron/core/core.ts'"],
  ['walls', 'electron/core/planted.ts', "import { openKeychain } from '../keychain/keychain.ts'"],
  ['walls', 'electron/core/planted.ts', "const x = await import('../cli/main.ts')"],
  ['walls', 'electron/core/store/planted.ts', "import { COLLECTORS } from '../collectors/index.ts'"],
  ['walls', 'electron/core/frameworks/planted.ts', "import { itemsOf } from '../store/evidence.ts'"],
  ['walls', 'electron/core/heroku/planted.ts', "import { openLocker } from '../store/open.ts'"],
  ['walls', 'electron/demo/planted.ts', "import { openHeroku } from '../core/heroku/client.ts'"],
  ['walls', 'electron/keychain/planted.ts', "import { x } from '../core/core.ts'"],
  ['walls', 'electron/preload/planted.ts', "import { x } from '../main/main.ts'"],
  ['walls', 'electron/main/planted.ts', "import { createCore } from '../core/core.ts'"],
  ['shared is pure', 'shared/planted.ts', "import { readFileSync } from 'node:fs'"],
  ['shared is pure', 'shared/planted.ts', "import { request } from 'undici'"],
  ['no Node in the window', 'renderer/planted.tsx', "import { readFileSync } from 'node:fs'"],
  ['one room per library', 'electron/core/planted.ts', "import { app } from 'electron'"],
  ['one room per library', 'electron/cli/planted.ts', "import keytar from 'keytar'"],
  ['one room per library', 'electron/core/handlers/planted.ts', "import Database from 'better-sqlite3'"],
  ['one room per library', 'electron/core/export/sheets/planted.ts', "import Excel from 'exceljs'"],
  ['one room per library', 'electron/core/collectors/planted.ts', "import { request } from 'undici'"],
  [
    'collectors and checks are pure',
    'electron/core/collectors/planted.ts',
    "import { storeTask } from '../store/tasks.ts'",
    collectorsIndex,
  ],
  [
    'collectors and checks are pure',
    'electron/core/collectors/planted.ts',
    "import { readFileSync } from 'node:fs'",
    collectorsIndex,
  ],
  [
    'collectors and checks are pure',
    'electron/core/checks/planted.ts',
    'const now = Date.now()',
    checksIndex,
  ],
  [
    'collectors and checks are pure',
    'electron/core/checks/planted.ts',
    "const x = fetch('https://example.com')",
    checksIndex,
  ],
  ['SQL in one folder', 'electron/core/handlers/planted.ts', "db.prepare('SELECT 1')"],
  ['one list of questions', 'electron/main/planted.ts', "ipcMain.handle('x', y)"],
  ['names say what is inside', 'electron/core/utils.ts', ''],
  ['one room per file', 'electron/core/planted.ts', '\n'.repeat(400)],
]

describe('the walls of the house', () => {
  it('stand in the tree as it is', () => {
    expect(violations(tree())).toEqual([])
  })

  it.each(PLANTED.map((row) => ({ rule: row[0], path: row[1], text: row[2], beside: row[3] })))(
    '$rule: catches $path $text',
    ({ rule, path, text, beside }) => {
      const found = violations([...(beside ? [beside] : []), { path, text }])
      expect(found.map((violation) => `${violation.rule} ${violation.path}`)).toContain(`${rule} ${path}`)
    },
  )
})

/** One line per room that must not compile there: what the room's `lib` and `types` keep out. */
const UNCOMPILABLE: readonly (readonly [room: string, line: string, error: RegExp])[] = [
  ['shared', 'export const x = process.pid', /Cannot find name 'process'/],
  ['shared', 'export const x = document.title', /Cannot find name 'document'/],
  ['electron/core', 'export const x = document.title', /Cannot find name 'document'/],
  ['electron/demo', 'export const x = window.location', /Cannot find name 'window'/],
  ['shared', 'export enum Colour { Red }', /erasableSyntaxOnly/],
]

describe('what a room can see is compiled', () => {
  it.each(UNCOMPILABLE)('%s does not compile: %s', (room, line, error) => {
    const folder = join(
      root,
      'node_modules',
      '.cache',
      'planted',
      `${room.replaceAll('/', '-')}-${process.pid}-${Math.abs(hash(line))}`,
    )
    mkdirSync(folder, { recursive: true })
    try {
      writeFileSync(join(folder, 'planted.ts'), `${line}\n`)
      const config = {
        extends: join(root, room, 'tsconfig.json'),
        compilerOptions: {
          rootDir: folder,
          outDir: join(folder, 'out'),
          tsBuildInfoFile: join(folder, 'x.tsbuildinfo'),
        },
        include: ['planted.ts'],
        references: [],
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
      const run = spawnSync(join(root, 'node_modules', '.bin', 'tsc'), ['-p', folder], { encoding: 'utf8' })
      expect(run.stdout).toMatch(error)
      expect(run.status).not.toBe(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

function hash(text: string): number {
  let value = 0
  for (const letter of text) value = (Math.imul(value, 31) + letter.charCodeAt(0)) | 0
  return value
}
