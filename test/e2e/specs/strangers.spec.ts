import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import type { App } from '../launch.ts'
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
  await closeLocker(app)
  await page
    .getByRole('button', { name: /northquay-2026/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await closeLocker(app)
  await choose(app, file)
  await page.getByRole('button', { name: 'Open a locker' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
})

async function closeLocker({ page }: App): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type('Close this')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Evidence Locker' })).toBeVisible()
}
