import { expect, test } from '../fixtures.ts'
import { checked, checkedAgain, goTo, later } from '../steps.ts'

test('what changed between two collections, field by field', async ({ app, demo }, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Changes')
  await expect(page.getByRole('heading', { name: 'One collection so far' })).toBeVisible()
  const changed = await later(demo, ({ apps }) => {
    ;(apps[0] as { stack: string }).stack = 'heroku-26'
  })
  const name = changed.organisation.apps[0]?.name ?? ''
  await checkedAgain(app)
  await goTo(app, 'Changes')
  await page.getByRole('button', { name: /\d+ changed$/ }).click()
  await page.getByRole('combobox', { name: 'Topic' }).click()
  await page.getByRole('option', { name: 'Apps', exact: true }).click()
  const table = page.getByRole('grid', { name: 'Changes' })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table.getByRole('row').nth(1)).toContainText('heroku-26')
  await table.getByRole('row').nth(1).click()
  const side = page.getByRole('complementary', { name: `Change of ${name}` })
  await expect(side.getByRole('row').filter({ hasText: 'heroku-26' })).toContainText('stack')
  await page.screenshot({ path: info.outputPath('changes.png') })
  await side.getByRole('link').last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Evidence' })).toBeVisible()
  await changed.close()
})
