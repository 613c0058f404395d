import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures.ts'
import type { App } from '../launch.ts'
import { checked, goTo } from '../steps.ts'

async function faultless({ page }: App) {
  const { violations } = await new AxeBuilder({ page } as never).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
}

async function pictures({ page }: App, path: (name: string) => string, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(300)
    await page.screenshot({ path: path(`${name}.${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('frameworks are chosen, one of one’s own is imported and removed, decisions go to the next version', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  const shot = (name: string) => pictures(app, (file) => info.outputPath(file), name)
  await checked(app, demo.tokens.auditor)
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { level: 1, name: 'Frameworks' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Frameworks' })
  const row = (name: string) => table.getByRole('row').filter({ hasText: name })
  await row('Cloud Controls Matrix 4.0.13').getByRole('checkbox').check()
  await row('Cloud Controls Matrix 4.1.0').getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('works with 6 of 11 frameworks')).toBeVisible()
  await row('HIPAA').getByRole('checkbox').click()
  await expect(page.getByText('works with 5 of 11 frameworks')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText('works with 6 of 11 frameworks')).toBeVisible()

  await page.getByRole('button', { name: 'Import one of your own…' }).click()
  const dialog = page.getByRole('dialog')
  const paste = dialog.getByLabel('Paste the table')
  await paste.fill('Id\tTitle\tSame as\nAC-1\tSecond factor\tsoc2-2017:CC99')
  await expect(dialog.getByRole('button', { name: 'Read it' })).toBeDisabled()
  await dialog.getByLabel('Title').fill('Internal controls')
  await expect(dialog).toContainText('Kept as own-internal-controls')
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(dialog.getByRole('alert')).toContainText('soc2-2017:CC99 is no control')
  await paste.fill('Id\tTitle\tSame as\nAC-1\tSecond factor\tsoc2-2017:CC6.1')
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(dialog).toContainText('1 new, 0 changed, 0 removed')
  await expect(table.getByText('Internal controls', { exact: true })).toHaveCount(0)
  await faultless(app)
  await shot('import')
  await dialog.getByRole('button', { name: 'Take over 1 row' }).click()
  await row('Internal controls').getByRole('checkbox').check()
  await expect(page.getByText('works with 7 of 12 frameworks')).toBeVisible()
  await faultless(app)
  await shot('frameworks')
  await page.getByRole('button', { name: 'Remove Internal controls' }).click()
  await expect(page.getByText('works with 6 of 11 frameworks')).toBeVisible()

  await page.getByText('CCM 4.0 to 4.1', { exact: true }).click()
  const translation = page.getByRole('grid', { name: 'Translation' })
  await expect(translation.getByRole('row').nth(1)).toContainText('look')
  await expect(page.getByRole('button', { name: 'Carry my decisions over' })).toBeDisabled()
  await faultless(app)
  await page.evaluate(() => {
    window.location.hash = '#/controls?framework=csa-ccm-4.0.13&control=IAM-14'
  })
  const control = page.getByRole('complementary')
  await expect(control.getByRole('heading', { level: 2 })).toContainText('IAM-14')
  await expect(control.locator('[data-decide]').first()).toBeVisible()
  await page.keyboard.press('C')
  await expect(page.getByRole('status').filter({ hasText: 'confirmed' }).first()).toBeVisible()
  await goTo(app, 'Frameworks')
  await page.getByText('CCM 4.0 to 4.1', { exact: true }).click()
  await page.getByRole('button', { name: 'Carry my decisions over' }).click()
  await expect(page.getByText(/decisions? carried over from csa-ccm-4.0.13 to csa-ccm-4.1.0/)).toBeVisible()
  await shot('translation')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText(/^Taken back: .*carried over/)).toBeVisible()

  await page.getByText('Changed suggestions', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'No suggestion has changed' })).toBeVisible()
  await faultless(app)
  await shot('updates-none')
})

test('events are marked, one and many, the mark is seen beside them, and a month is signed off', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  const shot = (name: string) => pictures(app, (file) => info.outputPath(file), name)
  await checked(app, demo.tokens.auditor)
  await goTo(app, 'Events')
  const events = page.getByRole('grid', { name: 'Events' })
  await events.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
  const side = page.getByRole('complementary')
  await side.getByRole('radiogroup', { name: 'Mark' }).getByText('§').click()
  await expect(side).toContainText('Seen the approval')
  await side.getByLabel('Note').fill('Ticket 4711')
  await side.getByRole('button', { name: 'Mark it' }).click()
  await expect(events.getByRole('row').nth(1).getByRole('gridcell').first()).toHaveText('§')
  await expect(side.getByRole('button', { name: 'Take the mark off' })).toBeVisible()
  await faultless(app)
  await shot('event')
  await side.getByRole('button', { name: 'Close' }).click()
  await events.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Space')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Mark 3 events' })).toBeVisible()
  await faultless(app)
  await shot('mark-many')
  await dialog.getByRole('button', { name: 'Mark 3 events' }).click()
  await expect(dialog).toBeHidden()
  const markOf = (row: number) => events.getByRole('row').nth(row).getByRole('gridcell').first()
  for (const row of [2, 3, 4]) await expect(markOf(row)).toHaveText('✓')
  await expect(markOf(5)).toHaveText('')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(markOf(3)).toHaveText('')

  await page.getByRole('button', { name: 'Sign a month off…' }).click()
  const months = dialog.getByRole('table', { name: 'Months' })
  await expect(months).not.toContainText('signed')
  await dialog.getByRole('textbox', { name: 'On', exact: true }).fill('2020-01-01')
  await expect(dialog).toContainText('The month has not begun then.')
  await dialog.getByRole('textbox', { name: 'On', exact: true }).fill('2026-11-21')
  await dialog.getByLabel('What was looked at').fill('All role changes')
  await dialog.getByRole('button', { name: /^Sign .* off$/ }).click()
  await expect(months.getByRole('row').last()).toContainText('signedBen2026-11-21All role changes')
  await faultless(app)
  await shot('months')
})
