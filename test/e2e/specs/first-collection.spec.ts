import { expect, test } from '../fixtures.ts'
import { connect, goTo, newEngagement } from '../steps.ts'

test('from nothing to an overview: an engagement, a token, a collection, the checks', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await page.screenshot({ path: info.outputPath('1-start.png') })
  await newEngagement(app)
  await page
    .getByLabel('Token', { exact: true })
    .fill(` ${demo.tokens.auditor.slice(0, 20)}\n${demo.tokens.auditor.slice(20)} `)
  await page.getByRole('button', { name: 'Try the token' }).click()
  await expect(page.getByRole('button', { name: 'Keep this connection' })).toBeEnabled()
  await expect(page.getByText('identity, read-protected')).toBeVisible()
  await page.screenshot({ path: info.outputPath('2-probe.png') })
  await connect(app, demo.tokens.auditor)
  await goTo(app, 'Collect')
  await page.getByRole('button', { name: 'Collect now' }).click()
  await expect(page.getByRole('heading', { name: 'Collected' })).toBeVisible({ timeout: 60_000 })
  await page.screenshot({ path: info.outputPath('3-collected.png') })
  await page.getByRole('button', { name: 'Run the checks' }).click()
  await expect(page.getByRole('heading', { name: 'Coverage' })).toBeVisible()
  await page.screenshot({ path: info.outputPath('4-overview.png') })
  const critical = page
    .getByRole('row', { name: /Critical/ })
    .getByRole('link')
    .first()
  await expect(critical).toHaveText(/^[1-9]/)
  await critical.click()
  await expect(page.getByRole('grid', { name: /results/i })).toBeVisible()
  expect(await page.content()).not.toContain('CANARY')
})
