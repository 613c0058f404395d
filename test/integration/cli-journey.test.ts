import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECKS } from '../../electron/core/checks/index.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { commandLine, documentOf, type Place, type Ran } from '../fakes/command-line.ts'
import { type KeyringSession, openKeyringSession } from '../fakes/keyring-session.ts'

/** The main job, typed by a person at the command line, against a real keychain and the Heroku in the box. */
describe('from a token to a workbook', () => {
  let demo: Demo
  let keyring: KeyringSession
  let place: Place
  const printed: string[] = []

  const run = async (words: readonly string[], input = ''): Promise<Ran> => {
    const ran = await commandLine(words, place, input)
    printed.push(ran.out, ran.err)
    return ran
  }
  const done = async (words: readonly string[], input = ''): Promise<Ran> => {
    const ran = await run(words, input)
    expect(`${ran.code} ${ran.err}`).toMatch(/^0 /)
    return ran
  }
  const json = async <T>(words: readonly string[], input = '') =>
    documentOf<T>(await done([...words, '--json'], input))

  beforeAll(async () => {
    keyring = await openKeyringSession('unlocked')
    demo = await startDemo({ apps: 6, people: 12, events: 200, months: 3 })
    place = { cwd: mkdtempSync(join(tmpdir(), 'cli-')), env: keyring.env }
  })

  afterAll(async () => {
    await demo.close()
    await keyring.close()
    rmSync(place.cwd, { recursive: true, force: true })
  })

  it('adds, tests, lists and renames a connection', async () => {
    const added = await done(
      ['connection', 'add', 'audit', '--api-url', demo.apiUrl],
      `${demo.tokens.auditor}\n`,
    )
    expect(added.out).toContain('evidence.reader@northquay.example')
    const tested = await json<{ probe: { scopes: string[] } }>(['connection', 'test', 'audit'])
    expect(tested.probe.scopes).toEqual(['identity', 'read-protected'])
    await done(['connection', 'rename', 'audit', 'box'])
    const listed = await json<{ label: string }[]>(['connection', 'list'])
    expect(listed.map((one) => one.label)).toEqual(['box'])
  })

  it('makes a locker and shows its recovery key once', async () => {
    const made = await json<{ recoveryKey: string; keychain: boolean }>([
      'locker',
      'new',
      'acme.locker',
      '--organisation',
      'Acme',
      '--period',
      '2026-01-01..2026-12-31',
    ])
    expect(made.keychain).toBe(true)
    expect(made.recoveryKey).toMatch(/^([0-9A-Z]{5}-){11}[0-9A-Z]{5}$/)
    const info = await done(['locker', 'info', '--locker', 'acme.locker'])
    expect(info.out).toContain('2026-01-01 to 2026-12-31')
    expect(info.out).not.toContain(made.recoveryKey)
  })

  it('collects, and tells with --strict that something was refused', async () => {
    const ran = await run(['collect', '--locker', 'acme.locker', '--strict', '--json'])
    const told = documentOf<{
      collection: { state: string; counts: { events: number } }
      notRead: unknown[]
    }>(ran)
    expect(told.collection).toMatchObject({ state: 'complete', counts: { events: 213 } })
    expect(told.notRead.length).toBeGreaterThan(0)
    expect(ran.code).toBe(3)
    const listed = await done(['collect', '--locker', 'acme.locker', '--list'])
    expect(listed.out).toMatch(/1 {2}complete/)
  })

  it('plans a collection, collects again by tags, and tells what changed', async () => {
    const plan = await json<{ total: number; basis: { collectionId: number } }>([
      ...['collect', '--locker', 'acme.locker', '--dry-run', '--reserve', '10'],
    ])
    expect(plan).toMatchObject({ basis: { collectionId: 1 } })
    expect(plan.total).toBeGreaterThan(100)
    const again = await json<{ collection: { id: number; counts: { unchanged: number } } }>([
      ...['collect', '--locker', 'acme.locker', '--tier', 'extended'],
    ])
    expect(again.collection.id).toBe(2)
    const told = await json<{ from: { id: number }; rows: unknown[] }>(['changes', '--locker', 'acme.locker'])
    expect(told).toMatchObject({ from: { id: 1 }, to: { id: 2 }, rows: [] })
    const said = await done(['changes', '--locker', 'acme.locker', '--from', '1', '--to', '2'])
    expect(said.out).toMatch(/^Collection 2 .* against collection 1 .*: 0 subjects differ\./)
  })

  it('checks, and tells with --strict that checks fail', async () => {
    const strict = await run(['check', '--locker', 'acme.locker', '--strict', '--limit', '3'])
    expect(strict.code).toBe(3)
    expect(strict.out).toMatch(new RegExp(`^${CHECKS.length} checks answered`))
    expect(strict.out).toMatch(/\d+ more failures/)
    const told = await json<{ answers: { fail: number } }>(['check', '--locker', 'acme.locker'])
    expect(told.answers.fail).toBeGreaterThan(0)
  })

  it('tells coverage, finds evidence and events, and shows an item with its provenance', async () => {
    const coverage = await json<{ framework: string }[]>(['frameworks', '--locker', 'acme.locker'])
    expect(coverage.map((one) => one.framework)).toContain('hipaa')
    const { hits } = await json<{ hits: { in: string }[] }>([
      'search',
      'northquay',
      '--locker',
      'acme.locker',
    ])
    expect(new Set(hits.map((hit) => hit.in))).toEqual(new Set(['evidence', 'event']))
    const few = await json<{ hits: { in: string }[] }>([
      ...['search', 'northquay', '--locker', 'acme.locker', '--limit', '5'],
    ])
    expect(few.hits.map((hit) => hit.in)).toEqual(['evidence', 'evidence', 'evidence', 'event', 'event'])
    const page = await json<{ rows: { id: number; topic: string; hash: string }[]; next: string | null }>([
      'evidence',
      'list',
      '--locker',
      'acme.locker',
      '--topic',
      'app-inventory',
      '--limit',
      '2',
    ])
    expect(page.rows.map((row) => row.topic)).toEqual(['app-inventory', 'app-inventory'])
    const rest = await json<{ rows: { id: number }[] }>([
      'evidence',
      'list',
      '--locker',
      'acme.locker',
      '--topic',
      'app-inventory',
      '--after',
      page.next ?? '',
    ])
    expect(rest.rows).toHaveLength(4)
    const shown = await done(['evidence', 'show', `E-00${page.rows[0]?.id}`, '--locker', 'acme.locker'])
    expect(shown.out).toContain(page.rows[0]?.hash)
    expect(shown.out).toContain('/apps')
  })

  it('writes the workbook once and does not replace it', async () => {
    const written = await json<{ sheets: unknown[]; sha256: string }>([
      'export',
      'workbook',
      'acme.xlsx',
      '--locker',
      'acme.locker',
    ])
    expect(written.sheets.length).toBeGreaterThan(40)
    const again = await run(['export', 'workbook', 'acme.xlsx', '--locker', 'acme.locker'])
    expect(again).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^error: .*acme\.xlsx already exists: .*\.\n$/),
    })
  })

  it('changes the key: the old recovery key ends, the new one opens, and recover keeps it here', async () => {
    const { recoveryKey } = await json<{ recoveryKey: string }>([
      'locker',
      'rekey',
      '--locker',
      'acme.locker',
    ])
    const told = await json<{ intact: boolean; checked: { events: number } }>([
      'locker',
      'verify',
      '--locker',
      'acme.locker',
    ])
    expect(told).toMatchObject({ intact: true, checked: { events: 213 } })
    const elsewhere = await openKeyringSession('unlocked')
    try {
      const there = { ...place, env: elsewhere.env }
      const words = ['locker', 'info', '--locker', 'acme.locker']
      expect((await commandLine(words, there)).err).toMatch(
        /^error: the keychain holds no key for .*acme\.locker/,
      )
      expect((await commandLine([...words, '--recovery-key-stdin'], there, recoveryKey)).code).toBe(0)
      expect(
        (await commandLine(['locker', 'recover', '--locker', 'acme.locker'], there, recoveryKey)).code,
      ).toBe(0)
      expect((await commandLine(words, there)).code).toBe(0)
    } finally {
      await elsewhere.close()
    }
  })

  it('kept a journal of it all', async () => {
    const { rows } = await json<{ rows: { action: string }[] }>([
      'journal',
      '--locker',
      'acme.locker',
      '--limit',
      '1000',
    ])
    const actions = rows.map((row) => row.action)
    for (const action of [
      'locker.created',
      'collection.started',
      'collection.completed',
      'locker.rekeyed',
      'locker.verified',
    ])
      expect(actions).toContain(action)
    expect(actions.filter((action) => /check/.test(action)).length).toBe(2)
    expect(actions.filter((action) => /workbook|export/.test(action)).length).toBe(1)
  })

  it('removes the connection with its token', async () => {
    await done(['connection', 'remove', 'box'])
    const ran = await run(['collect', '--locker', 'acme.locker', '--connection', 'box'])
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('there is no connection named box') })
  })

  it('printed no secret, and left none in the files of the person', () => {
    expect(printed.join('')).not.toContain('CANARY')
    const home = place.env.HOME ?? ''
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files.map((file) => file.name)).toContain('connections.json')
    for (const file of files)
      expect(readFileSync(join(file.parentPath, file.name)).includes('CANARY'), file.name).toBe(false)
    expect(readdirSync(place.cwd).toSorted()).toEqual(['acme.locker', 'acme.xlsx'])
  })
})
