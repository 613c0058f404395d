import { chmodSync, cpSync, globSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

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

/**
 * Builds what runs under Node (core, command line, demo) into `dist`: one file per module under the same path, so
 * that threads, migrations and assets are found where they are in the sources. Packages stay outside.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [threads, around],
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
