import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const MAIN = join(import.meta.dirname, '../../electron/demo/main.ts')
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Starts `npm run heroku` as its own process. */
function heroku(...words: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  const text = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    text.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    text.err += chunk
  })
  const said = async () => {
    while (!text.out.endsWith('\n')) await once(child.stdout, 'data')
    return text.out
  }
  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
    return { code: child.exitCode, signal: child.signalCode, ...text }
  }
  return { child, said, ended }
}

describe('npm run heroku', { timeout: 60_000 }, () => {
  it('prints an address and a token that work, and ends cleanly on Ctrl-C', async () => {
    const box = heroku('--apps', '3', '--events', '10')
    const [, url = '', token = ''] = /^address: (\S+)\ntoken: +(\S+)\n$/.exec(await box.said()) ?? []
    const response = await fetch(`${url}/apps`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.heroku+json; version=3' },
    })
    expect(await response.json()).toHaveLength(3)
    box.child.kill('SIGINT')
    expect(await box.ended()).toMatchObject({ code: 0, signal: null })
  })

  it('--json is one object on standard output', async () => {
    const box = heroku('--json', '--events', '10')
    const facts = JSON.parse(await box.said())
    expect(facts).toMatchObject({ apiUrl: facts.dataUrl, token: facts.tokens.auditor })
    box.child.kill('SIGTERM')
    expect((await box.ended()).code).toBe(0)
  })

  it('an unknown flag, a bad number and a taken port end in one sentence', async () => {
    const unknown = await heroku('--bogus').ended()
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err.trim().split('\n')).toHaveLength(1)
    expect(unknown.err).toContain('--bogus')
    expect((await heroku('--apps', 'many').ended()).code).toBe(2)

    const first = heroku('--json', '--events', '10')
    const { apiUrl } = JSON.parse(await first.said())
    const second = await heroku('--port', new URL(apiUrl).port).ended()
    expect(second.code).toBe(2)
    expect(second.err).toMatch(/^port \d+ is taken or not allowed: choose another with --port\.\n$/)
  })
})
