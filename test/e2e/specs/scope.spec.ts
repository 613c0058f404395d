import { expect, test } from '../fixtures.ts'
import { checked, goTo } from '../steps.ts'

test('apps are tagged one by one, many at once, by proposal and from a table; the scope is narrowed; all can be taken back', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Scope')
  const table = page.getByRole('grid', { name: 'Apps' })
  const side = page.getByRole('complementary')
  await table.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
  await side.getByRole('combobox', { name: 'Environment' }).click()
  await page.getByRole('option', { name: 'Production' }).click()
  await side.getByRole('combobox', { name: 'Data that it handles' }).click()
  await page.getByRole('option', { name: 'Protected health information' }).click()
  await expect(side).toContainText('only in a Shield Space')
  await side.getByLabel('Owner').fill('Payments team')
  await side.getByRole('button', { name: 'Keep' }).click()
  await expect(side).toContainText('Said by')
  await expect(table.getByRole('row').nth(1)).toContainText('Production')
  await page.screenshot({ path: info.outputPath('one.png') })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(table.getByRole('row').nth(1)).not.toContainText('Production')
  await side.getByRole('button', { name: 'Close' }).click()

  // By keyboard: the first three rows are marked, then chosen.
  await table.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press(' ')
  await expect(side.getByRole('heading', { name: '3 apps chosen' })).toBeVisible()
  await page.getByRole('button', { name: 'Choose all of these' }).click()
  await expect(
    side.getByRole('heading', { name: `${demo.organisation.apps.length} apps chosen` }),
  ).toBeVisible()
  await side.getByRole('combobox', { name: 'Criticality' }).click()
  await page.getByRole('option', { name: 'High' }).click()
  await side.getByRole('button', { name: /^Keep for/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Undo' }).first()).toBeVisible()
  await page.screenshot({ path: info.outputPath('many.png') })
  await page.getByRole('button', { name: 'Choose none' }).click()
  await expect(table.getByRole('row').nth(2)).toContainText('High')

  await page.getByText('Proposals', { exact: true }).click()
  await page.getByRole('button', { name: /^Confirm \d+ proposal/ }).click()
  await expect(page.getByRole('button', { name: 'Confirm 0 proposals' })).toBeDisabled()
  await page.getByText('Apps', { exact: true }).click()
  await expect(table).toContainText('Production')

  const [first] = demo.organisation.apps
  await page.getByRole('button', { name: 'Import tags…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Paste the table').fill('App\tEnvironment\tOwner\nno-such-app\tmoon\tAna')
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(dialog.getByRole('alert')).toContainText('nothing is taken over')
  await page.screenshot({ path: info.outputPath('faults.png') })
  await dialog.getByLabel('Paste the table').fill(`App\tEnvironment\tOwner\n${first?.name}\tstaging\tAna`)
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await dialog.getByRole('button', { name: 'Take over 1 row' }).click()
  await expect(dialog).toBeHidden()
  await page.getByLabel('Search').fill(first?.name ?? '')
  await expect(table.getByRole('row').filter({ hasText: 'Ana' })).toContainText('Staging')

  await page.getByText('Teams and spaces', { exact: true }).click()
  await page.getByRole('group', { name: 'Teams' }).getByRole('checkbox').first().uncheck()
  await expect(page.getByRole('button', { name: 'Keep this scope' })).toBeDisabled()
  await page.getByLabel('Why the rest is left out').fill('Audited apart.')
  await page.getByRole('button', { name: 'Keep this scope' }).click()
  await expect(page.getByText(/^Said by/)).toBeVisible()
  await page.screenshot({ path: info.outputPath('places.png') })
})
