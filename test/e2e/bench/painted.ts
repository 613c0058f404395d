import type { Page } from '@playwright/test'

/** What the window has to show for a measure to end. */
export interface Until {
  /** Title of the screen. */
  readonly title?: string
  /** What the address has to end with, once the field has settled. */
  readonly address?: string
}

/**
 * Measures inside the page: from the moment of the next key press or click (its own time stamp, when the browser
 * took it) to the first painted frame in which the screen shows what is asked, with no grey line or cell left.
 * The driver's round trips are not in it.
 */
export async function timed(page: Page, until: Until, input: () => Promise<void>): Promise<number> {
  await page.evaluate((asked) => {
    const shows = () =>
      (asked.title === undefined || document.querySelector('main h1')?.textContent === asked.title) &&
      (asked.address === undefined || decodeURIComponent(window.location.hash).endsWith(asked.address)) &&
      document.querySelector('main .waiting, main .cell-waiting, main [aria-busy=true]') === null
    const measure = new Promise<number>((resolve) => {
      let began: number | null = null
      const watcher = new MutationObserver(look)
      function start(event: Event) {
        if (began !== null || (event instanceof KeyboardEvent && event.key === 'Shift')) return
        began = event.timeStamp
        watcher.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        })
      }
      function look() {
        if (!shows()) return
        watcher.disconnect()
        for (const kind of ['keydown', 'click']) window.removeEventListener(kind, start, true)
        // The message comes after the frame's own work: style, layout, paint.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - (began ?? 0))
          port2.postMessage(null)
        })
      }
      for (const kind of ['keydown', 'click']) window.addEventListener(kind, start, true)
    })
    Object.assign(window, { benchMeasure: measure })
  }, until)
  await input()
  return page.evaluate(() => (window as unknown as { benchMeasure: Promise<number> }).benchMeasure)
}

/** Frame times of the events table while it is scrolled for some seconds, in the page. */
export function scrollFrames(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const table = document.querySelector('[role=grid]')
        const frames: number[] = []
        let last = performance.now()
        const began = last
        function frame(now: number) {
          frames.push(now - last)
          last = now
          if (table) table.scrollTop += 90
          if (now - began < 4000) requestAnimationFrame(frame)
          else resolve(frames.slice(2))
        }
        requestAnimationFrame(frame)
      }),
  )
}

/** Jumps to the end of the table; milliseconds until its rows are painted, and the last row's number. */
export function seekEnd(page: Page): Promise<{ readonly milliseconds: number; readonly last: number }> {
  return page.evaluate(async () => {
    const table = document.querySelector('[role=grid]')
    const began = performance.now()
    if (table) table.scrollTop = table.scrollHeight
    const rows = () =>
      [...document.querySelectorAll('.table-row')].map((row) => Number(row.getAttribute('aria-rowindex')))
    const asked = Number(table?.getAttribute('aria-rowcount'))
    await new Promise<void>((resolve) => {
      const look = () =>
        Math.max(...rows()) < asked || document.querySelector('.cell-waiting')
          ? requestAnimationFrame(look)
          : resolve()
      requestAnimationFrame(look)
    })
    return { milliseconds: performance.now() - began, last: Math.max(...rows()) - 1 }
  })
}

/** How long each of many questions takes to be answered, seen from the page, for some seconds. */
export function latencies(page: Page, question: string, input: unknown, seconds: number): Promise<number[]> {
  return page.evaluate(
    async ({ question, input, seconds }) => {
      const api = (window as unknown as { api: Record<string, (input: unknown) => Promise<unknown>> }).api
      const times: number[] = []
      const began = performance.now()
      while (performance.now() - began < seconds * 1000) {
        const start = performance.now()
        await api[question]?.(input).catch(() => {})
        times.push(performance.now() - start)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return times
    },
    { question, input, seconds },
  )
}
