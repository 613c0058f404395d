import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoSummary } from '../../electron/cli/demo/summary.ts'
import { CHECKS } from '../../electron/core/checks/index.ts'
import { commandLine, documentOf, type Place, type Ran } from '../fakes/command-line.ts'
import { type KeyringSession, openKeyringSession } from '../fakes/keyring-session.ts'

const SMALL = ['--apps', '3', '--people', '12', '--events', '90', '--months', '3']

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-demo-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a command that the summary suggests, as a shell would: the words after the program's own call. */
function suggested(command: string, place: Place): Promise<Ran> {
  const [, key, words = ''] = /^(?:echo (\S+) \| )?.*?main\.ts (.*)$/.exec(command) ?? []
  return commandLine(words.split(' '), place, key ?? '')
}

describe('the demo where a keychain answers', () => {
  let keyring: KeyringSession
  let place: Place
  let first: DemoSummary

  beforeAll(async () => {
    keyring = await openKeyringSession('unlocked')
    place = { cwd: folder, env: keyring.env }
    first = documentOf<DemoSummary>(await commandLine(['demo', '--dir', 'with', ...SMALL, '--json'], place))
  })

  afterAll(async () => {
    await keyring.close()
  })

  it('leaves a locker and a workbook, and one document about them', () => {
    expect(first.files).toEqual({
      folder: join(folder, 'with'),
      locker: join(folder, 'with', 'demo.locker'),
      workbooks: [join(folder, 'with', 'demo.xlsx')],
    })
    expect(first).toMatchObject({ keychain: true, events: 103, verification: { intact: true } })
    expect(first.requests).toBe(Object.values(first.requestsPerKind).reduce((sum, each) => sum + each, 0))
    expect(first.verification.checked.evidence).toBe(first.evidence)
    const items = Object.values(first.topics).reduce((sum, topic) => sum + topic.items, 0)
    expect(items).toBe(first.evidence)
    expect(first.results.checks).toBe(CHECKS.length)
    expect(first.coverage.map((one) => one.framework)).toHaveLength(4)
    expect(JSON.stringify(first)).not.toContain('CANARY')
  })

  it('suggests commands that work once it has ended', async () => {
    expect(first.next.length).toBeGreaterThan(4)
    for (const command of first.next)
      expect(`${(await suggested(command, place)).code} ${command}`).toMatch(/^(0|3) /)
  })

  it('replaces its own files when it runs again, and no others', async () => {
    writeFileSync(join(folder, 'with', 'mine.txt'), 'mine')
    const again = documentOf<DemoSummary>(
      await commandLine(['demo', '--dir', 'with', ...SMALL, '--json'], place),
    )
    expect(again.locker.id).not.toBe(first.locker.id)
    expect(again.evidence).toBe(first.evidence)
    expect((await suggested(again.next[0] ?? '', place)).code).toBe(0)
    expect(existsSync(join(folder, 'with', 'mine.txt'))).toBe(true)
  })

  it('does not replace a workbook that somebody worked in', async () => {
    const book = join(folder, 'with', 'demo.xlsx')
    const worked = Buffer.concat([readFileSync(book), Buffer.from('a note')])
    writeFileSync(book, worked)
    const locker = readFileSync(join(folder, 'with', 'demo.locker'))
    const ran = await commandLine(['demo', '--dir', 'with', ...SMALL], place)
    expect(ran).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^error: .*demo\.xlsx already exists: .*\n$/),
    })
    expect(readFileSync(book).equals(worked)).toBe(true)
    expect(readFileSync(join(folder, 'with', 'demo.locker')).equals(locker)).toBe(true)
  })
})

describe('the demo where no keychain answers', () => {
  it('says so, keeps the key in memory, and shows the recovery key that opens the locker later', async () => {
    const keyring = await openKeyringSession('none')
    try {
      const place = { cwd: folder, env: keyring.env }
      const ran = await commandLine(['demo', '--dir', 'without', ...SMALL], place)
      expect(ran.code).toBe(0)
      expect(ran.err).toMatch(/no keychain answers .* in memory for this run only/)
      for (const title of ['What was read', 'What was refused', 'What the checks say', 'What to try next'])
        expect(ran.out).toContain(title)
      const key = /^ {4}KEY=(([0-9A-Z]{5}-){11}[0-9A-Z]{5})$/m.exec(ran.out)?.[1] ?? ''
      const command = /^ {4}(echo .* locker verify .*)$/m.exec(ran.out)?.[1]?.replace('$KEY', key) ?? ''
      expect(await suggested(command, place)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Intact/),
      })
    } finally {
      await keyring.close()
    }
  })
})
