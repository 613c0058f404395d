import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCore } from '../../electron/core/create-core.ts'
import { newKey, recoveryKeyOf } from '../../electron/core/store/recovery-key.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { commandLine, documentOf, type Place, type Ran } from '../fakes/command-line.ts'
import { type KeyringSession, openKeyringSession } from '../fakes/keyring-session.ts'

const SENTENCE = /^error: [^\n]+: [^\n]+\.\n$/
const ENGAGEMENT = {
  organisation: 'Acme',
  period: { start: '2026-01-01', end: '2026-12-31' },
  timeZone: 'UTC',
  frameworks: ['hipaa' as const],
  preparer: 'Ana',
  reviewer: null,
}

let folder = ''
let demo: Demo
let nonsense: Server
let keyring: KeyringSession
let place: Place
let recoveryKey = ''

const run = (words: readonly string[], input = '') => commandLine(words, place, input)
const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** Exactly one sentence on standard error, nothing on standard output, and the exit code. */
function expectSentence(ran: Ran, code: 1 | 2, ...parts: readonly (string | RegExp)[]): void {
  expect(ran.err).toMatch(SENTENCE)
  expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
  for (const part of parts) expect(ran.err).toMatch(part)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-bad-'))
  keyring = await openKeyringSession('unlocked')
  demo = await startDemo({ apps: 2, people: 12, events: 60, months: 2 })
  place = { cwd: folder, env: keyring.env }
  nonsense = createServer((_, response) => response.end('<html>Please log in to the hotel network</html>'))
  await new Promise<void>((resolve) => nonsense.listen(0, '127.0.0.1', resolve))
  const made = documentOf<{ recoveryKey: string }>(
    await run(['locker', 'new', 'acme.locker', '--organisation', 'Acme', '--json']),
  )
  recoveryKey = made.recoveryKey
})

