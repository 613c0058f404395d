import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { type App, launch } from '../launch.ts'
import { choose, dropFile, goTo, newEngagement } from '../steps.ts'

test('a dropped file that is no locker costs nothing: one sentence, what was typed stays, the locker stays open', async ({
  app,
}) => {
  const { page } = app
  await newEngagement(app)
  await page.getByLabel('Label').fill('half typed')
  const picture = join(app.folder, 'holiday.jpg')
  writeFileSync(picture, 'this is a picture of a beach, not a locker at all')
  await dropFile(app, picture)
  await expect(page.getByRole('alert')).toContainText('holiday.jpg is not a locker')
  await expect(page.getByRole('alert')).toContainText('Choose a file that Evidence Locker made.')
  await expect(page.getByLabel('Label')).toHaveValue('half typed')
  await goTo(app, 'Journal')
  await expect(page.getByRole('grid', { name: 'Journal' })).toContainText('Locker made')
})

test('another locker takes the place of the open one only when the person says so', async ({ app }) => {
  const { page } = app
  const { file } = await newEngagement(app)
  const other = join(app.folder, 'copy.locker')
  copyFileSync(file, other)
  await page.getByLabel('Label').fill('half typed')
  await dropFile(app, other)
  const asked = page.getByRole('dialog', { name: 'Open copy.locker?' })
  await expect(asked).toContainText('The locker of Northquay is closed for it.')
  await asked.getByRole('button', { name: 'Leave it' }).click()
  await expect(page.getByLabel('Label')).toHaveValue('half typed')
  await handOver(app, other)
  await asked.getByRole('button', { name: 'Open it' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
})

test('a double click on a locker starts the app with it; what is none is told on the start screen', async ({
  app,
}) => {
  const { file, recoveryKey } = await newEngagement(app)
  const copy = join(app.folder, 'double-clicked.locker')
  copyFileSync(file, copy)
  // Another computer: another folder, another keychain.
  const second = await launch({ words: [copy] })
  try {
    const { page } = second
    await page.getByRole('textbox', { name: 'Recovery key of double-clicked.locker' }).fill(recoveryKey)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  } finally {
    await second.close()
  }
  const note = join(app.folder, 'note.locker')
  writeFileSync(note, 'not a locker')
  const third = await launch({ words: [note] })
  try {
    await expect(third.page.getByRole('alert')).toContainText('note.locker is not a locker')
    await expect(third.page.getByRole('button', { name: 'New engagement' })).toBeVisible()
  } finally {
    await third.close()
  }
})

test('a locker that is open in another window is refused with what to do', async ({ app }) => {
  const { file, recoveryKey } = await newEngagement(app)
  const second = await launch()
  try {
    const { page } = second
    await choose(second, file)
    await page.getByRole('button', { name: 'Open a locker' }).click()
    await page.getByRole('textbox', { name: /Recovery key of/ }).fill(recoveryKey)
    await page.keyboard.press('Enter')
    const refusal = page.getByRole('alert').filter({ hasText: 'is open in another window or command' })
    await expect(refusal).toContainText('Close it there and try again.')
    await expect(page.getByRole('textbox', { name: /Recovery key of/ })).toHaveValue(recoveryKey)
  } finally {
    await second.close()
  }
  await goTo(app, 'Journal')
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

/** The system hands a file over, as it does for a double click while the app runs. */
async function handOver(app: App, path: string): Promise<void> {
  await app.evaluate(({ app: shell }, path) => shell.emit('open-file', { preventDefault() {} }, path), path)
}
