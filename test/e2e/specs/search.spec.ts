import { expect, test } from '../fixtures.ts'
import { checked, goTo } from '../steps.ts'

test('evidence is searched by words, events by words, person and time, everything by the palette', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Evidence')
  await page.getByLabel('Search').fill('viktor.sandoval')
  const evidence = page.getByRole('grid', { name: 'Evidence' })
  await expect(evidence.getByRole('row').nth(1)).toContainText('viktor.sandoval')
  await evidence.getByRole('row').nth(1).click()
  const side = page.getByRole('complementary')
  await side.getByText('Origin', { exact: true }).click()
  await expect(side).toContainText('SHA-256')
  await page.getByLabel('Search').fill('no such thing anywhere')
  await expect(page.getByText('Nothing found')).toBeVisible()

  await goTo(app, 'Events')
  const count = page.locator('.table-count')
  await expect(count).toHaveText(/^9\d\d events\b/)
  const all = await count.innerText()
  await page.getByLabel('Search').fill('code_release')
  await expect(count).not.toHaveText(all)
  const some = await count.innerText()
  await page.getByLabel('From', { exact: true }).fill('2026-11-01')
  await expect(count).not.toHaveText(some)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByLabel('Name for the present filter').fill('Releases in November')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(count).toHaveText(all)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Releases in November' }).click()
  await expect(count).not.toHaveText(all)
  await page.screenshot({ path: info.outputPath('events.png') })

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type('CC6.1')
  await expect(
    page
      .getByRole('option', { name: /CC6\.1/ })
      .or(page.getByRole('button', { name: /CC6\.1/ }))
      .first(),
  ).toBeVisible()
  await page.screenshot({ path: info.outputPath('palette.png') })
})
