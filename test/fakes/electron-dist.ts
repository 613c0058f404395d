import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * What marks the fuses in Electron's binary, with their version, their number and their states: `1` is on, `0` is
 * off. Source: `@electron/fuses`.
 */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** What is used of electron-builder's own archive format. */
export interface Asar {
  readonly createPackage: (folder: string, file: string) => Promise<void>
  readonly extractAll: (file: string, folder: string) => void
  readonly listPackage: (file: string, options: { readonly isPack: boolean }) => string[]
}

/** The archive format of Electron's apps, from the package that electron-builder brings along. */
export const asar = createRequire(import.meta.url)('@electron/asar') as Asar

/** Makes a folder that electron-builder takes for Electron's own: enough to pack the app, nothing that runs. */
export async function fakeElectron(folder: string): Promise<string> {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'), { recursive: true })
  const fuses = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 8]), Buffer.from('10110010')])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuses]), {
    mode: 0o755,
  })
  mkdirSync(join(folder, 'default-app'))
  writeFileSync(join(folder, 'default-app', 'index.js'), '')
  await asar.createPackage(join(folder, 'default-app'), join(folder, 'resources', 'default_app.asar'))
  writeFileSync(join(folder, 'version'), '45.4.1')
  writeFileSync(join(folder, 'LICENSE'), 'fake')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'fake')
  return folder
}

/** The states of the fuses in a packed binary, in Electron's order: `1` on, `0` off. */
export function fusesIn(binary: Buffer): string {
  const at = binary.indexOf(SENTINEL) + SENTINEL.length
  return binary.subarray(at + 2, at + 2 + (binary[at + 1] ?? 0)).toString()
}
