import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { checked, choose, goTo } from '../steps.ts'

test('a report is attached, described, saved again byte for byte, and removed', async ({ app, demo }) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  const report = join(app.folder, 'soc2.pdf')
  writeFileSync(report, Buffer.alloc(3_000_000, 'report'))
  await goTo(app, 'Documents')
  await choose(app, report)
  await page.getByRole('button', { name: 'Attach a file…' }).click()
  await page.getByLabel('Title').fill('SOC 2 report of Heroku')
  await page.getByLabel('From', { exact: true }).fill('2026-05-01')
  await page.getByLabel('To', { exact: true }).fill('2026-01-01')
  await expect(page.getByText('It ends before it begins.')).toBeVisible()
  await page.getByLabel('To', { exact: true }).fill('2026-12-31')
  await page.getByRole('button', { name: 'Attach', exact: true }).click()
  const row = page.getByText('SOC 2 report of Heroku').first()
  await expect(row).toBeVisible()
  await row.click()
  const copy = join(app.folder, 'copy.pdf')
  await choose(app, copy)
  await page
    .getByRole('button', { name: /Save a copy/ })
    .first()
    .click()
  await expect.poll(() => existsSync(copy)).toBe(true)
  expect(readFileSync(copy).equals(readFileSync(report))).toBe(true)
})

test('a workbook is exported, and its folder opened', async ({ app, demo }) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  const file = join(app.folder, 'northquay.xlsx')
  await goTo(app, 'Export')
  await choose(app, null)
  await page.getByRole('button', { name: 'Export a workbook…' }).click()
  await expect(page.getByRole('region', { name: 'Finished export' })).toBeHidden()
  await choose(app, file)
  await page.getByRole('button', { name: 'Export a workbook…' }).click()
  await expect(page.getByRole('region', { name: 'Finished export' })).toBeVisible({ timeout: 60_000 })
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  await page.getByRole('button', { name: 'Show in its folder' }).click()
  if (app.standin)
    await expect
      .poll(() =>
        app.evaluate(({ standin }) =>
          standin.asked().some(({ what }: { what: string }) => what === 'showItemInFolder'),
        ),
      )
      .toBe(true)
})

test('the events that a filter shows go into a file for a spreadsheet', async ({ app, demo }) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  const file = join(app.folder, 'events.csv')
  await goTo(app, 'Events')
  const count = page.locator('.table-count')
  await expect(count).toHaveText(/^\d+ events\b/)
  const all = await count.innerText()
  await page.getByLabel('Search').fill('code_release')
  await expect(count).not.toHaveText(all)
  const shown = Number((await page.locator('.table-count').innerText()).split(' ')[0]?.replace(',', ''))
  await choose(app, file)
  await page.getByRole('button', { name: 'Export these' }).click()
  await expect.poll(() => existsSync(file)).toBe(true)
  expect(readFileSync(file, 'utf8').trimEnd().split('\r\n').length - 1).toBe(shown)
})
