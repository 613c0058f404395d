import { expect, test } from '../fixtures.ts'
import { checked, goTo } from '../steps.ts'

test('a control: a mapping confirmed by key and taken back, one added, a conclusion signed off by somebody else', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Controls')
  await page.getByText('SOC 2', { exact: true }).click()
  await page.getByLabel('Number or words').fill('CC6.1')
  await page.getByRole('grid', { name: 'Controls' }).getByText('CC6.1').click()
  const side = page.getByRole('complementary')
  const mapping = side.getByRole('listitem').filter({ hasText: 'Second factors' })
  await expect(mapping).toContainText('Suggested')
  await mapping.getByRole('link').focus()
  await page.keyboard.press('c')
  await expect(mapping).toContainText('Confirmed')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(mapping).toContainText('Suggested')
  await mapping.getByRole('button', { name: 'Reject Second factors' }).click()
  await expect(mapping).toContainText('Rejected')

  await side.getByLabel('Add a topic').click()
  await page.getByRole('option').first().click()
  await side.getByLabel('Why it speaks to this control').fill('It shows who may change it.')
  await side.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(side.getByRole('listitem').filter({ hasText: 'Added' })).toHaveCount(1)

  await side.getByLabel('What we conclude, and on what').fill('Works as designed.')
  await side.getByRole('button', { name: 'Conclude' }).click()
  await expect(side).toContainText('Prepared by Ana')
  await side.getByLabel('Reviewed by').fill('Ana')
  await side.getByRole('button', { name: 'Sign off' }).click()
  await expect(page.getByRole('alert')).toContainText('Ana prepared this conclusion')
  await side.getByLabel('Reviewed by').fill('Ben')
  await side.getByRole('button', { name: 'Sign off' }).click()
  await expect(side).toContainText('Reviewed by Ben')
  await mapping.getByRole('button', { name: 'Confirm Second factors' }).click()
  await expect(mapping).toContainText('Confirmed')
  await page.screenshot({ path: info.outputPath('control.png') })
  await goTo(app, 'Journal')
  const journal = page.getByRole('grid', { name: 'Journal' })
  await expect(journal.getByRole('row').nth(1)).toBeVisible()
  await expect(journal).toContainText('CC6.1 reviewed')

  // What was decided there speaks for other frameworks too, and is taken over with one click.
  await goTo(app, 'Controls')
  await page.getByText('ISO 27001', { exact: true }).click()
  await page.getByLabel('Number or words').fill('A.8.5')
  await page.getByRole('grid', { name: 'Controls' }).getByText('A.8.5').click()
  await expect(side).toContainText('Heroku')
  const implied = side.getByRole('region', { name: 'Decided for other frameworks' })
  await implied.getByRole('listitem').filter({ hasText: 'Second factors' }).getByRole('button').click()
  await expect(side.locator('.mapping').filter({ hasText: 'Second factors' })).toContainText('Confirmed')
  await expect(side.locator('.mapping').filter({ hasText: 'Second factors' })).toContainText(
    'As decided for SOC 2',
  )
  await page.screenshot({ path: info.outputPath('implied.png') })
})
