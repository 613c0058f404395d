import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { Imported, ListInfo } from '../../shared/contract-scope.ts'
import { commandLine, documentOf, type Place } from '../fakes/command-line.ts'
import { type KeyringSession, openKeyringSession } from '../fakes/keyring-session.ts'

/** Scope, lists and statements, typed by a person at the command line. */
describe('what a person tells at the command line', () => {
  let demo: Demo
  let keyring: KeyringSession
  let place: Place

  const run = (words: readonly string[], input = '') =>
    commandLine([...words, '--locker', 'a.locker'], place, input)
  const json = async <T>(words: readonly string[], input = '') => {
    const ran = await run([...words, '--json'], input)
    expect(`${ran.code} ${ran.err}`).toMatch(/^0 /)
    return documentOf<T>(ran)
  }
  const file = (name: string, text: string) => {
    writeFileSync(join(place.cwd, name), text)
    return name
  }

  beforeAll(async () => {
    keyring = await openKeyringSession('unlocked')
    demo = await startDemo({ apps: 6, people: 12, events: 100, months: 2 })
    place = { cwd: mkdtempSync(join(tmpdir(), 'cli-')), env: keyring.env }
    await commandLine(
      ['connection', 'add', 'box', '--api-url', demo.apiUrl],
      place,
      `${demo.tokens.auditor}\n`,
    )
    await commandLine(
      ['locker', 'new', 'a.locker', '--organisation', 'Acme', '--period', '2026-01-01..2026-12-31'],
      place,
    )
    expect(
      (
        await run([
          'collect',
          '--topics',
          'app-inventory,pipelines-promotions,space-isolation,sso-identity-provider',
        ])
      ).code,
    ).toBe(0)
  }, 120_000)
  afterAll(async () => {
    await demo.close()
    await keyring.close()
    rmSync(place.cwd, { recursive: true, force: true })
  })

  it('narrows the engagement and takes it back', async () => {
    const act = await json<{ act: number }>(['scope', 'set', '--teams', 'northquay-core'])
    const told = await run(['scope', 'show'])
    expect(told.out).toMatch(/northquay-data .*left out/)
    expect((await run(['scope', 'set', '--teams', 'nobody'])).err).toContain('knows no team nobody')
    expect((await run(['scope', 'set'])).code).toBe(2)
    await json(['undo', String(act.act)])
    expect((await run(['scope', 'show'])).out).toContain('nothing yet: everything is in scope')
  })

  it('confirms what is suggested, tags by hand, and imports tags', async () => {
    const accepted = await json<{ act: { says: string } }>([
      'scope',
      'proposals',
      '--fields',
      'environment',
      '--accept',
    ])
    expect(accepted.act.says).toMatch(/apps? tagged: environment/)
    expect(
      (await run(['scope', 'tag', 'freight-api', '--data', 'personal,cardholder', '--owner', 'Ana'])).code,
    ).toBe(0)
    expect((await run(['scope', 'tag', 'freight-api', '--data', 'card'])).err).toContain('--data is not card')
    file('tags.csv', 'App,Criticality\nfreight-api,high\n')
    expect(await json<Imported>(['scope', 'import', 'tags.csv'])).toMatchObject({ changed: 1 })
    const { rows } = await json<{ rows: { tag: object }[] }>(['scope', 'tags', '--search', 'freight-api'])
    expect(rows.map(({ tag }) => tag)).toContainEqual(
      expect.objectContaining({
        environment: 'production',
        dataClasses: ['personal', 'cardholder'],
        owner: 'Ana',
        criticality: 'high',
      }),
    )
  })

  it('gives a list by file and by paste, whole or not at all', async () => {
    const template = await commandLine(['list', 'template', 'log-hosts', '--out', 'hosts.csv'], place)
    expect(template.code).toBe(0)
    expect(readFileSync(join(place.cwd, 'hosts.csv'), 'utf8')).toMatch(
      /^\ufeffHost,Owner,Reason\r\nlogs\.example\.com,/,
    )
    expect((await commandLine(['list', 'template', 'log-hosts', '--out', 'hosts.csv'], place)).code).not.toBe(
      0,
    )
    expect(await json<Imported>(['list', 'import', 'log-hosts', 'hosts.csv', '--by', 'Ana'])).toMatchObject({
      added: 1,
    })
    const wrong = await run([
      'list',
      'import',
      'log-hosts',
      file('wrong.csv', 'Host\nno host\n'),
      '--by',
      'Ana',
    ])
    expect([wrong.code, wrong.out]).toEqual([
      2,
      expect.stringContaining('Row 2, Host: “no host” is no host name'),
    ])
    expect(wrong.out).toContain('Nothing was taken over')
    const pasted = await json<Imported>(
      ['list', 'import', 'log-hosts', '-', '--by', 'Ana', '--add'],
      'b.example.com\n',
    )
    expect(pasted).toMatchObject({
      added: 1,
      kept: 1,
      reading: { notes: [expect.stringContaining('order of the template')] },
    })
    expect((await run(['list', 'show', 'log-hosts'])).out).toMatch(
      /2 rows, given by Ana[\s\S]*b\.example\.com/,
    )
    const kinds = await json<ListInfo[]>(['list', 'kinds'])
    expect(kinds.find(({ kind }) => kind === 'log-hosts')?.given?.rows).toBe(2)
    await json(['list', 'remove', 'log-hosts'])
    expect((await run(['list', 'show', 'log-hosts'])).out).toContain(
      'No list of approved log hosts was given',
    )
    expect((await run(['list', 'import', 'log-hosts', 'hosts.csv'])).err).toContain('--by is missing')
    expect((await run(['list', 'show', 'hosts'])).err).toContain('the kind is not hosts')
  })

  it('states what no API tells, and withdraws it', async () => {
    const words = [
      'attestation',
      'add',
      'retention-policy',
      '--answer',
      'yes',
      '--person',
      'Ana',
      '--statement',
      'Exported.',
    ]
    const { id } = await json<{ id: string }>([...words, '--fact', 'days=30', 'policy=P1'])
    const [said] = await json<{ age: string; attestation: { facts: object } }[]>(['attestation', 'list'])
    expect(said).toMatchObject({ age: 'current', attestation: { facts: { days: 30, policy: 'P1' } } })
    expect((await run([...words, '--fact', 'colour=red'])).err).toContain('has no fact colour')
    expect((await run(['attestation', 'kinds'])).out).toMatch(/retention-policy +current/)
    await json(['attestation', 'withdraw', id])
    expect((await run(['attestation', 'list'])).out).toContain('Nobody has stated anything yet')
  })

  it('lists what there is without any locker', async () => {
    const kinds = documentOf<ListInfo[]>(await commandLine(['list', 'kinds', '--json'], place))
    expect(kinds.length).toBeGreaterThan(30)
    const statements = documentOf<{ kind: string }[]>(
      await commandLine(['attestation', 'kinds', '--json'], place),
    )
    expect(statements.map(({ kind }) => kind)).toContain('third-party-oauth-restriction')
  })
})
