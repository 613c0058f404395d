import { expect, test } from '../fixtures.ts'
import { collected } from '../steps.ts'

test('an opened control comes into sight wherever it was opened from; a message lies over nothing', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await collected(app, demo.tokens.auditor)
  const row = (id: string) =>
    page.getByRole('grid', { name: 'Controls' }).getByRole('row').filter({ hasText: id })
  await page.evaluate(() => {
    window.location.hash = '#/controls?framework=soc2-2017&control=CC9.2'
  })
  await expect(row('CC9.2')).toBeInViewport({ ratio: 0.9 })
  await expect(row('CC9.2')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find anything' }).fill('CC1.1')
  await page.getByRole('button', { name: /^CC1\.1 / }).click()
  await expect(row('CC1.1')).toBeInViewport({ ratio: 0.9 })

  await page.evaluate(() => {
    window.location.hash = '#/controls?framework=soc2-2017&control=CC6.1'
  })
  await expect(page.getByRole('complementary')).toContainText('Suggested')
  await page.keyboard.press('Shift+C')
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await expect(async () => {
    const screen = await page.locator('main').boundingBox()
    const message = await page.getByRole('status').filter({ has: undo }).boundingBox()
    expect((screen?.y ?? 0) + (screen?.height ?? 0)).toBeLessThanOrEqual(message?.y ?? 0)
  }).toPass({ timeout: 4000 })
  await expect(row('CC6.1')).toBeInViewport({ ratio: 0.9 })
  await page.screenshot({ path: info.outputPath('message.png') })
  const before = await page.locator('main').boundingBox()
  await undo.click()
  // A message under the mouse stays.
  await page.mouse.move(700, 300)
  await expect(page.getByText('Taken back: ')).toBeHidden({ timeout: 15_000 })
  await expect
    .poll(async () => (await page.locator('main').boundingBox())?.height)
    .toBeGreaterThan(before?.height ?? 0)
})
