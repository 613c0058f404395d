import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { choose, goTo, newEngagement } from '../steps.ts'

test('a dropped file that is no locker costs nothing: one sentence, and the open locker stays open', async ({
  app,
}) => {
  const { page } = app
  await newEngagement(app)
  const stranger = join(app.folder, 'holiday.locker')
  writeFileSync(stranger, 'this is a picture of a beach, not a locker at all')
  await app.evaluate(
    ({ app: shell }, path) => shell.emit('open-file', { preventDefault() {} }, path),
    stranger,
  )
  await expect(page.getByRole('alert')).toContainText(/holiday\.locker|no key|locker/)
  await goTo(app, 'Journal')
  await expect(page.getByRole('grid', { name: 'Journal' })).toContainText('locker.')
})

test('a locker is opened again from the list, and from another folder', async ({ app }) => {
  const { page } = app
  const { file } = await newEngagement(app)
  await page.evaluate(() =>
    (window as unknown as { api: Record<string, (input: unknown) => Promise<unknown>> }).api[
      'locker:close'
    ]?.({}),
  )
  await expect(page.getByRole('heading', { name: 'Evidence Locker' })).toBeVisible()
  await page
    .getByRole('button', { name: /northquay-2026/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await page.evaluate(() =>
    (window as unknown as { api: Record<string, (input: unknown) => Promise<unknown>> }).api[
      'locker:close'
    ]?.({}),
  )
  await choose(app, file)
  await page.getByRole('button', { name: 'Open a locker' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
})
