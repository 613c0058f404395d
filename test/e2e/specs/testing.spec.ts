import { writeFileSync } from 'node:fs'
import { expect, test } from '../fixtures.ts'
import { checked, choose, goTo } from '../steps.ts'

test('a sample is drawn by a seed, tested item by item, and comes out again', async ({ app, demo }, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Samples')
  await page.getByRole('button', { name: 'Draw a sample' }).click()
  const form = page.getByRole('form', { name: 'Draw a sample' })
  await form.getByLabel('Name').fill('Releases approved')
  await expect(form.getByRole('status')).toContainText('items, digest')
  await form.getByRole('textbox', { name: 'Size', exact: true }).fill('4')
  await form.getByLabel('Seed').fill('engagement 7')
  await form.getByLabel('Tested for').fill('Approved before release\nTests had passed')
  await page.screenshot({ path: info.outputPath('draw.png') })
  await form.getByRole('button', { name: 'Draw', exact: true }).click()
  const side = page.getByRole('complementary', { name: 'Sample S-1' })
  await expect(side.getByRole('row')).toHaveCount(5)
  const groups = side.getByRole('group', { name: /^A of item/ })
  await groups.first().getByRole('button', { name: 'not met' }).click()
  const grid = page.getByRole('grid', { name: 'Samples' })
  await expect(grid.getByRole('row').nth(1)).toContainText('1 not met')
  // By keys: one chooses and goes on to the next item, another goes back.
  await groups.nth(1).getByRole('button', { name: 'met', exact: true }).focus()
  await page.keyboard.press('m')
  await expect(groups.nth(1).getByRole('button', { name: 'met', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(groups.nth(2).getByRole('button', { name: 'met', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(groups.nth(1).getByRole('button', { name: 'met', exact: true })).toBeFocused()
  await side.getByRole('button', { name: 'Draw it again' }).click()
  await expect(side.getByRole('status')).toContainText('the same 4 items')
  await page.screenshot({ path: info.outputPath('sample.png') })
})

test('people and rights are reviewed by somebody else, row by row and many at once', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Access reviews')
  await page.getByRole('button', { name: 'Open a review' }).click()
  const form = page.getByRole('form', { name: 'Open a review' })
  await expect(form.getByRole('status')).toContainText('rows of people and rights')
  await form.getByLabel('Reviewer').fill('Rae Lind')
  await page.screenshot({ path: info.outputPath('open.png') })
  await form.getByRole('button', { name: 'Open it' }).click()
  const rows = page.getByRole('grid', { name: 'People and rights' })
  await rows.getByRole('row').nth(1).click()
  await page.getByRole('button', { name: /^Revoke/ }).click()
  await expect(rows.getByRole('row').nth(1)).toContainText('revoke')
  await expect(page.getByRole('button', { name: 'Complete it' })).toBeDisabled()
  await page.getByRole('button', { name: /^Keep the/ }).click()
  await page.getByRole('button', { name: 'Complete it' }).click()
  await expect(page.getByRole('button', { name: 'Complete it' })).toBeHidden()
  await page.screenshot({ path: info.outputPath('rows.png') })
  await page.getByRole('button', { name: 'All reviews' }).click()
  await expect(page.getByRole('grid', { name: 'Access reviews' }).getByRole('row').nth(1)).toContainText(
    'completed',
  )
})

test('the client is asked, a finding is raised, and both keep what became of them', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Requests')
  await page.getByRole('button', { name: 'New request' }).click()
  const request = page.getByRole('complementary', { name: 'New request' })
  await request.getByLabel('What is asked for').fill('List of leavers')
  await request.getByLabel('Due').fill('2020-01-31')
  await request.getByRole('button', { name: 'Keep' }).click()
  const list = page.getByRole('grid', { name: 'Requests' })
  await expect(list.getByRole('row').nth(1)).toContainText('late')
  await page.screenshot({ path: info.outputPath('requests.png') })
  await goTo(app, 'Findings')
  await page.getByRole('button', { name: 'New finding' }).click()
  const finding = page.getByRole('complementary', { name: 'New finding' })
  await finding.getByLabel('Title').fill('Leavers keep access')
  await finding.getByRole('combobox', { name: 'State' }).click()
  await page.getByRole('option', { name: 'answered' }).click()
  await expect(finding).toContainText('needs the response of management')
  await expect(finding.getByRole('button', { name: 'Keep' })).toBeDisabled()
  await finding.getByLabel('Response of management').fill('Access ends with the contract from May on.')
  await page.screenshot({ path: info.outputPath('finding.png') })
  await finding.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('grid', { name: 'Findings' }).getByRole('row').nth(1)).toContainText('answered')
})

test('a vendor document gets its review sheet; a review note keeps the reviewer from signing', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  const file = `${app.folder}/bridge.txt`
  writeFileSync(file, 'A bridge letter.\n')
  await goTo(app, 'Documents')
  await choose(app, file)
  await page.getByRole('button', { name: 'Attach a file…' }).click()
  await page.getByRole('button', { name: 'Attach', exact: true }).click()
  await goTo(app, 'Vendors')
  await page.getByRole('grid', { name: 'Vendor documents' }).getByRole('row').nth(1).click()
  const side = page.getByRole('complementary', { name: /^Review sheet of/ })
  await side.getByRole('combobox', { name: 'Kind of document' }).click()
  await page.getByRole('option', { name: 'Bridge letter' }).click()
  // Whose it is is never guessed.
  await side.getByRole('button', { name: 'Keep the sheet' }).click()
  await expect(side.getByRole('alert')).toContainText('whose document')
  await side.getByLabel('Vendor').fill('Heroku (Salesforce)')
  await side.getByLabel('From').fill('2026-10-01')
  await side.getByLabel('To', { exact: true }).fill('2026-09-01')
  await side.getByRole('button', { name: 'Keep the sheet' }).click()
  await expect(side.getByRole('alert')).toContainText('the bridge letter ends before it begins')
  await expect(side.getByLabel('From')).toHaveValue('2026-10-01')
  await side.getByLabel('To', { exact: true }).fill('2026-12-01')
  await side.getByRole('button', { name: 'Keep the sheet' }).click()
  await expect(page.getByRole('grid', { name: 'Vendor documents' }).getByRole('row').nth(1)).toContainText(
    'filled in',
  )
  await page.screenshot({ path: info.outputPath('vendors.png') })

  await page.evaluate(() => {
    window.location.hash = '#/controls?framework=soc2-2017&control=CC6.1'
  })
  const control = page.getByRole('complementary', { name: 'Control CC6.1' })
  await control.getByLabel('What we conclude, and on what').fill('Members have a second factor.')
  await control.getByRole('button', { name: 'Conclude', exact: true }).click()
  const notes = control.getByRole('region', { name: 'Notes' })
  await notes.getByLabel('Your name').fill('Rae Lind')
  await notes.getByLabel('Note', { exact: true }).fill('Where is the list of exemptions?')
  await notes.getByLabel(/^Review note/).check()
  await notes.getByRole('button', { name: 'Write it' }).click()
  await expect(notes.getByRole('listitem')).toContainText('Where is the list')
  await control.getByLabel('Reviewed by').fill('Rae Lind')
  await control.getByRole('button', { name: 'Sign off' }).click()
  await expect(page.getByText(/CC6.1 has 1 open review note/)).toBeVisible()
  await page.screenshot({ path: info.outputPath('note.png') })
  await notes.getByRole('button', { name: 'Close' }).click()
  await expect(notes.getByRole('listitem')).toContainText('closed')
  await control.getByRole('button', { name: 'Sign off' }).click()
  await expect(control).toContainText('Reviewed by Rae Lind')
})
