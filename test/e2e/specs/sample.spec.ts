import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { choose, goTo } from '../steps.ts'

test('a stranger explores the sample organisation: collected, told and checked by itself', async ({
  app,
}, info) => {
  test.setTimeout(180_000)
  const { page } = app
  await page.getByRole('button', { name: 'Explore the sample organisation' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Open failures' })).toBeVisible({ timeout: 150_000 })
  await page.screenshot({ path: info.outputPath('overview.png') })

  // What only people know was told: lists, statements, documents of vendors, tags of apps.
  await goTo(app, 'Lists')
  const lists = page.getByRole('grid', { name: 'Lists' })
  await expect(lists.getByRole('row', { name: /Leavers/ })).not.toContainText('not given')
  await goTo(app, 'Vendors')
  await expect(page.getByRole('main')).toContainText('SOC 2')

  // A restricted document leaves only for somebody who signed for it, and the journal keeps who.
  await goTo(app, 'Documents')
  const restricted = page.getByRole('listitem').filter({ hasText: 'restricted' }).first()
  const copy = join(app.folder, 'restricted.pdf')
  await choose(app, copy)
  await restricted.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(restricted.getByRole('radiogroup', { name: 'For whom is the copy?' })).toBeVisible()
  await restricted.getByRole('radio').first().check()
  await page.screenshot({ path: info.outputPath('restricted.png') })
  await restricted.getByRole('button', { name: 'Choose where…' }).click()
  await expect.poll(() => existsSync(copy)).toBe(true)

  await goTo(app, 'Journal')
  const journal = page.getByRole('grid', { name: 'Journal' })
  const saved = journal.getByRole('row', { name: /Copy of a document saved/ })
  await expect(saved).toBeVisible()
  await expect(journal.getByRole('row', { name: /Checks run/ }).first()).toBeVisible({ timeout: 120_000 })
  await expect(journal.getByRole('row', { name: /by Mira Holt/ }).first()).toBeVisible()

  // One entry beside the table tells all that its hash covers.
  await saved.click()
  const side = page.getByRole('complementary', { name: /^Entry \d+$/ })
  await expect(side).toContainText('document.saved')
  await side.getByRole('button', { name: 'Close' }).click()

  await goTo(app, 'Connections')
  await expect(page.getByRole('main')).toContainText('Sample organisation')
})
