import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { startStandin } from './standin/start.ts'

const root = join(import.meta.dirname, '..', '..')

/** What the main process offers to a test: the `electron` module, and the stand-in's notes where it stands in. */
// biome-ignore lint/suspicious/noExplicitAny: the module of the other process, as Playwright passes it
export type MainModule = any

/** The app under test: the real one when Electron's binary is there, else on the stand-in. */
export interface App {
  readonly page: Page
  readonly folder: string
  /** True on the stand-in. */
  readonly standin: boolean
  /** Runs a function in the main process; it sees nothing but its two arguments. */
  evaluate<T, I = undefined>(work: (electron: MainModule, input: I) => T | Promise<T>, input?: I): Promise<T>
  /** What the app printed so far: secrets must not be in it. */
  printed(): string
  close(): Promise<void>
}

/** How to start the app. */
export interface LaunchOptions {
  /** Folder of its data; a fresh one that is removed at the end when left out. */
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
  readonly scheme?: 'light' | 'dark'
  /** State of the private keyring that the app finds; see `test/fakes/keyring.sh`. */
  readonly keyring?: 'unlocked' | 'locked' | 'nobody'
  readonly words?: readonly string[]
}

/** The built main process. */
export const MAIN = join(root, 'dist', 'electron', 'main', 'main.js')

/** Path of Electron's binary, where it is installed. */
export function electronBinary(): string | null {
  const path = join(root, 'node_modules', 'electron', 'dist', 'electron')
  return existsSync(path) ? path : null
}

/** Starts the app with a data folder and a keyring of its own. */
export async function launch(options: LaunchOptions = {}): Promise<App> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'locker-e2e-'))
  const env = { ...(process.env as Record<string, string>), EVIDENCE_LOCKER_HOME: folder, ...options.env }
  const app = await (electronBinary()
    ? real(folder, env, options)
    : startStandin({ main: MAIN, folder, env, ...options }))
  return {
    ...app,
    async close() {
      await app.close()
      if (!options.folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function real(folder: string, env: Record<string, string>, options: LaunchOptions): Promise<App> {
  const electron = await _electron.launch({
    args: [MAIN, `--user-data-dir=${folder}`, ...(options.words ?? [])],
    env,
    colorScheme: options.scheme ?? 'light',
  })
  let text = ''
  electron.process().stdout?.on('data', (part) => (text += part))
  electron.process().stderr?.on('data', (part) => (text += part))
  return {
    page: await electron.firstWindow(),
    folder,
    standin: false,
    evaluate: (work, input) => electron.evaluate(work as never, input as never) as never,
    printed: () => text,
    close: () => electron.close(),
  }
}
