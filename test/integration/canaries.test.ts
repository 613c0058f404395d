import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { keyOfRecoveryKey } from '../../electron/core/store/recovery-key.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { CANARY, canariesInFolder, canariesInLocker, hasCanary } from '../fakes/canaries.ts'
import { commandLine, documentOf, type Place, type Ran } from '../fakes/command-line.ts'
import { type KeyringSession, openKeyringSession } from '../fakes/keyring-session.ts'
import { partsOfWorkbook } from '../fakes/read-workbook.ts'

let demo: Demo
let keyring: KeyringSession
let root: string
let place: Place
let recoveryKey: string
const runs: (Ran & { readonly words: readonly string[] })[] = []

/** Runs the command line, with a temporary folder and a profile of its own, and keeps what it printed. */
async function run(words: readonly string[], input = ''): Promise<Ran> {
  const ran = await commandLine(words, place, input)
  runs.push({ ...ran, words })
  return ran
}

const LEAVERS = 'E-mail,Name,Left on\nsam@northquay.example,Sam,2026-06-30\n'

const L = ['--locker', 'acme.locker'] as const

/** Everything that a person would do in a year, and much that goes wrong, with every tier read. */
const ACTS: readonly (readonly string[])[] = [
  ['connection', 'list', '--json'],
  ['connection', 'test', 'box', '--json'],
  ['collect', ...L, '--connection', 'box', '--tier', 'optional', '--dry-run'],
  ['collect', ...L, '--connection', 'box', '--tier', 'optional', '--json'],
  ['collect', ...L, '--connection', 'box', '--tier', 'optional'],
  ['changes', ...L, '--json'],
  ['check', ...L, '--json'],
  ['search', 'admin', ...L, '--json'],
  ['search', CANARY.toLowerCase().slice(0, 3), ...L],
  ['evidence', 'list', ...L, '--topic', 'config-vars-inventory', '--limit', '500', '--json'],
  ['evidence', 'list', ...L, '--topic', 'log-drains', '--limit', '500', '--json'],
  ['evidence', 'list', ...L, '--topic', 'oauth-authorizations', '--limit', '500', '--json'],
  ['evidence', 'show', '1', ...L],
  ['events', ...L, '--limit', '1000', '--json'],
  ['events', ...L, '--export', 'events.csv'],
  ['list', 'template', 'leavers', '--out', 'template.csv'],
  ['list', 'import', 'leavers', 'leavers.csv', '--by', 'Ana', ...L],
  ['document', 'attach', 'report.txt', '--type', 'policy', '--title', 'Policy', ...L],
  ['document', 'save', '1', 'saved.txt', ...L],
  [
    'sample',
    'draw',
    '--name',
    'Releases',
    '--topic',
    'releases',
    '--size',
    '5',
    '--by',
    'Ana',
    '--attribute',
    'A=approved',
    ...L,
  ],
  ['export', 'workbook', 'acme.xlsx', ...L],
  ['journal', ...L, '--limit', '1000', '--json'],
  ['locker', 'info', ...L, '--json'],
  ['locker', 'verify', ...L, '--json'],
  ['coverage', '--json'],
  ['evidence', 'show', 'no number', ...L],
  ['collect', ...L, '--connection', 'nobody'],
]

beforeAll(async () => {
  keyring = await openKeyringSession('unlocked')
  demo = await startDemo({ apps: 14, people: 12, events: 300, months: 3 })
  root = mkdtempSync(join(tmpdir(), 'canaries-'))
  for (const folder of ['work', 'tmp', 'profile']) mkdirSync(join(root, folder))
  place = {
    cwd: join(root, 'work'),
    env: { ...keyring.env, TMPDIR: join(root, 'tmp'), EVIDENCE_LOCKER_HOME: join(root, 'profile') },
  }
  const { tokens, apiUrl } = demo
  await run(['connection', 'add', 'box', '--api-url', apiUrl], tokens.auditor)
  for (const role of ['revoked', 'expired', 'two-factor'] as const)
    await run(['connection', 'add', role, '--api-url', apiUrl], tokens[role])
  await run(['connection', 'add', 'broken', '--api-url', apiUrl], `${tokens.auditor} ${tokens.member}`)
  writeFileSync(join(place.cwd, 'leavers.csv'), LEAVERS)
  writeFileSync(join(place.cwd, 'report.txt'), 'What we ask of ourselves.')
  const made = await run(['locker', 'new', 'acme.locker', '--organisation', 'Acme', '--json'])
  recoveryKey = documentOf<{ recoveryKey: string }>(made).recoveryKey
  for (const words of ACTS) await run(words)
}, 600_000)

