import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { commandLine, documentOf, type Place, PROGRAM } from '../fakes/command-line.ts'
import { type KeyringSession, openKeyringSession } from '../fakes/keyring-session.ts'

let demo: Demo
let keyring: KeyringSession
let place: Place

beforeAll(async () => {
  keyring = await openKeyringSession('unlocked')
  demo = await startDemo({ apps: 12, people: 12, events: 90, months: 2, latency: 60 })
  place = { cwd: mkdtempSync(join(tmpdir(), 'cli-stop-')), env: keyring.env }
  await commandLine(['connection', 'add', 'box', '--api-url', demo.apiUrl], place, demo.tokens.auditor)
  await commandLine(['locker', 'new', 'acme.locker', '--organisation', 'Acme'], place)
})

afterAll(async () => {
  await demo.close()
  await keyring.close()
  rmSync(place.cwd, { recursive: true, force: true })
})

/** Starts a collection and waits until it is under way: so many requests after the start. */
async function collecting(...more: readonly string[]): Promise<{
  child: ChildProcess
  ended: Promise<{ code: number | null; signal: string | null; out: string; err: string }>
}> {
  const before = demo.counts.requests
  const child = spawn(process.execPath, [PROGRAM, 'collect', '--locker', 'acme.locker', ...more], {
    cwd: place.cwd,
    env: { PATH: process.env.PATH ?? '', ...place.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told.err += text))
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...told }))
  while (demo.counts.requests < before + 40 && child.exitCode === null)
    await new Promise((resume) => setTimeout(resume, 10))
  return { child, ended }
}

const states = async () =>
  documentOf<{ state: string }[]>(
    await commandLine(['collect', '--locker', 'acme.locker', '--list', '--json'], place),
  ).map((one) => one.state)

describe('Ctrl-C', () => {
  it('stops a collection cleanly and says how to continue', async () => {
    const { child, ended } = await collecting()
    child.kill('SIGINT')
    const ran = await ended
    expect(ran.code).toBe(130)
    expect(ran.err).toContain('stopping cleanly')
    expect(ran.out).toMatch(/^Collection 1 was stopped after .*what was read is kept\.$/m)
    expect(ran.out).toMatch(/^Continue with:\n {4}.* collect --locker acme\.locker --resume$/m)
    expect(readdirSync(place.cwd)).toEqual(['acme.locker'])
    expect(await states()).toEqual(['cancelled'])
  })

  it('twice ends at once, and the next run finds what was committed', async () => {
    const { child, ended } = await collecting('--resume')
    child.kill('SIGINT')
    child.kill('SIGINT')
    const ran = await ended
    expect(ran.signal ?? ran.code).toBeOneOf(['SIGINT', 130])
    expect((await states())[0]).toBeOneOf(['interrupted', 'cancelled'])
  })

  it('and what was stopped is completed by --resume', async () => {
    const ran = await commandLine(['collect', '--locker', 'acme.locker', '--resume', '--json'], place)
    expect(documentOf(ran)).toMatchObject({ collection: { id: 1, state: 'complete' } })
    const told = await commandLine(['locker', 'verify', '--locker', 'acme.locker', '--json'], place)
    expect(documentOf(told)).toMatchObject({ intact: true })
  })
})

describe('output', () => {
  const shell = async (line: string) => {
    const child = spawn('bash', ['-c', `set -o pipefail; "$0" "$1" ${line}`, process.execPath, PROGRAM], {
      cwd: place.cwd,
      env: { PATH: process.env.PATH ?? '', ...place.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    const [code] = await once(child, 'close')
    return { code, err }
  }

  it('that nobody reads on is no error', async () => {
    expect(await shell('coverage --json | head -c 10')).toEqual({ code: 0, err: '' })
  })

  it.skipIf(process.platform !== 'linux')('that finds no room is told in one sentence', async () => {
    expect(await shell('coverage --json > /dev/full')).toEqual({
      code: 1,
      err: 'error: there is no space left where the output of this command lies: free some space and try again; what was committed is safe.\n',
    })
  })
})

describe('heroku', () => {
  it('answers until it is told to stop', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'heroku', '--apps', '2', '--people', '12', '--json'], {
      env: { PATH: process.env.PATH ?? '', ...place.env },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ended = once(child, 'close')
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const { apiUrl, token } = JSON.parse(line.toString()) as { apiUrl: string; token: string }
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/vnd.heroku+json; version=3' }
    expect((await fetch(`${apiUrl}/account`, { headers })).status).toBe(200)
    child.kill('SIGINT')
    expect((await ended)[0]).toBe(0)
    await expect(fetch(`${apiUrl}/account`, { headers })).rejects.toThrow()
  })

  it('says in one sentence that a port is taken', async () => {
    const port = new URL(demo.apiUrl).port
    const ran = await commandLine(['heroku', '--port', port], place)
    expect(ran).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(new RegExp(`port ${port} is taken.*\\n$`)),
    })
  })
})
