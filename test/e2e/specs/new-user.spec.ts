import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import type { App } from '../launch.ts'
import { choose } from '../steps.ts'

/** Clicks that the page has seen since it was counted from. */
async function countClicks({ page }: App): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { clicks: 0 })
    window.addEventListener(
      'click',
      (event) => {
        // A click on a label makes a second one on its field; a form that is sent by a key makes one too.
        if (event.isTrusted && event.detail > 0) (window as unknown as { clicks: number }).clicks++
      },
      true,
    )
  })
  return () => page.evaluate(() => (window as unknown as { clicks: number }).clicks)
}

test('a new user goes from nothing to a finished workbook by what each screen offers next', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  const began = performance.now()
  const clicks = await countClicks(app)
  const steps: string[] = []
  const step = async (name: string) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    steps.push(`${name}: ${await clicks()} clicks, ${seconds} s`)
    await page.screenshot({ path: info.outputPath(`${String(steps.length).padStart(2, '0')}-${name}.png`) })
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await step('start')
  await button('New engagement').click()
  await page.getByLabel('Organisation').fill('Northquay')
  await page.getByLabel('Prepared by').fill('Ana')
  await step('engagement')
  await choose(app, join(app.folder, 'northquay-2026.locker'))
  await button('Choose where the locker lies…').click()
  await page.getByLabel('I have stored it').waitFor()
  await step('recovery-key')
  await page.getByLabel('I have stored it').check()
  await button('Go on').click()
  await page.getByLabel('Token', { exact: true }).fill(demo.tokens.auditor)
  await button('Try the token').click()
  await expect(button('Keep this connection')).toBeVisible()
  await step('token-tried')
  await expect(page.getByLabel('Label')).toHaveValue('evidence.reader')
  await button('Keep this connection').click()
  await expect(page.getByRole('button', { name: 'Rename evidence.reader' })).toBeVisible()
  await step('connected')
  await button('Go on to collect').click()
  await step('before-collecting')
  await button('Collect now').click()
  await expect(page.getByRole('heading', { name: 'Collected' })).toBeVisible({ timeout: 60_000 })
  await step('collected')
  await button('Run the checks').click()
  await expect(page.getByRole('heading', { name: 'Open failures' })).toBeVisible({ timeout: 30_000 })
  await step('overview')
  const file = join(app.folder, 'northquay.xlsx')
  await choose(app, file)
  await button('Go on to export').click()
  await step('export')
  await button('Export a workbook…').click()
  await expect(page.getByRole('region', { name: 'Finished export' })).toBeVisible({ timeout: 60_000 })
  await step('finished')
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  writeFileSync(info.outputPath('walk.txt'), `${steps.join('\n')}\n`)
  // Two native dialogs are answered besides.
  expect(await clicks()).toBeLessThanOrEqual(13)
})

test('the recovery key is not left by accident: no way around it, and a question before it goes', async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('button', { name: 'New engagement' }).click()
  await page.getByLabel('Organisation').fill('Northquay')
  await page.getByLabel('Prepared by').fill('Ana')
  await choose(app, join(app.folder, 'northquay-2026.locker'))
  await page.getByRole('button', { name: 'Choose where the locker lies…' }).click()
  const key = page.getByLabel('Recovery key')
  await expect(key).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeHidden()
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu().flatMap((menu: { submenu?: object[] }) => menu.submenu ?? [])
    items.find((item: { label?: string }) => item.label === 'Journal').click()
  })
  const asked = page.getByRole('dialog', { name: 'Leave without the recovery key?' })
  await asked.getByRole('button', { name: 'Leave it' }).click()
  await expect(key).toBeVisible()
  await page.getByLabel('I have stored it').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible()
})
