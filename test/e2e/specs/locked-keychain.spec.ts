import { expect, test } from '../fixtures.ts'
import { choose, lockKeyring, newEngagement } from '../steps.ts'

test('a locker is locked, the keychain too: the recovery key opens it, a wrong one does not', async ({
  app,
}, info) => {
  const { page } = app
  const { recoveryKey } = await newEngagement(app)
  await lockKeyring(app)
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('heading', { name: /is locked/ })).toBeVisible()
  await page.getByRole('button', { name: 'Unlock with the keychain' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.screenshot({ path: info.outputPath('locked.png') })
  await page
    .getByLabel('Recovery key', { exact: true })
    .fill(`${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('A') ? 'B' : 'A'}`)
  await page.getByRole('button', { name: 'Unlock with the recovery key' }).click()
  await expect(page.getByRole('alert')).toContainText(/recovery key/)
  await page.getByLabel('Recovery key', { exact: true }).fill(recoveryKey)
  await page.getByRole('button', { name: 'Unlock with the recovery key' }).click()
  await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible()
})

test('without a keychain no locker is made, and the form keeps what was typed', async ({ app }) => {
  const { page } = app
  await lockKeyring(app)
  await page.getByRole('button', { name: 'New engagement' }).click()
  await page.getByLabel('Organisation').fill('Northquay')
  await page.getByLabel('Prepared by').fill('Ana')
  await choose(app, `${app.folder}/a.locker`)
  await page.getByRole('button', { name: 'Choose where the locker lies…' }).click()
  await expect(page.getByRole('alert')).toContainText(/keychain/i)
  await expect(page.getByLabel('Organisation')).toHaveValue('Northquay')
})
