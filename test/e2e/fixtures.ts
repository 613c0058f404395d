import { writeFileSync } from 'node:fs'
import { test as base, expect } from '@playwright/test'
import type { DemoOptions } from '../../electron/demo/options.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { type App, type LaunchOptions, launch } from './launch.ts'

/** A small organisation: a whole collection takes two seconds. */
const SMALL: Partial<DemoOptions> = { apps: 6, people: 10, events: 900, months: 3 }

/** What each story gets: a Heroku in the box and the app that points at it. */
export interface Story {
  readonly sizes: Partial<DemoOptions>
  readonly how: LaunchOptions
  readonly demo: Demo
  readonly app: App
}

/** A test with an app of its own. Afterwards: a last picture, and no secret may have been printed. */
export const test = base.extend<Story>({
  sizes: [SMALL, { option: true }],
  how: [{}, { option: true }],
  demo: async ({ sizes }, use) => {
    const demo = await startDemo({ ...SMALL, ...sizes })
    await use(demo)
    await demo.close()
  },
  app: async ({ demo, how }, use, info) => {
    const app = await launch({ ...how, env: { ...how.env, EVIDENCE_LOCKER_HEROKU_URL: demo.apiUrl } })
    await use(app)
    await app.page.screenshot({ path: info.outputPath('at-the-end.png') }).catch(() => {})
    await app.close()
    writeFileSync(info.outputPath('printed.log'), app.printed())
    expect(app.printed()).not.toContain('CANARY')
  },
})

export { expect }
