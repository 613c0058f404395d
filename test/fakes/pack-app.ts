import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fakeElectron } from './electron-dist.ts'

// `node pack-app.ts DIST OUT`: packs the app built in DIST into OUT/linux-unpacked as `electron-builder --dir` does,
// with the shipped configuration, around an Electron that is none.

const root = join(import.meta.dirname, '..', '..')
const require = createRequire(import.meta.url)

interface Config {
  readonly files: readonly { readonly filter: readonly string[] }[]
  readonly directories: Readonly<Record<string, string>>
}

const { getConfig } = require('app-builder-lib/out/util/config/config') as {
  readonly getConfig: (folder: string, file: string, own: null) => Promise<Config>
}
const { build } = require('electron-builder') as {
  readonly build: (options: Readonly<Record<string, unknown>>) => Promise<unknown>
}

const [dist = '', out = ''] = process.argv.slice(2)
const shipped = await getConfig(root, join(root, 'electron-builder.yml'), null)
const around = shipped.files.flatMap(({ filter }) => filter).filter((pattern) => pattern !== 'dist/**')
await build({
  projectDir: root,
  dir: true,
  linux: ['dir'],
  publish: 'never',
  config: {
    ...shipped,
    electronDist: await fakeElectron(join(out, 'electron')),
    directories: { ...shipped.directories, output: out },
    files: [
      ...around,
      { from: dist, to: 'dist', filter: ['**/*', ...around.filter((p) => p.startsWith('!'))] },
    ],
  },
})
