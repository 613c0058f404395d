import { expect, test } from '../fixtures.ts'
import { connect, goTo, newEngagement } from '../steps.ts'

for (const role of ['revoked', 'expired'] as const)
  test(`a ${role} token is refused with a sentence, and what was typed stays`, async ({ app, demo }) => {
    const { page } = app
    await newEngagement(app)
    await page.getByLabel('Label').fill('audit')
    await page.getByLabel('Token', { exact: true }).fill(demo.tokens[role])
    await page.getByRole('button', { name: 'Try the token' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toBeVisible()
    await expect(alert).toContainText(role === 'revoked' ? 'does not accept the token' : 'expired')
    await expect(page.getByLabel('Token', { exact: true })).toHaveValue(demo.tokens[role])
  })

test('what a weak token cannot read is told before and after collecting, with what to ask for', async ({
  app,
  demo,
}, info) => {
  const { page } = app
  await newEngagement(app)
  await connect(app, demo.tokens.reader)
  await goTo(app, 'Collect')
  await page.getByRole('button', { name: 'Collect now' }).click()
  await expect(page.getByRole('heading', { name: 'Collected' })).toBeVisible({ timeout: 60_000 })
  const notRead = page.getByRole('table').filter({ hasText: 'What to do' })
  await expect(notRead.getByRole('row').nth(1)).toContainText('Denied')
  await expect(notRead).toContainText(/read-protected|scope/)
  await page.screenshot({ path: info.outputPath('not-read.png'), fullPage: true })
})
