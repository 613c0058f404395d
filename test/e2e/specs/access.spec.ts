import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures.ts'
import { checked } from '../steps.ts'

const ADDRESSES = [
  'overview',
  'collect',
  'controls?framework=soc2-2017&control=CC6.1',
  'evidence?item=1',
  'evidence?item=1&show=changes',
  'evidence?item=1&show=uses',
  'changes',
  'events?event=1',
  'checks?check=IDN-01',
  'checks?by=check&check=IDN-01',
  'checks?by=subject',
  'documents',
  'lists?list=log-hosts',
  'attestations?about=keystroke-logging',
  'scope',
  'scope?part=proposals',
  'scope?part=places',
  'export',
  'journal',
  'connections',
  'settings',
  'new',
  'start',
]

/** All screens one after the other take longer than one story. */
const LONG_MS = 300_000

for (const scheme of ['light', 'dark'] as const)
  test.describe(scheme, () => {
    test.use({ how: { scheme } })
    test.setTimeout(LONG_MS)
    test(`every screen is free of accessibility faults (${scheme})`, async ({ app, demo }) => {
      const { page } = app
      await checked(app, demo.tokens.auditor)
      const faults: Record<string, unknown> = {}
      for (const address of ADDRESSES) {
        await page.evaluate((hash) => {
          window.location.hash = `#/${hash}`
        }, address)
        await expect(page.locator('main h1')).toBeVisible()
        await page.waitForLoadState()
        await expect(page.locator('[role=status].waiting')).toHaveCount(0)
        const { violations } = await new AxeBuilder({ page } as never).setLegacyMode().analyze()
        if (violations.length > 0)
          faults[address] = violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ html }) => html.slice(0, 160))
                .slice(0, 3)
                .join(' | ')}`,
          )
      }
      expect(faults).toEqual({})
    })
  })
