import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import type { App } from '../launch.ts'
import { checked, choose, goTo, newEngagement } from '../steps.ts'

test('a token is pasted with spaces, line breaks and signs without width, and works', async ({
  app,
  demo,
}) => {
  const { page } = app
  await newEngagement(app)
  const token = demo.tokens.auditor
  await page.getByLabel('Label').fill('audit')
  await page
    .getByLabel('Token', { exact: true })
    .fill(`\u00a0 ${token.slice(0, 9)}\r\n\t${token.slice(9, 30)}\u200b${token.slice(30)}\n`)
  await page.getByRole('button', { name: 'Try the token' }).click()
  await page.getByRole('button', { name: 'Keep this connection' }).click()
  await expect(page.getByRole('button', { name: 'Rename audit' })).toBeVisible()
})

test('dates the wrong way round are told beside the field, before anything is asked for', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'New engagement' }).click()
  await page.getByLabel('Organisation').fill('Northquay')
  await page.getByLabel('Prepared by').fill('Ana')
  await page.getByLabel('First day').fill('2026-12-31')
  await page.getByLabel('Last day').fill('2026-01-01')
  await page.getByRole('button', { name: 'Choose where the locker lies…' }).click()
  await expect(page.getByText('The period ends before it starts.')).toBeVisible()
  await expect(page.getByLabel('Organisation')).toHaveValue('Northquay')
  await page.getByLabel('First day').fill('2026-01-01')
  await page.getByLabel('Last day').fill('2026-12-31')
  await choose(app, join(app.folder, 'a.locker'))
  await page.getByRole('button', { name: 'Choose where the locker lies…' }).click()
  await page.getByLabel('I have stored it').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await goTo(app, 'Events')
  await page.getByLabel('From', { exact: true }).fill('2026-11-01')
  await page.getByLabel('To', { exact: true }).fill('2026-10-01')
  await expect(page.getByText('It ends before it begins.')).toBeVisible()
})

/** Puts a long text on the clipboard as a person does: selected in a field, and copied. */
async function copyLongText({ page }: App, length: number): Promise<void> {
  await page.evaluate((n) => {
    const field = document.createElement('textarea')
    field.id = 'long-text'
    field.value = 'word '.repeat(n / 5)
    document.body.append(field)
    field.focus()
    field.select()
  }, length)
  await page.keyboard.press('Control+c')
  await page.evaluate(() => document.getElementById('long-text')?.remove())
}

test('ten megabytes pasted into a note are refused in one sentence; what was typed stays', async ({
  app,
}) => {
  const { page } = app
  await newEngagement(app)
  const report = join(app.folder, 'soc2.pdf')
  writeFileSync(report, 'report')
  await goTo(app, 'Documents')
  await choose(app, report)
  await page.getByRole('button', { name: 'Attach a file…' }).click()
  const notes = page.getByLabel('Notes')
  await notes.fill('Type II, ')
  await copyLongText(app, 10_000_000)
  await notes.focus()
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('alert')).toContainText('The text to paste has 10,000,000 characters')
  await expect(page.getByRole('alert')).toContainText('attach it as a document')
  await expect(notes).toHaveValue('Type II, ')
  await copyLongText(app, 100)
  await notes.focus()
  await page.keyboard.press('Control+v')
  await expect(notes).toHaveValue(`Type II, ${'word '.repeat(20)}`)
})

/** A file that takes no room on the disk. */
function sparse(file: string, bytes: number): string {
  const descriptor = openSync(file, 'w')
  ftruncateSync(descriptor, bytes)
  closeSync(descriptor)
  return file
}

test('an attachment of 4 GB is refused with what to do instead; what was typed about it stays', async ({
  app,
}) => {
  const { page } = app
  await newEngagement(app)
  await goTo(app, 'Documents')
  await choose(app, sparse(join(app.folder, 'recording.mp4'), 4 * 1024 ** 3))
  await page.getByRole('button', { name: 'Attach a file…' }).click()
  await page.getByLabel('Title').fill('Recording of the walk-through')
  await page.getByRole('button', { name: 'Attach', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(
    'The file recording.mp4 has 4295 MB, more than the 537 MB',
  )
  await expect(page.getByRole('alert')).toContainText('Attach an extract')
  await expect(page.getByLabel('Title')).toHaveValue('Recording of the walk-through')
})

test('while a large attachment comes in, questions are answered; cancelled, it leaves nothing', async ({
  app,
}) => {
  const { page } = app
  await newEngagement(app)
  await goTo(app, 'Documents')
  await choose(app, sparse(join(app.folder, 'large.bin'), 500_000_000))
  await page.getByRole('button', { name: 'Attach a file…' }).click()
  await page.getByRole('button', { name: 'Attach', exact: true }).click()
  const cancel = page.getByRole('button', { name: 'Cancel attaching' })
  await expect(cancel).toBeVisible()
  await goTo(app, 'Journal')
  await expect(page.getByRole('grid', { name: 'Journal' })).toContainText('Locker made')
  // The journal was read while the file was still coming in.
  await cancel.click()
  await expect(cancel).toBeHidden()
  await goTo(app, 'Documents')
  // What was typed about the file is still there; whoever leaves it finds nothing attached.
  const form = page.getByRole('region', { name: 'Attach large.bin' })
  await expect(form.getByLabel('Title')).toHaveValue('large')
  await form.getByRole('button', { name: 'Leave it' }).click()
  await expect(page.getByText('No document yet')).toBeVisible()
})

test('a disk that fills during an export: one sentence, nothing half written, and another place works', async ({
  app,
  demo,
}, info) => {
  const small = join(app.folder, 'small-disk')
  mkdirSync(small)
  const mounts = process.getuid?.() === 0 && mounted(small)
  info.skip(!mounts, 'makes a small disk, which takes the rights of root')
  try {
    const { page } = app
    await checked(app, demo.tokens.auditor)
    await goTo(app, 'Export')
    await choose(app, join(small, 'workbook.xlsx'))
    await page.getByRole('button', { name: 'Export a workbook…' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('There is no space left', { timeout: 60_000 })
    await expect(alert).toContainText('Free some space and try again')
    await page.screenshot({ path: info.outputPath('disk-full.png') })
    expect(readdirSync(small)).toEqual([])
    const elsewhere = join(app.folder, 'workbook.xlsx')
    await choose(app, elsewhere)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('region', { name: 'Finished export' })).toBeVisible({ timeout: 60_000 })
    expect(existsSync(elsewhere)).toBe(true)
  } finally {
    execFileSync('umount', ['-l', small])
  }
})

function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('the core dies while somebody types: the text stays, and can be kept', async ({ app, demo }, info) => {
  info.skip(!app.standin, 'kills a process by the stand-in')
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await openControl(app)
  const text = page.getByLabel('What we conclude, and on what')
  await text.fill('Works as designed, as seen in')
  await app.evaluate(({ standin }) => standin.kill('core'))
  await expect(page.getByRole('alert').first()).toContainText('stopped unexpectedly')
  await expect(page.getByText('is being restarted')).toBeHidden()
  await expect(text).toHaveValue('Works as designed, as seen in')
  await page.getByRole('button', { name: 'Conclude' }).click()
  await expect(page.getByRole('complementary')).toContainText('Prepared by Ana')
})

/** A control with its conclusion beside the table. */
async function openControl({ page }: App): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/controls?framework=soc2-2017&control=CC6.1'
  })
  await expect(page.getByLabel('What we conclude, and on what')).toBeVisible()
}
