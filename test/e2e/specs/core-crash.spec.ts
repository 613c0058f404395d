import { expect, test } from '../fixtures.ts'
import { connect, goTo, newEngagement } from '../steps.ts'

test.use({ sizes: { latency: 40, apps: 10 } })

test('the core is killed in the middle of a collection: told, restarted, resumed, nothing lost', async ({
  app,
  demo,
}, info) => {
  info.skip(!app.standin, 'kills a process by the stand-in')
  const { page } = app
  await newEngagement(app)
  await connect(app, demo.tokens.auditor)
  await goTo(app, 'Collect')
  await page.getByRole('button', { name: 'Collect now' }).click()
  await expect(page.getByRole('region', { name: 'Collection in progress' })).toContainText(/apps \d/)
  await app.evaluate(({ standin }) => standin.kill('core'))
  await expect(page.getByRole('alert').first()).toContainText('stopped unexpectedly')
  await page.screenshot({ path: info.outputPath('crashed.png') })
  await page.getByRole('button', { name: 'Resume' }).first().click()
  await expect(page.getByRole('heading', { name: 'Collected' })).toBeVisible({ timeout: 60_000 })
  await goTo(app, 'Settings')
})
