import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startDemo } from '../../electron/demo/start.ts'
import { type App, launch } from './launch.ts'
import { pictures, WIDE } from './pictures.ts'
import { checkedAgain, choose, connect, goTo, later } from './steps.ts'
import { worked } from './worked-screens.ts'

// `npm run screens -- --dir DIR [--events N] [--apps N] [--part whole|sample]`: a PNG of every screen and state, light
// and dark, and some narrow and at 200 %.

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    events: { type: 'string', default: '20000' },
    apps: { type: 'string', default: '40' },
    part: { type: 'string', default: 'all' },
  },
})
if (!values.dir) {
  console.error('Say where the pictures go: npm run screens -- --dir DIR')
  process.exit(1)
}
const dir = values.dir
mkdirSync(dir, { recursive: true })

const { shoot, go, see, count } = pictures(dir)

const FULL: readonly (readonly [address: string, name: string])[] = [
  ['overview', 'overview'],
  ['collect', 'collect-done'],
  ['scope', 'scope'],
  ['scope?part=proposals', 'scope-proposals'],
  ['scope?part=places', 'scope-places'],
  ['controls?framework=soc2-2017', 'controls'],
  ['controls?framework=soc2-2017&control=CC6.1', 'controls-one'],
  ['evidence', 'evidence'],
  ['evidence?search=viktor', 'evidence-search'],
  ['evidence?item=60', 'evidence-item'],
  ['evidence?topic=app-inventory&show=changes', 'evidence-changes'],
  ['evidence?item=60&show=uses', 'evidence-uses'],
  ['evidence?item=60&show=origin', 'evidence-origin'],
  ['evidence?search=nothinglikethis', 'evidence-none'],
  ['changes', 'changes'],
  ['changes?kind=changed&topic=app-inventory', 'changes-one'],
  ['changes?kind=first-read', 'changes-none'],
  ['events', 'events'],
  ['events?type=code_release&event=2', 'events-filtered'],
  ['events?text=nothinglikethis', 'events-none'],
  ['checks', 'checks'],
  ['checks?check=IDN-01&answer=fail', 'checks-one'],
  ['checks?by=check&check=IDN-01', 'checks-by-check'],
  ['checks?by=subject', 'checks-by-subject'],
  ['documents', 'documents'],
  ['lists', 'lists'],
  ['lists?list=log-hosts', 'lists-one'],
  ['attestations', 'attestations'],
  ['attestations?about=keystroke-logging', 'attestations-one'],
  ['export', 'export'],
  ['journal', 'journal'],
  ['connections', 'connections'],
  ['settings', 'settings'],
]

/** Screens whose first row is opened before the picture. */
const OPENED: readonly string[] = [
  'evidence-changes',
  'changes-one',
  'checks-one',
  'checks-by-subject',
  'scope',
]

async function full(app: App, address: string, name: string, picture = name): Promise<void> {
  if (!OPENED.includes(name)) return see(app, address, picture)
  await go(app, address)
  await app.page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').last().click()
  await app.page.getByRole('complementary').waitFor()
  await shoot(app, picture)
}

/** Before there is anything: the start, the form with its complaints, the key, empty screens. */
async function first(app: App, tokens: Readonly<Record<string, string>>): Promise<void> {
  const { page } = app
  await shoot(app, 'start-first')
  await page.getByRole('button', { name: 'New engagement' }).click()
  await page.getByRole('button', { name: 'Choose where the locker lies…' }).click()
  await shoot(app, 'new-complaints')
  await page.getByLabel('Organisation').fill('Northquay')
  await page.getByLabel('Prepared by').fill('Ana')
  await shoot(app, 'new')
  await choose(app, join(app.folder, 'northquay.locker'))
  await page.getByRole('button', { name: 'Choose where the locker lies…' }).click()
  await page.getByLabel('I have stored it').waitFor()
  await shoot(app, 'recovery-key')
  await page.getByLabel('I have stored it').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await shoot(app, 'connections-empty')
  for (const screen of [
    'overview',
    'collect',
    'controls',
    'scope',
    'evidence',
    'changes',
    'events',
    'checks',
    'documents',
    'journal',
  ])
    await see(app, screen, `${screen}-empty`)
  await goTo(app, 'Connections')
  await page.getByLabel('Token', { exact: true }).fill(tokens.revoked ?? '')
  await page.getByRole('button', { name: 'Try the token' }).click()
  await page.getByRole('alert').waitFor()
  await shoot(app, 'connections-refused')
  await page.getByLabel('Token', { exact: true }).fill(tokens.reader ?? '')
  await page.getByRole('button', { name: 'Try the token' }).click()
  await page.getByRole('button', { name: 'Keep this connection' }).waitFor()
  await shoot(app, 'connections-probe')
  await connect(app, tokens.auditor ?? '')
  await goTo(app, 'Collect')
  await page.getByRole('button', { name: 'Collect now' }).click()
  await page
    .getByText(/apps \d/)
    .first()
    .waitFor()
  await shoot(app, 'collect-running', 120)
  await page.getByRole('heading', { name: 'Collected' }).waitFor({ timeout: 300_000 })
  await page.getByRole('button', { name: 'Run the checks' }).click()
  await page.getByRole('heading', { name: 'Open failures' }).waitFor()
}

