import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Demo } from '../../electron/demo/start.ts'
import { startDemo } from '../../electron/demo/start.ts'
import { part, told, windowMemory } from './bench/numbers.ts'
import { latencies, scrollFrames, seekEnd, timed } from './bench/painted.ts'
import { type StartTime, startTime } from './bench/start-time.ts'
import { type App, launch } from './launch.ts'
import { connect, goTo, newEngagement } from './steps.ts'

// `node test/e2e/window-bench.ts [--events N] [--keep DIR]`: how fast the built window is with a locker of N events,
// on a real Chromium. With `--keep`, the locker stays in DIR and is used again.

const { values } = parseArgs({
  options: { events: { type: 'string', default: '1000000' }, keep: { type: 'string' } },
})
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'locker-window-'))
mkdirSync(folder, { recursive: true })

const WORDS = [
  'release',
  'viktor',
  'config',
  'northquay-core',
  'remove',
  'hannah',
  'addon',
  'freight',
  '203.0',
]
const SCREENS = [
  'Controls',
  'Evidence',
  'Events',
  'Checks',
  'Documents',
  'Export',
  'Journal',
  'Connections',
  'Settings',
  'Collect',
  'Overview',
]

/** Collects everything, and asks all the while. */
async function fill(app: App, demo: Demo): Promise<void> {
  await newEngagement(app)
  await connect(app, demo.tokens.auditor)
  await goTo(app, 'Collect')
  await app.page.getByRole('button', { name: 'Collect now' }).click()
  await app.page
    .getByText(/apps \d/)
    .first()
    .waitFor()
  await part('collecting', async () => {
    told(
      'question while collecting',
      await latencies(app.page, 'evidence:page', { limit: 50 }, 12),
      '100 p95',
    )
    await app.page.getByRole('heading', { name: 'Collected' }).waitFor({ timeout: 600_000 })
  })
  await app.page.getByRole('button', { name: 'Run the checks' }).click()
  await app.page.getByRole('heading', { name: 'Open failures' }).waitFor()
}

async function screens({ page }: App): Promise<void> {
  const link = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })
  const all: number[] = []
  const first: number[] = []
  const each = new Map<string, number[]>()
  for (let round = 0; round < 4; round++)
    for (const screen of SCREENS) {
      const time = await timed(page, { title: screen }, () => link(screen).click({ noWaitAfter: true }))
      await page.waitForTimeout(120)
      if (round === 0) first.push(time)
      else all.push(time)
      each.set(screen, [...(each.get(screen) ?? []), time])
    }
  told('change of screen, first visit', first, '150')
  told('change of screen', all, '150')
  for (const [screen, times] of each)
    console.log(`  ${screen}: ${times.map((time) => time.toFixed(0)).join(', ')} ms`)
}

async function typed(app: App, screen: string, words: readonly string[]): Promise<void> {
  const { page } = app
  await goTo(app, screen)
  const times: number[] = []
  for (const word of words) {
    await page.getByLabel('Search').fill('')
    await page.waitForTimeout(400)
    for (let length = 1; length <= word.length; length++) {
      const name = screen === 'Events' ? 'text' : 'search'
      const until = { address: `${name}=${word.slice(0, length)}` }
      times.push(await timed(page, until, () => page.keyboard.press(word.charAt(length - 1))))
      await page.waitForTimeout(60)
    }
  }
  told(`${screen}: key to painted rows`, times, '60 p95')
  await page.getByLabel('Search').fill('')
}

async function filtered({ page }: App): Promise<void> {
  const times: number[] = []
  const field = page.getByRole('combobox', { name: 'Type', exact: true })
  await field.click()
  await page.getByRole('option').nth(1).waitFor()
  const names = await page.getByRole('option').allInnerTexts()
  await page.keyboard.press('Escape')
  for (const name of names.slice(0, 8)) {
    await field.click()
    await field.fill(name)
    const option = page.getByRole('option', { name, exact: true })
    await option.waitFor()
    await page.waitForTimeout(200)
    times.push(await timed(page, { address: `type=${name}` }, () => option.click()))
  }
  told('Events: filter to painted rows', times, '60 p95')
  await page.getByRole('button', { name: 'Clear all' }).click()
}

async function events(app: App): Promise<void> {
  await goTo(app, 'Events')
  await app.page.getByRole('grid', { name: 'Events' }).waitFor()
  await app.page.waitForTimeout(500)
  told('frame while scrolling', await scrollFrames(app.page), '16.8 p95, none over 50')
  const { milliseconds, last } = await seekEnd(app.page)
  console.log(`seek to row ${last}: ${milliseconds.toFixed(0)} ms`)
}

async function starts(env: Readonly<Record<string, string>>): Promise<void> {
  const file = readdirSync(folder).find((name) => name.endsWith('.locker')) ?? ''
  const times: StartTime[] = []
  for (let round = 0; round < 5; round++) {
    const app = await launch({ folder, env, words: [join(folder, file)] })
    times.push(await startTime(app))
    await app.close()
  }
  const of = (name: keyof StartTime) => times.map((time) => time[name])
  told('start: Electron ready (here: the driver starts Chromium)', of('ready'))
  told('start: page begins to load', of('page'))
  told('start: window asks for its state', of('asked'))
  told('start to the painted overview', of('painted'), '1200')
}

// The keyring outlives the app here, as a person's does.
const keyring = join(folder, 'keyring')
mkdirSync(keyring, { recursive: true })
const filledBefore = existsSync(join(folder, 'northquay-2026.locker'))
const demo = await startDemo({ events: Number(values.events) })
const env = { EVIDENCE_LOCKER_HEROKU_URL: demo.apiUrl, KEYRING_HOME: keyring }
try {
  if (!filledBefore) await demo.prepare()
  const words = filledBefore ? [join(folder, 'northquay-2026.locker')] : []
  const app = await launch({ folder, env, words })
  try {
    if (!filledBefore) await fill(app, demo)
    await app.page.getByRole('heading', { name: 'Coverage' }).waitFor()
    told(
      'a question that does nothing, there and back',
      await latencies(app.page, 'filter:list', { screen: 'events' }, 2),
    )
    await part('screens', () => screens(app))
    await part('scrolling', () => events(app))
    await part('searching events', () => typed(app, 'Events', WORDS))
    await part('filtering events', () => filtered(app))
    await part('searching evidence', () => typed(app, 'Evidence', WORDS.slice(0, 6)))
    // As a person's window stands there, and what of it is no garbage.
    const devtools = await app.page.context().newCDPSession(app.page)
    const memory = async (says: string) => {
      const { usedSize } = await devtools.send('Runtime.getHeapUsage')
      const [all, heap] = [windowMemory(), usedSize / 1e6].map((megabytes) => megabytes.toFixed(0))
      console.log(`window ${says}: ${all} MB of its renderer process, of them heap ${heap} MB (asked 250)`)
    }
    await memory('as it stands')
    await devtools.send('HeapProfiler.collectGarbage')
    await app.page.waitForTimeout(1000)
    await memory('without garbage')
  } finally {
    await app.close()
  }
  await part('starting', () => starts(env))
} finally {
  await demo.close()
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}
