import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = import.meta.dirname
/** Where the built app goes; a test of the package builds into a folder of its own. */
const dist = process.env.EVIDENCE_LOCKER_DIST ?? join(root, 'dist')

/** What the window starts with in one file, what several screens need in another, and each screen's own. */
const PIECES = [
  { name: 'start', test: /renderer\/main\.tsx$/, priority: 2 },
  { name: 'shared', minShareCount: 2, priority: 1 },
]

/** Builds what runs inside the window: the page, and the preload as the one CommonJS file that a sandbox loads. */
export default defineConfig({
  root: join(root, 'renderer'),
  base: './',
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: join(dist, 'renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        sourcemap: false,
        chunkSizeWarningLimit: 1200,
        modulePreload: { polyfill: false },
        rolldownOptions: { output: { codeSplitting: { groups: PIECES } } },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: join(dist, 'electron/preload'),
        emptyOutDir: true,
        target: 'node24',
        minify: true,
        rollupOptions: {
          input: join(root, 'electron/preload/preload.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments))
        if (environment.name !== 'ssr') await builder.build(environment)
    },
  },
})