afterAll(async () => {
  nonsense.close()
  nonsense.closeAllConnections()
  await demo.close()
  await keyring.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('wrong use ends with exit code 2', () => {
  it.each<[string, string[], RegExp]>([
    ['an unknown flag', ['collect', '--lokcer', 'x'], /unknown option '--lokcer'.*did you mean --locker/],
    ['an unknown command', ['colect'], /unknown command 'colect'.*did you mean collect/],
    [
      'an unknown command of a group',
      ['locker', 'inof'],
      /unknown command 'inof'.*did you mean info.*locker --help/,
    ],
    ['a missing flag', ['locker', 'info'], /--locker is missing/],
    ['a missing argument', ['evidence', 'show', '--locker', 'x'], /missing.*'number'/],
    ['too many arguments', ['locker', 'info', 'more', '--locker', 'x'], /too many arguments/],
    [
      'a number that is none',
      ['journal', '--locker', 'x', '--limit', 'many'],
      /--limit does not take many.*1 to 1000/,
    ],
    [
      'an unknown topic',
      ['collect', '--locker', 'acme.locker', '--topics', 'mfa'],
      /no topic named mfa.*member-mfa/,
    ],
    ['no such evidence number', ['evidence', 'show', 'E-x', '--locker', 'x'], /E-x is no evidence number/],
    [
      'a period that ends before it starts',
      ['locker', 'new', 'y.locker', '--organisation', 'A', '--period', '2026-02-01..2026-01-01'],
      /--period does not take/,
    ],
    [
      'no connection to choose from',
      ['collect', '--locker', 'acme.locker'],
      /there is no connection yet.*connection add/,
    ],
    ['a size the box does not come in', ['demo', '--apps', '0'], /--apps does not take 0/],
  ])('%s', async (_, words, sentence) => {
    expectSentence(await run(words), 2, sentence)
  })

  it('and is a document with --json', async () => {
    const ran = await run(['collect', '--lokcer', 'x', '--json'])
    expect(ran.code).toBe(2)
    expect(documentOf(ran)).toEqual({
      error: {
        kind: 'wrong-use',
        what: "unknown option '--lokcer'",
        remedy: expect.stringContaining('--locker'),
      },
    })
  })
})

describe('files', () => {
  it('a folder that cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '')
    expectSentence(await run(['demo', '--dir', 'a-file/demo']), 1, 'a-file', /cannot be written/)
    expectSentence(
      await run(['locker', 'new', 'a-file/x.locker', '--organisation', 'A']),
      1,
      'x.locker cannot be written',
    )
    expectSentence(
      await run(['locker', 'new', 'nowhere/x.locker', '--organisation', 'A']),
      1,
      'x.locker cannot be written',
    )
  })

  it('a folder without permission', async () => {
    // Root may write everywhere but into the kernel's own folders.
    const closed = process.getuid?.() === 0 ? '/sys/kernel' : join(folder, 'closed')
    if (!existsSync(closed)) mkdirSync(closed, { mode: 0o500 })
    expectSentence(await run(['demo', '--dir', join(closed, 'demo')]), 1, closed, 'cannot be written')
    const made = await run(['locker', 'new', join(closed, 'x.locker'), '--organisation', 'A'])
    expectSentence(made, 1, 'x.locker cannot be written')
  })

  it('a file that is no locker, or none at all', async () => {
    writeFileSync(
      join(folder, 'letter.locker'),
      'Dear auditor, this is a letter and no locker.\n'.repeat(200),
    )
    writeFileSync(join(folder, 'empty.locker'), '')
    for (const name of ['letter.locker', 'empty.locker'])
      expectSentence(await run(['locker', 'info', '--locker', name]), 1, `${name} is not a locker`)
    expectSentence(
      await run(['locker', 'info', '--locker', 'absent.locker']),
      1,
      'absent.locker cannot be read',
    )
    expectSentence(
      await run(['locker', 'info', '--locker', 'letter.locker', '--recovery-key-stdin'], recoveryKey),
      1,
      'letter.locker is not a locker',
    )
  })

  it('a file that is there already', async () => {
    const before = readFileSync(join(folder, 'acme.locker'))
    const ran = await run(['locker', 'new', 'acme.locker', '--organisation', 'Other'])
    expectSentence(ran, 1, 'acme.locker already exists')
    expect(readFileSync(join(folder, 'acme.locker')).equals(before)).toBe(true)
  })

  it('what a deleted locker left behind', async () => {
    writeFileSync(join(folder, 'gone.locker-wal'), 'old pages')
    expectSentence(
      await run(['locker', 'new', 'gone.locker', '--organisation', 'A']),
      1,
      'gone.locker-wal already exists',
    )
    expect(existsSync(join(folder, 'gone.locker'))).toBe(false)
  })

  it('a wrong key, and a mistyped one', async () => {
    const words = ['locker', 'info', '--locker', 'acme.locker', '--recovery-key-stdin']
    expectSentence(await run(words, recoveryKeyOf(newKey())), 1, 'the key does not open', 'recovery key')
    expectSentence(await run(words, `${recoveryKey.slice(0, -1)}?`), 1, 'this is not a recovery key')
    expectSentence(await run(words, ''), 1, 'this is not a recovery key')
  })

  it('a locker whose key this keychain does not have', async () => {
    const core = createCore({
      actor: 'ana@laptop',
      proxy: null,
      credential: () => Promise.reject(new Error('none')),
    })
    await core.create(join(folder, 'foreign.locker'), ENGAGEMENT)
    await core.close()
    expectSentence(
      await run(['locker', 'info', '--locker', 'foreign.locker']),
      1,
      /holds no key for .*foreign\.locker.*recovery key/,
    )
  })

  it('a locker that is open elsewhere', async () => {
    const core = createCore({
      actor: 'ana@laptop',
      proxy: null,
      credential: () => Promise.reject(new Error('none')),
    })
    const made = await core.create(join(folder, 'busy.locker'), ENGAGEMENT)
    const words = ['locker', 'info', '--locker', 'busy.locker', '--recovery-key-stdin']
    expectSentence(await run(words, made.recoveryKey), 1, 'busy.locker is open in another window or command')
    await core.close()
    expect((await run(words, made.recoveryKey)).code).toBe(0)
  })

  it('a demo does not replace files that no demo made', async () => {
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine', 'demo.locker'), 'mine, sixteen bytes and more')
    expectSentence(await run(['demo', '--dir', 'mine']), 1, 'demo.locker already exists')
    expect(readdirSync(join(folder, 'mine'))).toEqual(['demo.locker'])
  })
})

describe('tokens', () => {
  const add = (label: string, url: string, token: string, ...more: string[]) =>
    run(['connection', 'add', label, '--api-url', url, ...more], token)

  it('one that is empty', async () => {
    expectSentence(await add('empty', demo.apiUrl, ' \n'), 1, 'the token is empty', 'authorizations:create')
  })

  it.each([
    ['expired', /token has expired/],
    ['revoked', /does not accept the token/],
    ['two-factor', /second factor/],
  ] as const)('one that is %s', async (role, sentence) => {
    expectSentence(await add(role, demo.apiUrl, demo.tokens[role]), 1, '127.0.0.1', sentence)
  })

  it('one of a host that does not answer, or that Heroku does not own', async () => {
    const dead = createServer()
    await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve))
    const url = urlOf(dead)
    await new Promise((resolve) => dead.close(resolve))
    expectSentence(await add('dead', url, demo.tokens.auditor), 1, new URL(url).host, 'does not answer')
    expectSentence(
      await add('evil', 'https://api.heroku.com.evil.example', 'x'),
      1,
      "not one of Heroku's hosts",
    )
    expectSentence(await add('plain', 'http://api.heroku.com', 'x'), 1, "not one of Heroku's hosts")
  })

  it('one of a host that answers no JSON', async () => {
    expectSentence(await add('hotel', urlOf(nonsense), demo.tokens.auditor), 1, 'no JSON')
  })

  it('none of them left a connection behind', async () => {
    expect(documentOf(await run(['connection', 'list', '--json']))).toEqual([])
  })

  it('one without the scope for config vars and data is told what it will not read', async () => {
    const ran = await add('reader', demo.apiUrl, demo.tokens.reader, '--json')
    const told = documentOf<{ probe: { cannotRead: { what: string; remedy: string }[] } }>(ran)
    expect(ran.code).toBe(0)
    expect(told.probe.cannotRead.map((gap) => gap.what).join()).toMatch(/config var/i)
    expectSentence(await add('Reader', demo.apiUrl, demo.tokens.reader), 1, 'named Reader already exists')
    await run(['connection', 'remove', 'reader'])
  })

  it('one that is refused when it comes to collecting', async () => {
    await add('late', demo.apiUrl, demo.tokens.revoked, '--no-test')
    expectSentence(await run(['collect', '--locker', 'acme.locker']), 1, 'does not accept the token')
    expect(documentOf(await run(['collect', '--locker', 'acme.locker', '--list', '--json']))).toEqual([])
    await run(['connection', 'remove', 'late'])
  })

  it('one of another account than the collection was begun with', async () => {
    await add('first', demo.apiUrl, demo.tokens.auditor)
    await add('second', demo.apiUrl, demo.tokens.member)
    expectSentence(
      await run(['collect', '--locker', 'acme.locker', '--connection', 'first', '--resume']),
      1,
      'no interrupted collection to resume',
    )
    await interruptedCollection()
    const ran = await run(['collect', '--locker', 'acme.locker', '--connection', 'second', '--resume'])
    expectSentence(ran, 1, 'the token belongs to', 'evidence.reader@northquay.example')
    const list = documentOf<{ state: string }[]>(
      await run(['collect', '--locker', 'acme.locker', '--list', '--json']),
    )
    expect(list.map((one) => one.state)).toEqual(['cancelled'])
    const resumed = await run([
      'collect',
      '--locker',
      'acme.locker',
      '--connection',
      'first',
      '--resume',
      '--json',
    ])
    expect(documentOf(resumed)).toMatchObject({ collection: { id: 1, state: 'complete' } })
  })

  /** Leaves a collection of the first account that was stopped on the way. */
  async function interruptedCollection(): Promise<void> {
    const { keyOfRecoveryKey } = await import('../../electron/core/store/recovery-key.ts')
    const connection = {
      id: 'x',
      label: 'first',
      apiUrl: demo.apiUrl,
      dataUrl: demo.dataUrl,
      account: null,
      addedAt: '',
    }
    const credential = async () => ({ connection, token: demo.tokens.auditor })
    const core = createCore({ actor: 'ana@laptop', proxy: null, credential })
    await core.open(join(folder, 'acme.locker'), keyOfRecoveryKey(recoveryKey))
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    await core
      .ask('collection:run', { connectionId: 'x' }, { signal: stop.signal, onProgress })
      .catch(() => {})
    await core.close()
  }
})

