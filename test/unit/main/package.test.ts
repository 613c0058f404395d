import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const require = createRequire(import.meta.url)

interface Builder {
  readonly getConfig: (folder: string, file: string, own: null) => Promise<Record<string, unknown>>
  readonly validateConfiguration: (config: unknown, log: { isEnabled: boolean; add(): void }) => Promise<void>
}

async function config(): Promise<Record<string, unknown>> {
  const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as Builder
  const told = await getConfig(root, join(root, 'electron-builder.yml'), null)
  await validateConfiguration(told, { isEnabled: false, add() {} })
  return told
}

describe('the packaged app', () => {
  it('is configured as electron-builder understands it, with every fuse on its safe side', async () => {
    const { electronFuses, fileAssociations, asar } = await config()
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(asar).toBe(true)
    expect(fileAssociations).toMatchObject([{ ext: 'locker' }])
  })

  it('starts with the built main process', () => {
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string }
    expect(main).toBe('dist/electron/main/main.js')
  })

  it('is built on one exact Electron of the newest major version that we know, and its types agree', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number(devDependencies.electron?.split('.')[0])).toBeGreaterThanOrEqual(45)
    const { version } = require('electron/package.json') as { version: string }
    expect(version).toBe(devDependencies.electron)
  })
})
