import { expect, test } from '../fixtures.ts'
import { connect, goTo, newEngagement } from '../steps.ts'

test.use({ sizes: { latency: 40, apps: 10 } })

test('a collection is cancelled, the screen changed, the collection resumed, and nothing is read twice', async ({
  app,
  demo,
}) => {
  const { page } = app
  await newEngagement(app)
  await connect(app, demo.tokens.auditor)
  await goTo(app, 'Collect')
  await page.getByRole('button', { name: 'Collect now' }).click()
  await expect(page.getByRole('region', { name: 'Collection in progress' })).toContainText(/apps \d/)
  await goTo(app, 'Settings')
  await page.getByRole('button', { name: 'Cancel collecting' }).click()
  await goTo(app, 'Collect')
  await expect(page.getByText('Cancelled. What was collected is safe.')).toBeVisible()
  const before = demo.requestLog().length
  await page.getByRole('button', { name: 'Resume' }).first().click()
  await expect(page.getByRole('heading', { name: 'Collected' })).toBeVisible({ timeout: 60_000 })
  expect(before).toBeGreaterThan(20)
  const releases = demo.requestLog().filter(({ path }) => /^\/apps\/[^/]+\/releases$/.test(path))
  const perApp = Map.groupBy(releases, ({ path }) => path)
  expect(perApp.size).toBe(10)
})

test('a reload of the window in the middle leaves the collection alone', async ({ app, demo }) => {
  const { page } = app
  await newEngagement(app)
  await connect(app, demo.tokens.auditor)
  await goTo(app, 'Collect')
  await page.getByRole('button', { name: 'Collect now' }).click()
  await expect(page.getByRole('region', { name: 'Collection in progress' })).toContainText(/apps \d/)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Collection in progress' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Collected' })).toBeVisible({ timeout: 60_000 })
})
