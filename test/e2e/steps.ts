import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Organisation } from '../../electron/demo/organisation.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { App } from './launch.ts'

/** The next native dialog answers this path; null is a person who closes it. */
export async function choose(app: App, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' })
    dialog.showOpenDialog = async () => ({
      canceled: chosen === null,
      filePaths: chosen === null ? [] : [chosen],
    })
  }, path)
}

/** Drops a file on the window, by the browser's own drag events. */
export async function dropFile(app: App, path: string): Promise<void> {
  if (app.standin) await app.evaluate(({ standin }, path) => standin.willDrop(path), path)
  const devtools = await app.page.context().newCDPSession(app.page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  await devtools.detach()
}

/** Goes to a screen as a person does: by the list at the left. */
export async function goTo(app: App, screen: string): Promise<void> {
  await app.page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: screen, exact: true })
    .click()
  await expect(app.page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
}

/** Makes an engagement from the start screen; answers the locker's file and its recovery key. */
export async function newEngagement(
  app: App,
): Promise<{ readonly file: string; readonly recoveryKey: string }> {
  const { page } = app
  const file = join(app.folder, 'northquay-2026.locker')
  await page.getByRole('button', { name: 'New engagement' }).click()
  await page.getByLabel('Organisation').fill('Northquay')
  await page.getByLabel('Prepared by').fill('Ana')
  await page.getByLabel('Reviewed by').fill('Ben')
  await choose(app, file)
  await page.getByRole('button', { name: 'Choose where the locker lies…' }).click()
  const recoveryKey = (await page.getByLabel('Recovery key').innerText()).trim()
  await expect(page.getByRole('button', { name: 'Go on' })).toBeDisabled()
  await page.getByLabel('I have stored it').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible()
  return { file, recoveryKey }
}

/** Tries a token and keeps it as a connection. */
export async function connect(app: App, token: string, label = 'audit'): Promise<void> {
  const { page } = app
  await page.getByLabel('Label').fill(label)
  await page.getByLabel('Token', { exact: true }).fill(token)
  await page.getByRole('button', { name: 'Try the token' }).click()
  await page.getByRole('button', { name: 'Keep this connection' }).click()
  await expect(page.getByRole('button', { name: `Rename ${label}` })).toBeVisible()
}

/** Collects everything with the first connection and waits for the end. */
export async function collect(app: App): Promise<void> {
  const { page } = app
  await goTo(app, 'Collect')
  await page.getByRole('button', { name: 'Collect now' }).click()
  await expect(page.getByRole('heading', { name: 'Collected' })).toBeVisible({ timeout: 60_000 })
}

/** From nothing to a locker with a finished collection. */
export async function collected(
  app: App,
  token: string,
): Promise<{ readonly file: string; readonly recoveryKey: string }> {
  const made = await newEngagement(app)
  await connect(app, token)
  await collect(app)
  return made
}

/** The same, with the checks run. */
export async function checked(app: App, token: string): Promise<void> {
  await collected(app, token)
  await app.page.getByRole('button', { name: 'Run the checks' }).click()
  await expect(app.page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await expect(app.page.getByRole('heading', { name: 'Open failures' })).toBeVisible()
}

/** The same Heroku some time later, at the same address, with something changed. Close it at the end. */
export async function later(demo: Demo, change: (organisation: Organisation) => void): Promise<Demo> {
  await demo.close()
  const next = await startDemo({ ...demo.organisation.options, port: Number(new URL(demo.apiUrl).port) })
  change(next.organisation)
  return next
}

/** Collects once more and runs the checks over it. */
export async function checkedAgain(app: App): Promise<void> {
  const { page } = app
  await goTo(app, 'Collect')
  await page.getByRole('button', { name: 'Collect now' }).click()
  await expect(page.getByRole('cell', { name: 'complete' })).toHaveCount(2, { timeout: 60_000 })
  await goTo(app, 'Checks')
  await page.getByRole('button', { name: 'Run the checks' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Checking' })).toHaveCount(0, {
    timeout: 300_000,
  })
  await expect(page.getByRole('grid', { name: 'Results' }).getByRole('row').nth(1)).toBeVisible()
}

/** Locks the private keyring of the test, as a desktop does when nobody is there. */
export async function lockKeyring(app: Pick<App, 'evaluate'>): Promise<void> {
  await app.evaluate(() => {
    process
      .getBuiltinModule('node:child_process')
      .execFileSync('dbus-send', [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        'array:objpath:/org/freedesktop/secrets/collection/login',
      ])
  })
}
