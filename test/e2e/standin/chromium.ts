import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { userData } from './folders.ts'
import { intercept } from './network.ts'

let launching: Promise<BrowserContext> | null = null

async function launch(): Promise<BrowserContext> {
  const { StandinWindow } = await import('./browser-window.ts')
  const folder = join(userData, 'chromium')
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: process.env.STANDIN_HEADED !== '1',
    viewport: null,
    colorScheme: (process.env.STANDIN_SCHEME as 'light' | 'dark' | undefined) ?? 'light',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  })
  await intercept(context, (route, url) =>
    StandinWindow.getAllWindows().some((window) => window.refuses(route, url)),
  )
  const port = readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n')[0]
  process.send?.({ kind: 'browser', url: `http://127.0.0.1:${port}` })
  return context
}

/** The one browser behind all windows; started when it is first needed. */
export function browser(): Promise<BrowserContext> {
  launching ??= launch()
  return launching
}

/** Ends the browser. */
export async function closeBrowser(): Promise<void> {
  await (await launching)?.close().catch(() => {})
}
