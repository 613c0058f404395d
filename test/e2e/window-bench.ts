import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from '@playwright/test'
import { startDemo } from '../../electron/demo/start.ts'
import { launch } from './launch.ts'
import { connect, goTo, newEngagement } from './steps.ts'

// `node test/e2e/window-bench.ts [--events N]`: how fast the window is with a locker of N events, on a real Chromium.

const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' } } })

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

function told(name: string, all: readonly number[]): void {
  const sorted = [...all].sort((a, b) => a - b)
  const [p50, p95, most] = [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1) ?? 0].map((n) => n.toFixed(1))
  console.log(`${name}: p50 ${p50} ms, p95 ${p95} ms, most ${most} ms (${all.length})`)
}

/** Frame times of the events table while it is scrolled by wheel for some seconds, in the page. */
function scrollFrames(page: Page): Promise<number[]> {
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

/** Milliseconds from a key press in the search field to painted rows, for each of some words. */
async function searchTimes(page: Page, words: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const word of words) {
    await page.getByLabel('Search').fill('')
    await page.waitForTimeout(300)
    times.push(
      await page.evaluate(async (text) => {
        const field = document.querySelector<HTMLInputElement>('[data-find]')
        const count = document.querySelector('.table-count')
        const before = count?.textContent
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
        const began = performance.now()
        set?.call(field, text)
        field?.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise<void>((resolve) => {
          const look = () => (count?.textContent === before ? requestAnimationFrame(look) : resolve())
          requestAnimationFrame(look)
        })
        return performance.now() - began
      }, word),
    )
  }
  return times
}

async function latencies(page: Page, seconds: number): Promise<number[]> {
  return page.evaluate(async (until) => {
    const api = (window as unknown as { api: Record<string, (input: unknown) => Promise<unknown>> }).api
    const times: number[] = []
    const began = performance.now()
    while (performance.now() - began < until * 1000) {
      const start = performance.now()
      await api['evidence:page']?.({ limit: 50 }).catch(() => {})
      times.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return times
  }, seconds)
}

const demo = await startDemo({ events: Number(values.events) })
await demo.prepare()
const folder = mkdtempSync(join(tmpdir(), 'locker-window-'))
const env = { EVIDENCE_LOCKER_HEROKU_URL: demo.apiUrl }
let app = await launch({ folder, env })
try {
  const { recoveryKey } = await newEngagement(app)
  await connect(app, demo.tokens.auditor)
  await goTo(app, 'Collect')
  await app.page.getByRole('button', { name: 'Collect now' }).click()
  await app.page
    .getByText(/apps \d/)
    .first()
    .waitFor()
  told('question while collecting', await latencies(app.page, 12))
  await app.page.getByRole('heading', { name: 'Collected' }).waitFor({ timeout: 600_000 })
  await app.page.getByRole('button', { name: 'Run the checks' }).click()
  await app.page.getByRole('heading', { name: 'Open failures' }).waitFor()
  const changes: number[] = []
  for (const screen of [
    'Controls',
    'Evidence',
    'Events',
    'Checks',
    'Journal',
    'Overview',
    'Events',
    'Controls',
  ]) {
    const began = performance.now()
    await app.page
      .getByRole('navigation')
      .getByRole('link', { name: screen, exact: true })
      .click({ noWaitAfter: true })
    await app.page.waitForFunction(
      (title) =>
        document.querySelector('h1')?.textContent === title &&
        document.querySelectorAll('.waiting').length === 0,
      screen,
    )
    changes.push(performance.now() - began)
  }
  told('change of screen (with the driver)', changes)
  await goTo(app, 'Events')
  await app.page.getByRole('grid', { name: 'Events' }).waitFor()
  await app.page.waitForTimeout(500)
  told('frame while scrolling', await scrollFrames(app.page))
  const last = await app.page.evaluate(async () => {
    const table = document.querySelector('[role=grid]')
    const began = performance.now()
    if (table) table.scrollTop = table.scrollHeight
    await new Promise<void>((resolve) => {
      const look = () =>
        document.querySelectorAll('.cell-waiting').length > 0 ? requestAnimationFrame(look) : resolve()
      setTimeout(() => requestAnimationFrame(look), 30)
    })
    const rows = [...document.querySelectorAll('.table-row')].map((row) =>
      Number(row.getAttribute('aria-rowindex')),
    )
    return { milliseconds: performance.now() - began, last: Math.max(...rows) - 1 }
  })
  console.log(`seek to row ${last.last}: ${last.milliseconds.toFixed(0)} ms`)
  told(
    'search answer',
    await searchTimes(app.page, [
      'release',
      'viktor',
      'config',
      'northquay-core',
      'remove',
      'ops',
      'hannah',
      'addon',
      'freight',
      '203.0',
    ]),
  )
  const heap = await app.page.evaluate(
    () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  )
  console.log(`window heap: ${(heap / 1e6).toFixed(0)} MB`)
  await app.close()
  app = await launch({ folder, env })
  const paint = await app.page.evaluate(() =>
    performance.getEntriesByType('paint').map(({ name, startTime }) => `${name} ${startTime.toFixed(0)} ms`),
  )
  console.log(`window: ${paint.join(', ')}`)
  // The keyring is a new one, so the recovery key is asked for; from there to a filled overview.
  await app.page
    .getByRole('button', { name: /northquay-2026/ })
    .first()
    .click()
  await app.page.getByRole('textbox', { name: /Recovery key/ }).fill(recoveryKey)
  const began = performance.now()
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('heading', { name: 'Coverage' }).waitFor()
  console.log(`from the key to a filled overview: ${(performance.now() - began).toFixed(0)} ms`)
} finally {
  await app.close()
  await demo.close()
  rmSync(folder, { recursive: true, force: true })
}
