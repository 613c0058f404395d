import { expect, test } from '../fixtures.ts'
import { checked, checkedAgain, goTo, later } from '../steps.ts'

test('evidence is narrowed by app, control and collection; an item tells what changed and where it is used', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  const changed = await later(demo, ({ apps }) => {
    ;(apps[0] as { stack: string }).stack = 'heroku-26'
  })
  const first = { name: changed.organisation.apps[0]?.name ?? '' }
  await checkedAgain(app)

  await goTo(app, 'Evidence')
  const table = page.getByRole('grid', { name: 'Evidence' })
  await page.getByRole('combobox', { name: 'App' }).fill(first.name)
  await page.getByRole('option', { name: first.name, exact: true }).click()
  await page.getByRole('combobox', { name: 'Topic' }).fill('apps')
  await page.getByRole('option', { name: /^Apps \(/ }).click()
  await expect(table.getByRole('row')).toHaveCount(2)
  await table.getByRole('row').nth(1).click()
  const side = page.getByRole('complementary')
  await expect(side.getByRole('heading', { name: first.name })).toBeVisible()
  await side.getByText('Changes', { exact: true }).click()
  await expect(side).toContainText('It was different in collection 1')
  await expect(side.getByRole('row').filter({ hasText: 'stack' }).last()).toContainText('heroku-26')
  await page.screenshot({ path: info.outputPath('changes.png') })

  await side.getByText('Used in', { exact: true }).click()
  await expect(side.getByRole('heading', { name: 'SOC 2 (TSC 2017, revised 2022)' })).toBeVisible()
  await expect(side.getByRole('link', { name: /^[A-Z]{3}-\d\d / }).first()).toBeVisible()
  await page.screenshot({ path: info.outputPath('uses.png') })

  await page.getByRole('button', { name: 'Clear all' }).click()
  await page.getByRole('combobox', { name: 'Control' }).click()
  await page.getByRole('combobox', { name: 'Control' }).fill('CC6.1')
  await page
    .getByRole('option', { name: /^CC6\.1 / })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Subject' }).fill('viktor')
  await expect(table.getByRole('row').nth(1)).toContainText('viktor.sandoval')
  await page.getByRole('button', { name: /^Time/ }).click()
  await page.getByRole('combobox', { name: 'Collection' }).click()
  await page.getByRole('option', { name: /^No\. 1/ }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Time: Collection 1' })).toBeVisible()
  await expect(table.getByRole('row').nth(1)).toContainText('viktor.sandoval')
  await page.getByRole('textbox', { name: 'Subject' }).fill('nobody of that name')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await page.screenshot({ path: info.outputPath('nothing.png') })
  await changed.close()
})
