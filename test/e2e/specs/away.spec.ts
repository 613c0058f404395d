import { expect, test } from '../fixtures.ts'
import { goTo, lockKeyring, newEngagement } from '../steps.ts'

test.beforeEach(({ app }, info) => info.skip(!app.standin, 'plays the computer by the stand-in'))

test('the computer sleeps: the locker is locked, asks the keychain again, and what was typed is still there', async ({
  app,
}, info) => {
  const { page } = app
  await newEngagement(app)
  await page.getByLabel('Label').fill('half typed')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await expect(page.getByRole('heading', { name: /is locked/ })).toBeVisible()
  await expect(page.getByText('The computer was asleep.')).toBeVisible()
  await expect(page.getByLabel('Label')).toBeHidden()
  await page.screenshot({ path: info.outputPath('asleep.png') })
  const reply = await page.evaluate(() =>
    (window as unknown as { api: Record<string, (input: unknown) => Promise<unknown>> }).api[
      'journal:page'
    ]?.({}),
  )
  expect(reply).toMatchObject({ ok: false, problem: { what: 'no locker is open' } })
  await page.getByRole('button', { name: 'Unlock with the keychain' }).click()
  await expect(page.getByLabel('Label')).toHaveValue('half typed')
})

test('the keychain locks in the middle: the recovery key brings everything back, also what was typed', async ({
  app,
}) => {
  const { page } = app
  const { recoveryKey } = await newEngagement(app)
  await page.getByLabel('Label').fill('half typed')
  await lockKeyring(app)
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await page.getByRole('button', { name: 'Unlock with the keychain' }).click()
  await expect(page.getByRole('alert')).toContainText('or it is locked')
  await expect(page.getByRole('alert')).toContainText('open the locker with its recovery key')
  await page.getByLabel('Recovery key', { exact: true }).fill(recoveryKey)
  await page.getByRole('button', { name: 'Unlock with the recovery key' }).click()
  await expect(page.getByLabel('Label')).toHaveValue('half typed')
})

test('nobody is there for longer than the setting says: locked; with the setting off: not', async ({
  app,
}) => {
  const { page } = app
  await newEngagement(app)
  const idle = (seconds: number) =>
    app.evaluate(({ powerMonitor }, told) => {
      powerMonitor.power.idleSeconds = told
    }, seconds)
  await idle(100_000)
  await expect(page.getByText('Nobody was here for a while.')).toBeVisible({ timeout: 20_000 })
  await idle(0)
  await page.getByRole('button', { name: 'Unlock with the keychain' }).click()
  await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible()
  await page.evaluate(() =>
    (window as unknown as { api: Record<string, (input: unknown) => Promise<unknown>> }).api[
      'settings:set'
    ]?.({
      lockAfterMinutes: 0,
    }),
  )
  await idle(100_000)
  await goTo(app, 'Journal')
  await page.waitForTimeout(6_000)
  await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible()
})
