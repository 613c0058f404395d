import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { App, LaunchOptions } from '../launch.ts'

interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

const here = import.meta.dirname
const codec = new Function(`${readFileSync(join(here, 'codec.js'), 'utf8')}; return makeCodec()`)() as Codec
const KEYRING = join(here, '..', '..', 'fakes', 'keyring.sh')

type Told =
  | { readonly kind: 'browser'; readonly url: string }
  | { readonly kind: 'told'; readonly id: number; readonly ok: boolean; readonly value: string }

/** Starts the built main process on the stand-in, under a keyring of its own, and connects to its window. */
export async function startStandin(
  options: LaunchOptions & {
    readonly main: string
    readonly folder: string
    readonly env: Readonly<Record<string, string>>
  },
): Promise<App> {
  const words = ['--import', join(here, 'register.mjs'), options.main, `--user-data-dir=${options.folder}`]
  const child = spawn(
    'sh',
    [KEYRING, options.keyring ?? 'unlocked', process.execPath, ...words, ...(options.words ?? [])],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'json',
      env: { ...options.env, STANDIN_SCHEME: options.scheme ?? 'light' },
    },
  )
  let text = ''
  child.stdout?.on('data', (part) => (text += part))
  child.stderr?.on('data', (part) => (text += part))
  const asked = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  let next = 1
  child.on('message', (told: Told) => {
    if (told.kind !== 'told') return
    const { resolve, reject } = asked.get(told.id) ?? {}
    asked.delete(told.id)
    if (told.ok) resolve?.(codec.decode(told.value))
    else reject?.(codec.decode(told.value))
  })
  const url = await browserOf(child, () => text)
  const browser = await chromium.connectOverCDP(url)
  const page = await windowOf(browser.contexts()[0]?.pages() ?? [])
  await page.emulateMedia({ colorScheme: options.scheme ?? 'light' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    page,
    folder: options.folder,
    standin: true,
    printed: () => text,
    evaluate: (work, input) =>
      new Promise((resolve, reject) => {
        const id = next++
        asked.set(id, { resolve: resolve as never, reject })
        child.send({ kind: 'evaluate', id, text: work.toString(), input: codec.encode(input) })
      }),
    async close() {
      if (child.connected) child.send({ kind: 'quit' })
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000))])
      if (child.exitCode === null) child.kill('SIGKILL')
      await browser.close().catch(() => {})
    },
  }
}

function browserOf(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (told: Told) => {
      if (told.kind === 'browser') resolve(told.url)
    })
    child.once('exit', (code) => reject(new Error(`the app ended with ${code} at once\n${printed()}`)))
  })
}

async function windowOf(pages: readonly Page[]): Promise<Page> {
  const page = pages[0]
  if (!page) throw new Error('the app has no window')
  await page.waitForURL(/standin\.invalid/)
  return page
}
