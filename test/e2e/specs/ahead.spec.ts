import { expect, test } from '../fixtures.ts'
import { collected, goTo } from '../steps.ts'

test('screens that nobody opened yet are there with their rows, even while the core is silent', async ({
  app,
  demo,
}, info) => {
  info.skip(!app.standin, 'holds the core by the stand-in')
  const { page } = app
  await collected(app, demo.tokens.auditor)
  await goTo(app, 'Overview')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Coverage' })).toBeVisible()
  await page.waitForFunction(() => performance.getEntriesByName('screens:ahead').length > 0)
  // The last answers are still drawn then, piece by piece.
  await page.waitForTimeout(3000)
  await app.evaluate(({ standin }) => standin.hold('core', true))
  for (const [screen, cell] of [
    ['Evidence', 'E-0001'],
    ['Controls', 'Annex A'],
    ['Events', 'release'],
  ] as const) {
    await goTo(app, screen)
    await expect(page.getByRole('grid', { name: screen })).toContainText(cell)
  }
  await app.evaluate(({ standin }) => standin.hold('core', false))
  await page.getByLabel('Search').fill('no such words anywhere')
  await expect(page.getByText('No event fits')).toBeVisible()
})
