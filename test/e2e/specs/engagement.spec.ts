import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { checkedAgain, choose, collected, goTo } from '../steps.ts'

const CONTROL = '#/controls?framework=soc2-2017&control=CC8.1'

test('one engagement from scope to export: collect, scope, check, supply, map, sample, raise, conclude, review by another, export', async ({
  app,
  demo,
}, info) => {
  test.setTimeout(240_000)
  const { page } = app
  const side = page.getByRole('complementary')
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  await collected(app, demo.tokens.auditor)

  // Scope: what the apps are for, as their pipelines suggest it; one is told by hand.
  await goTo(app, 'Scope')
  await page.getByText('Proposals', { exact: true }).click()
  await page.getByRole('button', { name: /^Confirm \d+ proposal/ }).click()
  await expect(page.getByRole('button', { name: 'Confirm 0 proposals' })).toBeDisabled()
  await picture('1-scope')

  // Check: what has no answer leads to where it is supplied.
  await goTo(app, 'Checks')
  await page.getByRole('button', { name: 'Run the checks' }).click()
  const results = page.getByRole('grid', { name: 'Results' })
  await expect(results.getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 })
  await page.evaluate(() => {
    window.location.hash = '#/checks?check=LOG-04&answer=not-evaluated'
  })
  await results.getByRole('row').nth(1).click()
  const ways = side.getByRole('region', { name: 'To get an answer' })
  await expect(ways.getByRole('listitem')).toHaveText(['Give the list of approved log hosts.'])
  await picture('2-not-evaluated')
  await ways.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lists' })).toBeVisible()
  await expect(side).toContainText('Nobody gave it yet')
  await side.getByRole('button', { name: 'Paste or import…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Paste the table').fill('Host\tOwner\n*.papertrailapp.example\tAna')
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await dialog.getByRole('button', { name: 'Take over 1 row' }).click()
  await expect(dialog).toBeHidden()
  await checkedAgain(app)
  await page.evaluate(() => {
    window.location.hash = '#/checks?check=LOG-04&answer=not-evaluated'
  })
  await expect(page.getByText('No result here')).toBeVisible()

  // Over the period: two collections of one day show something, and the gap is told.
  await page.getByText('Period', { exact: true }).click()
  await expect(
    page.getByRole('status').filter({ hasText: '2 collections in the audit period' }),
  ).toBeVisible()
  const period = page.getByRole('grid', { name: 'Over the period' })
  await expect(period.getByRole('row', { name: /IDN-01/ })).toContainText(/Exceptions|Not shown|Operated/)
  await picture('3-period')

  // Map: the suggestions of a control, all at once, with the reason.
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, CONTROL)
  const control = page.getByRole('complementary', { name: 'Control CC8.1' })
  await expect(control.locator('.mapping').first()).toContainText('Suggested')
  await page.getByLabel('Number or words').fill('CC8.1')
  await page.getByRole('button', { name: /suggestions? here…/ }).click()
  await page.getByLabel('Why', { exact: true }).fill('Read with the platform team.')
  await picture('4-map')
  await page.getByRole('button', { name: 'Confirm all' }).click()
  await expect(control.locator('.mapping').first()).toContainText('Confirmed')
  await expect(control.locator('.mapping').first()).toContainText('Read with the platform team.')

  // Sample: drawn for the control, one item not met, the others met in one act.
  await control.getByRole('link', { name: 'Draw a sample' }).click()
  const draw = page.getByRole('form', { name: 'Draw a sample' })
  await expect(draw.getByLabel('For control')).toHaveValue('soc2-2017:CC8.1')
  await draw.getByLabel('Name').fill('Releases approved')
  await draw.getByRole('textbox', { name: 'Size', exact: true }).fill('5')
  await draw.getByLabel('Seed').fill('northquay 2026')
  await draw.getByLabel('Tested for').fill('Approved before release')
  await draw.getByRole('button', { name: 'Draw', exact: true }).click()
  const sample = page.getByRole('complementary', { name: 'Sample S-1' })
  await sample
    .getByRole('group', { name: /^A of item/ })
    .first()
    .getByRole('button', { name: 'not met' })
    .click()
  await sample.getByRole('button', { name: 'Met by the other 4 items' }).click()
  await expect(sample.getByRole('button', { name: /^Met by/ })).toBeHidden()
  await picture('5-sample')

  // Finding: raised for the control that it is about.
  await sample.getByRole('link', { name: /CC8\.1/ }).click()
  await expect(control.getByRole('region', { name: 'Work of people' })).toContainText('1 exception')
  await control.getByRole('link', { name: 'Raise a finding' }).click()
  const finding = page.getByRole('complementary', { name: 'New finding' })
  await expect(finding.getByLabel('Controls')).toHaveValue('soc2-2017:CC8.1')
  await finding.getByLabel('Title').fill('A release without approval')
  await finding.getByLabel('Owner').fill('Platform team')
  await finding.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('grid', { name: 'Findings' }).getByRole('row').nth(1)).toContainText(
    'A release',
  )

  // Conclude, and be reviewed by somebody else.
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, CONTROL)
  await expect(control.getByRole('region', { name: 'Work of people' })).toContainText(
    'A release without approval',
  )
  await control.getByRole('combobox', { name: 'Design' }).click()
  await page.getByRole('option', { name: 'Effective', exact: true }).click()
  await control.getByRole('combobox', { name: 'Operation' }).click()
  await page.getByRole('option', { name: 'Not effective' }).click()
  await control.getByLabel('What we conclude, and on what').fill('4 of 5 releases were approved (S-1).')
  await control.getByRole('button', { name: 'Conclude', exact: true }).click()
  await expect(control).toContainText('Prepared by Ana')
  await control.getByRole('button', { name: 'Sign off' }).click()
  await expect(control).toContainText('Reviewed by Ben')
  await picture('6-reviewed')

  await goTo(app, 'Export')
  const file = join(app.folder, 'northquay.xlsx')
  await choose(app, file)
  await page.getByRole('button', { name: 'Export a workbook…' }).click()
  await expect(page.getByRole('region', { name: 'Finished export' })).toBeVisible({ timeout: 60_000 })
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  await picture('7-export')
})
