import { join } from 'node:path'
import type { App } from './launch.ts'

/** The usual size of the window. */
export const WIDE = { width: 1360, height: 860 }

/** Takes pictures of screens. */
export interface Pictures {
  /** What is on the screen, in both themes. */
  shoot(app: App, name: string, settle?: number): Promise<void>
  /** Goes to an address and waits until nothing waits there. */
  go(app: App, address: string): Promise<void>
  /** Goes to an address and takes its picture. */
  see(app: App, address: string, name: string): Promise<void>
  /** Pictures so far. */
  count(): number
}

/** Pictures in a folder, as `NAME.light.png` and `NAME.dark.png`. */
export function pictures(dir: string): Pictures {
  let taken = 0
  async function shoot({ page }: App, name: string, settle = 350): Promise<void> {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.waitForTimeout(settle)
      await page.screenshot({ path: join(dir, `${name}.${scheme}.png`) })
      taken++
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  async function go({ page }: App, address: string): Promise<void> {
    await page.evaluate((hash) => {
      window.location.hash = `#/${hash}`
    }, address)
    await page.locator('main h1').waitFor()
    await page.waitForFunction(() => document.querySelectorAll('.waiting, .cell-waiting').length === 0)
  }
  async function see(app: App, address: string, name: string): Promise<void> {
    await go(app, address)
    await shoot(app, name)
  }
  return { shoot, go, see, count: () => taken }
}