/** What comes over a screen: the palette, a confirmation, a message, a lock, a crash, waiting. */
async function over(app: App): Promise<void> {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.keyboard.type('viktor', { delay: 30 })
  await page.waitForTimeout(500)
  await shoot(app, 'palette')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await shoot(app, 'shortcuts')
  await page.keyboard.press('Escape')
  await go(app, 'lists?list=log-hosts')
  await page.getByRole('button', { name: 'Paste or import…' }).click()
  await page.getByLabel('Paste the table').fill('Host\tOwner\nnot a host!\tAna')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await shoot(app, 'import-faults')
  await page.keyboard.press('Escape')
  if (app.standin) {
    await app.evaluate(({ standin }) => standin.hold('core', true))
    for (const screen of [
      'overview',
      'scope',
      'controls',
      'evidence',
      'changes',
      'events',
      'checks',
      'lists',
    ]) {
      await page.evaluate((hash) => {
        window.location.hash = `#/${hash}`
      }, screen)
      await shoot(app, `${screen}-waiting`)
    }
    await app.evaluate(({ standin }) => standin.hold('core', false))
  }
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await page.getByRole('heading', { name: /is locked/ }).waitFor()
  await shoot(app, 'locked')
  await page.getByRole('button', { name: 'Unlock with the keychain' }).click()
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
}

/** From nothing to a full locker, with what may go wrong on the way. */
async function whole(): Promise<void> {
  let demo = await startDemo({ events: Number(values.events), apps: Number(values.apps) })
  const folder = mkdtempSync(join(tmpdir(), 'locker-screens-'))
  const app = await launch({ folder, env: { EVIDENCE_LOCKER_HEROKU_URL: demo.apiUrl } })
  try {
    await app.page.setViewportSize(WIDE)
    await first(app, demo.tokens)
    const report = join(folder, 'soc2.pdf')
    writeFileSync(report, Buffer.alloc(900_000, 'report'))
    await goTo(app, 'Documents')
    await choose(app, report)
    await app.page.getByRole('button', { name: 'Attach a file…' }).click()
    await shoot(app, 'documents-attach')
    await app.page.getByLabel('Title').fill('SOC 2 report of Heroku')
    await app.page.getByRole('button', { name: 'Attach', exact: true }).click()
    demo = await later(demo, ({ apps }) => {
      for (const one of apps.slice(0, 3)) (one as { stack: string }).stack = 'heroku-26'
    })
    await checkedAgain(app)
    for (const [address, name] of FULL) await full(app, address, name)
    await app.page.setViewportSize({ width: 800, height: 700 })
    for (const [address, name] of FULL.filter(([, name]) => !/none|search|filtered/.test(name)))
      await full(app, address, name, `narrow-${name}`)
    await app.page.setViewportSize({ width: 680, height: 430 })
    for (const [address, name] of FULL.filter(([, name]) =>
      /^(overview|scope|lists-one|controls-one|evidence-changes|events|checks|checks-by-check|settings)$/.test(
        name,
      ),
    ))
      await full(app, address, name, `zoom-${name}`)
    await app.page.setViewportSize(WIDE)
    await over(app)
  } finally {
    await app.close()
    await demo.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The sample organisation after a day's work. */
async function sampled(): Promise<void> {
  const sample = await launch()
  try {
    await sample.page.setViewportSize(WIDE)
    await worked(sample, { shoot, go, see, count })
  } finally {
    await sample.close()
  }
}

if (values.part !== 'sample') await whole()
if (values.part !== 'whole') await sampled()
console.log(`${count()} pictures in ${dir}`)
