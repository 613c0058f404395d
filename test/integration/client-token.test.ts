import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { HerokuSettings } from '../../electron/core/heroku/client.ts'
import { startHostile } from '../fakes/hostile-heroku.ts'
import { clientOf, TOKEN } from '../fakes/hostile-heroku-client.ts'
import { cutShort, drip, json, raw, reset, silent } from '../fakes/hostile-heroku-replies.ts'
import { all, errorOf, starter } from '../fakes/hostile-heroku-started.ts'

const start = starter()
const Thing = z.object({ id: z.string() })
const told = (status: number, id: string, message: string) => json(status, { id, message })

/** A proxy that writes down what it is asked and lets nobody through. */
async function startProxy() {
  const seen: string[] = []
  const server = createServer().on('connect', (request, socket) => {
    seen.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`)
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://user:CANARY-pass@127.0.0.1:${(server.address() as AddressInfo).port}`
  return { address, seen, close: () => new Promise((resolve) => server.close(resolve)) }
}

describe('what a token is told', () => {
  it.each([
    [401, 'unauthorized', 'Invalid credentials provided.', 'token-refused'],
    [401, 'unauthorized', 'The access token has expired.', 'token-expired'],
    [401, 'token_expired', '', 'token-expired'],
    [402, 'delinquent', 'Pay your invoices.', 'account-delinquent'],
    [403, 'two_factor', 'A second authentication factor is required.', 'two-factor'],
    [403, 'suspended', 'Your account is suspended.', 'account-suspended'],
    [412, 'precondition_failed', '', 'two-factor'],
  ])('%i %s “%s” stops the collection: %s', async (status, id, message, kind) => {
    const { server, reader } = await start({ '*': told(status, id, message) })
    expect(await errorOf(reader.get('/apps/a', Thing))).toMatchObject({ name: 'Problem', kind })
    expect(await errorOf(all(reader.listIfAllowed('/apps', Thing)))).toMatchObject({ kind })
    expect(server.seen).toHaveLength(2)
    expect(reader.exchanges()).toMatchObject([{ status }, { status }])
  })

  it.each([
    [403, 'forbidden', 'You do not have access.', 'denied'],
    [403, 'suspended', 'This app is suspended.', 'denied'],
    [404, 'not_found', "Couldn't find that app.", 'absent'],
    [410, 'gone', 'This add-on was deprovisioned.', 'gone'],
    [422, 'invalid_params', 'Wrong.', 'failed'],
    [300, '', '', 'failed'],
    [304, '', '', 'failed'],
  ])('%i %s “%s” concerns its path: %s', async (status, id, message, outcome) => {
    const { server, reader } = await start({ '*': told(status, id, message) })
    expect(await errorOf(reader.get('/apps/a', Thing))).toMatchObject({ name: 'Refused', status, outcome })
    expect(server.seen).toHaveLength(1)
  })

  it('by the Data API alone concerns the path; the platform has the last word', async () => {
    const platform = json(200, { remaining: 4000 })
    const { reader } = await start({ '/d': told(401, 'x', 'No.'), '/account/rate-limits': platform })
    expect(await errorOf(reader.get('/d', Thing, { api: 'data' }))).toMatchObject({ outcome: 'denied' })
    const expired = told(401, 'unauthorized', 'The token has expired.')
    const other = await start({ '/d': told(401, 'x', 'Expired.'), '/account/rate-limits': expired })
    const error = await errorOf(other.reader.get('/d', Thing, { api: 'data' }))
    expect(error).toMatchObject({ kind: 'token-expired' })
  })
})

describe('a token', () => {
  it.each([
    ['', 'token-empty'],
    [' \n ', 'token-empty'],
    ['two words', 'token-malformed'],
    ['line\r\nX-Injected: 1', 'token-malformed'],
    ['“HRKU-typographic”', 'token-malformed'],
  ])('%j is refused before anything is sent', (token, kind) => {
    expect(() => clientOf('http://127.0.0.1:9', { token })).toThrow(expect.objectContaining({ kind }))
  })

  it('is not sent where a redirect leads to another origin', async () => {
    const elsewhere = await startHostile({ '*': json(200, { id: 'x' }) })
    const { reader } = await start({ '/x': raw(302, '', { location: `${elsewhere.url}/x?CANARY=1` }) })
    const error = await errorOf(reader.get('/x', Thing))
    expect(error).toMatchObject({ kind: 'redirect-refused' })
    expect(error.message).toContain(new URL(elsewhere.url).host)
    expect(error.message).not.toContain('CANARY')
    expect(elsewhere.seen).toEqual([])
    await elsewhere.close()
  })

  it('follows a redirect within the origin, a few times, and never to a read that is never made', async () => {
    const to = (location: string) => raw(307, '', { location })
    const script = {
      '/a': to('/b'),
      '/b': json(200, { id: 'b' }),
      '/loop': to('/loop'),
      '/bad': to('/addons/x/sso'),
    }
    const { server, reader } = await start(script)
    expect(await reader.get('/a', Thing)).toEqual({ id: 'b' })
    expect(await errorOf(reader.get('/loop', Thing))).toMatchObject({ outcome: 'failed' })
    expect(await errorOf(reader.get('/bad', Thing))).toMatchObject({ outcome: 'failed' })
    expect(server.seen.map((one) => one.path)).toEqual([
      '/a',
      '/b',
      '/loop',
      '/loop',
      '/loop',
      '/loop',
      '/bad',
    ])
  })

  it('is not sent for a path that leaves the host or returns credentials', async () => {
    const { server, reader } = await start({ '*': json(200, { id: 'x' }) })
    for (const path of ['//attacker.example/x', '/apps/../account', '/client/v11/databases/d/bastion']) {
      expect(await errorOf(reader.get(path, Thing))).toMatchObject({ outcome: 'failed', status: 0 })
    }
    expect(server.seen).toEqual([])
  })

  it('goes only into the tunnel of a proxy, never to the proxy', async () => {
    const proxy = await startProxy()
    const client = clientOf('https://api.heroku.com', { proxy: proxy.address, retries: 0 })
    const error = await errorOf(client.reader(client.subject()).get('/account', Thing))
    expect(error.message).toContain('api.heroku.com does not answer (the proxy does not let us through)')
    expect(proxy.seen).toHaveLength(1)
    expect(proxy.seen[0]).toContain('CONNECT api.heroku.com:443')
    expect(proxy.seen[0]).not.toContain(TOKEN)
    expect(inspect(error, { depth: 9 })).not.toContain('CANARY')
    await client.close()
    await proxy.close()
  })

  it('to this computer goes past any proxy', async () => {
    const { reader } = await start({ '/x': json(200, { id: 'x' }) }, { proxy: 'http://127.0.0.1:9' })
    expect(await reader.get('/x', Thing)).toEqual({ id: 'x' })
  })

  it.each(['not a proxy', 'http://', 'socks4://user:CANARY@127.0.0.1'])(
    'is not sent by a proxy %j',
    (proxy) => {
      expect(() => clientOf('https://api.heroku.com', { proxy })).toThrow(
        expect.objectContaining({ kind: 'wrong-use', message: expect.not.stringContaining('CANARY') }),
      )
    },
  )

  it('takes the proxy from the environment, and NO_PROXY too', async () => {
    const proxy = await startProxy()
    const before = { ...process.env }
    Object.assign(process.env, { HTTPS_PROXY: proxy.address, NO_PROXY: 'data.herokudev.com' })
    try {
      const settings = { dataUrl: 'https://data.herokudev.com:1', retries: 0, timing: { connectMs: 300 } }
      const client = clientOf('https://api.heroku.com', settings)
      const reader = client.reader(client.subject())
      for (const api of ['platform', 'data'] as const) {
        expect(await errorOf(reader.get('/x', Thing, { api }))).toMatchObject({ kind: 'host-unreachable' })
      }
      expect(proxy.seen.map((line) => line.split(' ')[1])).toEqual(['api.heroku.com:443'])
      await client.close()
    } finally {
      process.env = before
      await proxy.close()
    }
  })
})

describe('no error holds the token', () => {
  const echo = json(
    403,
    { id: TOKEN, message: `Token ${TOKEN} is not allowed\u001b[31m` },
    { 'request-id': TOKEN, etag: TOKEN },
  )
  const cases: readonly (readonly [string, Parameters<typeof start>[0], Partial<HerokuSettings>])[] = [
    ['echoed by the server', { '*': echo }, {}],
    ['echoed as the name of a field', { '*': json(200, { [TOKEN]: 1 }) }, {}],
    ['echoed in a redirect', { '*': raw(302, '', { location: `https://x.example/${TOKEN}` }) }, {}],
    ['echoed as no JSON', { '*': raw(200, `<p>${TOKEN}`) }, {}],
    ['reset', { '*': reset() }, {}],
    ['cut short', { '*': cutShort() }, {}],
    ['silent', { '*': silent() }, {}],
    ['dripping', { '*': drip(5) }, {}],
    ['expired', { '*': json(401, { id: 'unauthorized', message: `expired ${TOKEN}` }) }, {}],
    ['limited', { '*': json(429, { id: 'rate_limit', message: TOKEN }) }, { timing: { limitedTimes: 0 } }],
  ]

  it.each(cases)('%s', async (_, script, settings) => {
    const { reader } = await start(script, { retries: 0, ...settings })
    const errors = [
      await errorOf(reader.get('/x', Thing)),
      await errorOf(all(reader.list(`/apps/${TOKEN}`, Thing))),
    ]
    const kept: unknown[] = [
      reader.exchanges(),
      reader.refusals(),
      reader.lists(),
      [...reader.dropped()],
      errors,
    ]
    for (const error of errors) kept.push([error.message, error.stack, String(error.cause)])
    expect(inspect(kept, { depth: 12, showHidden: true })).not.toContain(TOKEN)
    expect(JSON.stringify(kept)).not.toContain('\\u001b')
  })
})

describe('stopping', () => {
  it('ends reads that run and reads that wait, with the reason', async () => {
    const stop = new AbortController()
    const { reader } = await start({ '*': silent() }, { signal: stop.signal, concurrency: 1 })
    const reads = [reader.get('/a', Thing), reader.get('/b', Thing), all(reader.listIfAllowed('/c', Thing))]
    const ended = Promise.allSettled(reads)
    setTimeout(() => stop.abort(new Error('the person pressed Ctrl-C')), 20)
    for (const one of await ended) {
      expect(one).toMatchObject({ status: 'rejected', reason: { message: 'the person pressed Ctrl-C' } })
    }
    expect(reader.refusals()).toEqual([])
  })

  it('ends the wait after a 429 and before a next try', async () => {
    const stop = new AbortController()
    const timing = { retryMs: 60_000, retryMaxMs: 60_000, limitedMs: 60_000, limitedMaxMs: 60_000 }
    const script = { '/a': json(503, {}), '/b': json(429, {}) }
    const { reader } = await start(script, { signal: stop.signal, timing })
    const ended = Promise.allSettled([reader.get('/a', Thing), reader.get('/b', Thing)])
    setTimeout(() => stop.abort(new Error('enough')), 50)
    expect(await ended).toMatchObject([{ reason: { message: 'enough' } }, { reason: { message: 'enough' } }])
  })

  it('closes connections that are open', async () => {
    const { client, reader, server } = await start({ '*': silent() })
    const read = errorOf(reader.get('/a', Thing))
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await client.close()
    expect((await read).name).toBe('AbortError')
  })
})
