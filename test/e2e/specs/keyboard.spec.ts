import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures.ts'
import { checked } from '../steps.ts'

test('every screen and the daily moves of controls by keyboard alone', async ({ app, demo }, info) => {
  const { page } = app
  const { keyboard } = page
  await checked(app, demo.tokens.auditor)
  await keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog).toContainText('Find anything')
  await page.screenshot({ path: info.outputPath('shortcuts.png') })
  const { violations } = await new AxeBuilder({ page } as never).setLegacyMode().analyze()
  expect(violations).toEqual([])
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const links = page.getByRole('navigation', { name: 'Screens' }).getByRole('link')
  for (const link of await links.all()) {
    const [, title = '', key = ''] = /^(.+) \(g (.)\)$/.exec((await link.getAttribute('title')) ?? '') ?? []
    await keyboard.press('g')
    await keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  await keyboard.press('g')
  await keyboard.press('c')
  await expect(page.getByRole('heading', { level: 1, name: 'Controls' })).toBeVisible()
  const table = page.getByRole('grid', { name: 'Controls' })
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  await keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Number or words' })).toBeFocused()
  await keyboard.type('A.5.1')
  await expect(table.getByRole('row').nth(1)).toContainText('A.5.1')
  // Letters typed into a field stay there.
  await expect(page.getByRole('textbox', { name: 'Number or words' })).toHaveValue('A.5.1')
  await keyboard.press('Tab')
  await table.focus()
  await keyboard.press('n')
  const side = page.getByRole('complementary')
  await expect(side.getByRole('heading', { level: 2 })).toContainText('A.5.1')
  await keyboard.press('n')
  await expect(side.getByRole('heading', { level: 2 })).toContainText('A.5.10')
  await keyboard.press('p')
  await keyboard.press('n')
  for (let step = 0; step < 12 && (await side.locator('[data-decide]').count()) < 2; step++) {
    await keyboard.press('n')
    await page.waitForTimeout(150)
  }
  const open = await side.locator('[data-decide]').count()
  expect(open).toBeGreaterThan(1)
  await keyboard.press('m')
  await keyboard.press('c')
  await expect(side.locator('[data-decide]')).toHaveCount(open - 1)
  await keyboard.press('x')
  await expect(side.locator('[data-decide]')).toHaveCount(open - 2)
  await expect(side.getByRole('listitem').filter({ hasText: 'Rejected' })).toHaveCount(1)
  await side.getByRole('heading', { level: 2 }).click()
  await keyboard.press('z')
  await expect(side.getByRole('listitem').filter({ hasText: 'Rejected' })).toHaveCount(0)
  await keyboard.press('w')
  await keyboard.type('Works as designed.')
  await keyboard.press('Control+Enter')
  await expect(side).toContainText('Prepared by Ana')
  await table.focus()
  await keyboard.press('Escape')
  await expect(side).toBeHidden()
})
