import { expect, test } from '../fixtures.ts'
import { checked, checkedAgain, goTo, later } from '../steps.ts'

test('results are looked at by check and by subject, with their history, and a failure is accepted for a time', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  // One more app stands on a stack that is no longer supported.
  const changed = await later(demo, ({ apps }) => {
    for (const one of apps.filter(({ name }) => name === 'freight-api'))
      (one as { stack: string }).stack = 'heroku-20'
  })
  await checkedAgain(app)
  const side = page.getByRole('complementary')

  await page.getByText('By check', { exact: true }).click()
  const byCheck = page.getByRole('grid', { name: 'Checks' })
  await byCheck.getByRole('row', { name: /PLT-01/ }).click()
  await expect(side.getByRole('heading', { name: /^PLT-01/ })).toBeVisible()
  await expect(side.getByRole('row', { name: /^2, / })).toBeVisible()
  await expect(side.locator('code').first()).toContainText('heroku ')
  await page.screenshot({ path: info.outputPath('by-check.png') })

  await page.getByText('By subject', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Subject' }).fill('freight-api')
  const bySubject = page.getByRole('grid', { name: 'Subjects' })
  await bySubject
    .getByRole('row', { name: /^freight-api \d/ })
    .first()
    .click()
  const result = side.getByRole('link', { name: /^PLT-01/ })
  await expect(
    side.getByRole('region', { name: 'fail' }).getByRole('link', { name: /^PLT-01/ }),
  ).toBeVisible()
  await page.screenshot({ path: info.outputPath('by-subject.png') })
  await result.click()
  await expect(side).toContainText('First seen failing in collection 2')
  await expect(side.getByRole('region', { name: 'History' }).getByRole('listitem').last()).toContainText(
    'Pass',
  )
  await page.screenshot({ path: info.outputPath('history.png') })

  await side.getByLabel('Reason').fill('Moves in January.')
  await side.getByRole('button', { name: 'Accept' }).click()
  await expect(side.getByRole('heading', { name: /^Accepted until/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Exceptions' }).click()
  await page.getByRole('option', { name: 'Accepted' }).click()
  await expect(page.getByRole('grid', { name: 'Results' }).getByRole('row')).toHaveCount(2)
  await goTo(app, 'Overview')
  const failures = page.getByRole('region', { name: 'Open failures' })
  await expect(failures.getByRole('row', { name: /High/ }).getByRole('cell').nth(2)).toHaveText('1')
  await changed.close()
})
