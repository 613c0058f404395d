import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf } from './architecture-rules.ts'

const root = join(import.meta.dirname, '..')

/** Folders of things of which each has to stand in a list, and the file that holds the list. */
const REGISTRIES: readonly (readonly [folder: string, list: string])[] = [
  ['electron/core/collectors', 'electron/core/collectors/index.ts'],
  ['electron/core/checks', 'electron/core/checks/index.ts'],
  ['electron/core/handlers', 'electron/core/handlers/index.ts'],
  ['electron/core/export/sheets', 'electron/core/export/index.ts'],
  ['electron/core/store/migrations', 'electron/core/store/migrations/index.ts'],
  ['electron/cli/commands', 'electron/cli/index.ts'],
]

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
}

/** Files that a file imports, and those import in turn. */
function reached(from: string): ReadonlySet<string> {
  const seen = new Set([from])
  for (const path of seen) {
    if (!existsSync(join(root, path))) continue
    const text = readFileSync(join(root, path), 'utf8')
    for (const { kind, name } of importsOf({ path, text })) if (kind === 'file') seen.add(name)
  }
  return seen
}

/** What runs the things of a list stands beside them and is used by the core. */
const CORE = 'electron/core/create-core.ts'

describe('what was written is listed', () => {
  it.each(REGISTRIES)('in %s: every file is reached from %s or used by the core', (folder, list) => {
    const listed = new Set([...reached(list), ...reached(CORE)])
    const files = filesIn(folder)
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter((path) => !listed.has(path))).toEqual([])
  })

  it('and CONTRIBUTING names only files that are there', () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
    const named = [...text.matchAll(/`((?:electron|shared|test|scripts|assets)\/[\w./-]+\.\w+)`/g)]
    const paths = named.map((match) => match[1] ?? '')
    expect(paths.length).toBeGreaterThan(10)
    expect(paths.filter((path) => !path.includes('NNNN') && !existsSync(join(root, path)))).toEqual([])
  })
})