afterAll(async () => {
  await demo.close()
  await keyring.close()
  rmSync(root, { recursive: true, force: true })
})

describe('with every tier read', () => {
  it('ran what it was to run', () => {
    const codes = new Map(runs.map(({ words, code }) => [words.join(' '), code]))
    for (const words of ACTS.slice(0, -2)) expect([words, codes.get(words.join(' '))]).toEqual([words, 0])
    for (const words of ACTS.slice(-2)) expect([words, codes.get(words.join(' '))]).not.toEqual([words, 0])
  })

  it('was given secrets: Heroku answered with them', async () => {
    const [app] = demo.organisation.apps
    const headers = {
      Authorization: `Bearer ${demo.tokens.auditor}`,
      Accept: 'application/vnd.heroku+json; version=3.sdk',
    }
    const read = async (path: string) => (await fetch(`${demo.apiUrl}${path}`, { headers })).text()
    expect(await read(`/apps/${app?.id}/config-vars`)).toContain(CANARY)
    expect(await read('/oauth/authorizations')).toContain(CANARY)
  })

  it('prints none of them, on neither output', () => {
    expect(runs.length).toBeGreaterThan(25)
    for (const { words, out, err } of runs) {
      expect(hasCanary(Buffer.from(out)), `${words.join(' ')}: standard output`).toBe(false)
      expect(hasCanary(Buffer.from(err)), `${words.join(' ')}: standard error`).toBe(false)
    }
  })

  it('writes none of them into any file: locker, workbook, CSV, profile, temporary folder', () => {
    const { files, found } = canariesInFolder(root)
    expect(found).toEqual([])
    expect(files).toBeGreaterThanOrEqual(4)
    expect(canariesInFolder(join(root, 'tmp')).files).toBe(0)
  })

  it('keeps none of them in any cell of the decrypted locker', () => {
    const db = openLocker(join(place.cwd, 'acme.locker'), keyOfRecoveryKey(recoveryKey))
    const { cells, words, found } = canariesInLocker(db)
    closeLocker(db)
    expect(found).toEqual([])
    expect(cells).toBeGreaterThan(10_000)
    expect(words).toBeGreaterThan(1000)
  })

  it('hands none of them over in a part of the workbook', () => {
    for (const [name, text] of Object.entries(partsOfWorkbook(join(place.cwd, 'acme.xlsx'))))
      expect([name, hasCanary(Buffer.from(text))]).toEqual([name, false])
  })
})

describe('a collection that is killed on its way', { timeout: 300_000 }, () => {
  it.each([20, 120, 320])('after %i requests leaves no secret anywhere', async (requests) => {
    const slow = await startDemo({ apps: 14, people: 12, events: 300, months: 3, latency: 25 })
    const name = `killed-${requests}.locker`
    try {
      await run(['connection', 'add', name, '--api-url', slow.apiUrl], slow.tokens.auditor)
      const made = await run(['locker', 'new', name, '--organisation', 'Acme', '--json'])
      const key = keyOfRecoveryKey(documentOf<{ recoveryKey: string }>(made).recoveryKey)
      const words = ['collect', '--locker', name, '--connection', name, '--tier', 'optional']
      const ran = await commandLine(words, place, '', async (kill) => {
        const before = slow.counts.requests
        while (slow.counts.requests < before + requests) await new Promise((wait) => setTimeout(wait, 5))
        kill()
      })
      expect(ran.code).toBeNull()
      runs.push({ ...ran, words })
      expect(hasCanary(Buffer.from(ran.out + ran.err))).toBe(false)
      const { found, files } = canariesInFolder(root)
      expect([found, files > 5]).toEqual([[], true])
      expect(existsSync(join(place.cwd, `${name}-wal`))).toBe(true)
      for (const side of ['', '-wal'])
        copyFileSync(join(place.cwd, name + side), join(root, `copy.locker${side}`))
      const db = openLocker(join(root, 'copy.locker'), key)
      const inside = canariesInLocker(db)
      closeLocker(db)
      rmSync(join(root, 'copy.locker'))
      expect(inside.found).toEqual([])
      expect(inside.cells).toBeGreaterThan(100)
    } finally {
      await slow.close()
    }
  })
})
