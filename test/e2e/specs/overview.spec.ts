import { expect, test } from '../fixtures.ts'
import { checked, goTo } from '../steps.ts'

test('every number of the overview leads to as many rows', async ({ app, demo }, info) => {
  const { page } = app
  await checked(app, demo.tokens.auditor)
  await page.screenshot({ path: info.outputPath('overview.png') })

  /** Follows a number and counts the rows of the table that it leads to. */
  async function follows(region: string, row: RegExp, cell: number, table: string): Promise<void> {
    await goTo(app, 'Overview')
    const line = page.getByRole('region', { name: region }).getByRole('row', { name: row })
    const link = line.getByRole('cell').nth(cell).getByRole('link')
    const number = Number((await link.innerText()).replaceAll(',', ''))
    expect(number).toBeGreaterThan(0)
    await link.click()
    await expect(page.getByRole('grid', { name: table })).toHaveAttribute('aria-rowcount', String(number + 1))
  }

  await follows('Open failures', /Critical/, 1, 'Results')
  await follows('Open failures', /High/, 3, 'Results')
  await follows('SOC 2: Trust Services Criteria', /CC6 /, 2, 'Controls')
  await follows('SOC 2: Trust Services Criteria', /CC7 /, 3, 'Controls')
  await follows('ISO/IEC 27001:2022', /A\.8 /, 3, 'Controls')
  await follows('Open work', /HIPAA/, 1, 'Controls')

  await goTo(app, 'Overview')
  const work = page.getByRole('region', { name: 'Open work' }).getByRole('row', { name: /SOC 2/ })
  const toDecide = await work.getByRole('cell').first().innerText()
  await work.getByRole('cell').first().getByRole('link').click()
  await expect(page.getByRole('button', { name: `${toDecide} suggestions here…` })).toBeVisible()
  await goTo(app, 'Overview')
  await page
    .getByRole('region', { name: 'Freshness' })
    .getByText(/\d+ topics/)
    .click()
  const releases = page.getByRole('region', { name: 'Freshness' }).getByRole('row', { name: /^Releases/ })
  await expect(releases).toContainText('just now')
})
