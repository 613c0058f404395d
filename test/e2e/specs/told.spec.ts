import { expect, test } from '../fixtures.ts'
import { checked, goTo } from '../steps.ts'

test('a list is pasted, mended, added to by proposal and taken back; that there is none is said', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Lists')
  const lists = page.getByRole('grid', { name: 'Lists' })
  await page.getByLabel('Search', { exact: true }).fill('log hosts')
  await lists.getByRole('row').nth(1).click()
  const side = page.getByRole('complementary')
  await expect(side).toContainText('Nobody gave it yet')
  await side.getByRole('button', { name: 'Paste or import…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Paste the table').fill('Host\tOwner\nnot a host!\tAna')
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Row 2')
  await page.screenshot({ path: info.outputPath('faults.png') })
  await dialog.getByLabel('Paste the table').fill('Host\tOwner\nlogs.northquay.example\tAna')
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await dialog.getByRole('button', { name: 'Take over 1 row' }).click()
  await expect(dialog).toBeHidden()
  await expect(side).toContainText('1 row, supplied by Ana')
  await expect(side.getByRole('row').filter({ hasText: 'logs.northquay.example' })).toBeVisible()
  await page.screenshot({ path: info.outputPath('list.png') })
  await side.getByRole('button', { name: 'Remove row 1' }).click()
  await expect(side).toContainText('0 rows')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(side).toContainText('1 row, supplied by Ana')
  await side.getByRole('button', { name: 'Take it back' }).click()
  await expect(side).toContainText('Nobody gave it yet')
  await side.getByRole('button', { name: 'There is none' }).click()
  await expect(side).toContainText('0 rows')
  await expect(lists.getByRole('row').nth(1)).toContainText('none')
})

test('what no API tells is stated by a person, holds for a time, and can be withdrawn', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Attestations')
  await page.getByLabel('Search', { exact: true }).fill('recording of sessions')
  const table = page.getByRole('grid', { name: 'Attestations' })
  await expect(table.getByRole('row').nth(1)).toContainText('not stated')
  await table.getByRole('row').nth(1).click()
  const side = page.getByRole('complementary')
  await side.getByLabel('Statement').fill('Heroku support told the state of the Shield Spaces on 2026-11-02.')
  await side.getByLabel('Until').fill('2020-01-01')
  await expect(side).toContainText('It ends before it begins.')
  await expect(side.getByRole('button', { name: 'State it' })).toBeDisabled()
  await side.getByLabel('As of').fill('2026-11-02')
  await expect(side.getByLabel('Until')).toHaveValue('2027-11-02')
  await side.getByRole('button', { name: 'State it' }).click()
  await expect(side.getByRole('listitem')).toContainText('Ana, as of 2026-11-02, until 2027-11-02')
  await expect(table.getByRole('row').nth(1)).toContainText('holds')
  await page.screenshot({ path: info.outputPath('attestation.png') })
  await side.getByRole('button', { name: 'Withdraw' }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('not stated')
})
