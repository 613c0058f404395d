/** A source file as the rules see it: its path from the root of the repository, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** One broken rule, in words. */
export interface Violation {
  readonly rule: string
  readonly path: string
  readonly what: string
}

/** What a module pulls in: an npm package, a Node module, or a file of this repository. */
interface Import {
  readonly kind: 'package' | 'node' | 'file'
  readonly name: string
  readonly typeOnly: boolean
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+\.[cm]?[jt]sx?)['"]/gm

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

function resolve(from: string, specifier: string): string {
  const path = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') path.pop()
    else if (part !== '.') path.push(part)
  }
  return path.join('/')
}

/** Lists what a source file imports, types included. */
export function importsOf(source: Source): Import[] {
  return [...source.text.matchAll(IMPORT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4] ?? ''
    const typeOnly = match[1] !== undefined
    if (specifier.startsWith('.')) return { kind: 'file', name: resolve(source.path, specifier), typeOnly }
    if (specifier.startsWith('node:')) return { kind: 'node', name: specifier, typeOnly }
    return { kind: 'package', name: packageOf(specifier), typeOnly }
  })
}

const isIn = (path: string, folders: readonly string[]) => folders.some((folder) => path.startsWith(folder))

/** Folders, and the folders of the repository that they may import from. */
const MAY_IMPORT: readonly (readonly [folder: string, allowed: readonly string[]])[] = [
  ['shared/', ['shared/']],
  ['renderer/', ['renderer/', 'shared/']],
  ['electron/keychain/', ['electron/keychain/', 'shared/']],
  ['electron/profile/', ['electron/profile/', 'electron/keychain/', 'shared/']],
  ['electron/main/', ['electron/main/', 'electron/keychain/', 'electron/profile/', 'shared/']],
  ['electron/preload/', ['electron/preload/', 'shared/']],
  [
    'electron/cli/',
    [
      'electron/cli/',
      'electron/core/',
      'electron/keychain/',
      'electron/profile/',
      'electron/demo/',
      'shared/',
    ],
  ],
  ['electron/demo/', ['electron/demo/', 'shared/']],
  ['electron/core/heroku/', ['electron/core/heroku/', 'electron/core/collectors/collector.ts', 'shared/']],
  ['electron/core/events/', ['electron/core/events/', 'shared/']],
  ['electron/core/store/', ['electron/core/store/', 'electron/core/events/', 'shared/']],
  ['electron/core/frameworks/', ['electron/core/frameworks/', 'shared/']],
  ['electron/core/testing/', ['electron/core/testing/', 'shared/']],
  ['electron/core/', ['electron/core/', 'shared/']],
]

/** Packages and Node modules that only some places may know. */
const ONLY_IN: readonly (readonly [module: string, places: readonly string[]])[] = [
  ['electron', ['electron/main/', 'electron/preload/']],
  ['keytar', ['electron/keychain/']],
  ['better-sqlite3', ['electron/core/store/']],
  ['undici', ['electron/core/heroku/']],
  ['exceljs', ['electron/core/export/excel.ts', 'electron/core/tables/spreadsheet.ts']],
  ['papaparse', ['electron/core/tables/delimited.ts']],
  ['commander', ['electron/cli/']],
  ['react', ['renderer/']],
]

const WEAK_NAMES = /(^|[-/])(utils?|helpers?|managers?|service|misc|common)\.tsx?$/

/** What a pure room (a collector, a check) may not touch, as text. */
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bfetch\(|\bMath\.random\(|\bsetTimeout\(|\bprocess\.(?:env|argv|pid|cwd|hrtime|platform)\b|\bperformance\.now/

/** Lines of a code file past which it has to be split. */
const MOST_LINES = 300

/** Folders of tests and of plain data, which may be long. */
const DATA = ['test/', 'electron/demo/cast/', 'electron/demo/catalog/']

/** Collectors and checks proper: the files that their `index.ts` lists, as against the loop around them. */
function listedBy(index: Source | undefined): ReadonlySet<string> {
  return new Set(index ? importsOf(index).map((entry) => entry.name) : [])
}

function purity(sources: readonly Source[], source: Source): string[] {
  const room = ['electron/core/collectors/', 'electron/core/checks/'].find((folder) =>
    source.path.startsWith(folder),
  )
  if (!room) return []
  if (!listedBy(sources.find((other) => other.path === `${room}index.ts`)).has(source.path)) return []
  const broken = importsOf(source)
    .filter((entry) => !entry.typeOnly)
    .filter((entry) =>
      entry.kind === 'file'
        ? !isIn(entry.name, [room, 'shared/', 'electron/core/heroku/secret.ts', 'electron/core/testing/'])
        : !['zod', 'node:crypto', 'node:net', 'node:buffer'].includes(entry.name),
    )
    .map((entry) => `imports ${entry.name}`)
  const impure = IMPURE.exec(source.text)
  return impure ? [...broken, `uses ${impure[0]}`] : broken
}

/** Applies every rule of the house to a tree of sources. */
export function violations(sources: readonly Source[]): Violation[] {
  const found: Violation[] = []
  for (const source of sources) {
    const say = (rule: string, what: string) => found.push({ rule, path: source.path, what })
    const wall = MAY_IMPORT.find(([folder]) => source.path.startsWith(folder))
    for (const entry of importsOf(source)) {
      if (entry.kind === 'file' && wall && !isIn(entry.name, wall[1])) say('walls', `imports ${entry.name}`)
      if (source.path.startsWith('shared/') && entry.kind !== 'file' && entry.name !== 'zod')
        say('shared is pure', `imports ${entry.name}`)
      if (source.path.startsWith('renderer/') && entry.kind === 'node')
        say('no Node in the window', `imports ${entry.name}`)
      const places = ONLY_IN.find(([module]) => module === entry.name)?.[1]
      if (
        entry.kind === 'package' &&
        places &&
        !source.path.startsWith('test/') &&
        !isIn(source.path, places)
      )
        say('one room per library', `imports ${entry.name}`)
    }
    for (const what of purity(sources, source)) say('collectors and checks are pure', what)
    if (
      /\b(?:db|database|locker)\.prepare\(/i.test(source.text) &&
      !isIn(source.path, ['electron/core/store/', 'test/'])
    )
      say('SQL in one folder', 'prepares SQL')
    if (
      /\b(ipcMain|ipcRenderer)\b/.test(source.text) &&
      !isIn(source.path, ['electron/main/ipc.ts', 'electron/preload/preload.ts', 'test/'])
    )
      say('one list of questions', 'talks IPC')
    if (WEAK_NAMES.test(source.path)) say('names say what is inside', 'has a name that could be anything')
    const lines = source.text.split('\n').length
    if (lines > MOST_LINES && !isIn(source.path, DATA)) say('one room per file', `has ${lines} lines`)
  }
  return found
}
