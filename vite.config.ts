import { chmodSync, cpSync, globSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { build, defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname
const rooms = [
  'shared',
  'electron/core',
  'electron/keychain',
  'electron/profile',
  'electron/demo',
  'electron/cli',
  'electron/main',
]

/** Threads are started by the address of their file, which ends in `.js` once built. */
const threads: Plugin = {
  name: 'thread-addresses',
  enforce: 'pre',
  transform: (code) => code.replaceAll(/(new URL\('\.[^']+)\.ts(', import\.meta\.url\))/g, '$1.js$2'),
}

const around: Plugin = {
  name: 'clean-rooms-and-assets',
  generateBundle({ dir = 'dist' }) {
    for (const room of rooms) rmSync(join(dir, room), { recursive: true, force: true })
  },
  writeBundle({ dir = 'dist' }) {
    cpSync(join(root, 'assets'), join(dir, 'assets'), { recursive: true })
    chmodSync(join(dir, 'electron', 'cli', 'main.js'), 0o755)
  },
}

/** Packages that go into the file of a process: read from their many files, they cost more than all the rest of a start. */
const INLINED = ['zod', 'undici']

/** What starts with the window, and is waited for: each becomes one file, over the one of the same name. */
const PROCESSES = ['electron/main/main', 'electron/core/process']

/** Modules that ask where they lie are told where they would lie by themselves. */
const places = (entry: string): Plugin => ({
  name: 'places-of-modules',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(root) || id.includes('node_modules') || !code.includes('import.meta.')) return null
    const own = relative(dirname(join(root, entry)), id.replace(/\.ts$/, '.js'))
    const at = own.startsWith('.') ? own : `./${own}`
    return code
      .replaceAll('import.meta.url', `new URL('${at}', import.meta.url).href`)
      .replaceAll(
        'import.meta.dirname',
        dirname(at) === '.' ? '$&' : `(import.meta.dirname + '/${dirname(at)}')`,
      )
  },
})

/** A start reads a process from one file, where hundreds of modules would take a second. */
const processes: Plugin = {
  name: 'processes-as-one-file',
  async writeBundle({ dir = 'dist' }) {
    for (const entry of PROCESSES)
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        plugins: [threads, places(entry)],
        ssr: { noExternal: INLINED },
        build: {
          ssr: true,
          target: 'node24',
          outDir: dir,
          emptyOutDir: false,
          minify: false,
          rolldownOptions: {
            input: { [entry]: join(root, `${entry}.ts`) },
            external: (id) =>
              builtinModules.includes(id) ||
              (/^[^./]/.test(id) && !INLINED.some((name) => id === name || id.startsWith(`${name}/`))),
            output: { entryFileNames: '[name].js', codeSplitting: false },
          },
        },
      })
  },
}

/**
 * Builds what runs under Node (core, command line, demo) into `dist`: one file per module under the same path, so
 * that threads, migrations and assets are found where they are in the sources. Packages stay outside.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [threads, around, processes],
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: globSync(
        rooms.map((room) => `${room}/**/*.ts`),
        { cwd: root },
      ).map((path) => join(root, path)),
      external: [/^[^./]/, ...builtinModules],
      output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
    },
  },
})
