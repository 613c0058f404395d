import type { App } from '../launch.ts'

/** How long the app took to start, in milliseconds since its process began. */
export interface StartTime {
  /** Electron's `ready`: on the stand-in, the driver's start of Chromium. */
  readonly ready: number
  /** The window's page began to load. */
  readonly page: number
  /** The page's script ran and asked the shell for its state. */
  readonly asked: number
  /** The overview with its numbers is on the screen, by Chromium's own paint times. */
  readonly painted: number
}

/**
 * Reads when the overview was painted: the largest contentful paint that Chromium noted last, once coverage is on
 * the screen. Absolute times of one machine's clock are compared, so that the driver is not in it.
 */
export async function startTime(app: App): Promise<StartTime> {
  await app.page.getByRole('heading', { name: 'Coverage' }).waitFor()
  const began = await app.evaluate(() => performance.timeOrigin)
  const ready = await app.evaluate(({ standin }) => standin?.readyAt() ?? null)
  const told = await app.page.evaluate(
    () =>
      new Promise<{ origin: number; asked: number; painted: number }>((resolve) => {
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { readonly renderTime?: number })[]
          const painted = Math.max(...entries.map((entry) => entry.renderTime || entry.startTime))
          const asked = performance.getEntriesByName('shell:state')[0]?.startTime ?? 0
          resolve({ origin: performance.timeOrigin, asked, painted })
        }).observe({ type: 'element', buffered: true } as never)
      }),
  )
  return {
    ready: (ready ?? began) - began,
    page: told.origin - began,
    asked: told.origin + told.asked - began,
    painted: told.origin + told.painted - began,
  }
}