describe('an archive with a wrong checksum', () => {
  it('is disclosed by name, its events are left out, and the rest is there', async () => {
    const ran = await run([
      'demo',
      '--dir',
      'box',
      '--apps',
      '2',
      '--people',
      '12',
      '--events',
      '60',
      '--json',
    ])
    expect(ran.code).toBe(0)
    const told = documentOf<{ notRead: { reason: string }[]; verification: { intact: boolean } }>(ran)
    expect(told.notRead.map((one) => one.reason).join('\n')).toMatch(/audit archive .* published SHA-256/)
    expect(told.verification.intact).toBe(true)
  })
})

describe('keychains', () => {
  it('that are not there, are named, and nothing is made', async () => {
    const nobody = await openKeyringSession('none')
    try {
      const there = { cwd: folder, env: nobody.env }
      const made = await commandLine(['locker', 'new', 'no-key.locker', '--organisation', 'A'], there)
      expectSentence(made, 1, 'no keychain answers')
      const added = await commandLine(['connection', 'add', 'x', '--api-url', demo.apiUrl], there, 'token')
      expectSentence(added, 1, 'no keychain answers')
      expect(readdirSync(folder)).not.toContain('no-key.locker')
      const alone = await commandLine(
        ['locker', 'new', 'own.locker', '--organisation', 'A', '--no-keychain'],
        there,
      )
      expect(alone).toMatchObject({ code: 0, out: expect.stringContaining('Its key is kept nowhere') })
    } finally {
      await nobody.close()
    }
  })
})
