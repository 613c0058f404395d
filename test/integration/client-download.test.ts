import { createHash, randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { startHostile } from '../fakes/hostile-heroku.ts'
import { TOKEN } from '../fakes/hostile-heroku-client.ts'
import { cutShort, json, raw, reset, sequence } from '../fakes/hostile-heroku-replies.ts'
import { errorOf, starter } from '../fakes/hostile-heroku-started.ts'

const start = starter()
const FILE = randomBytes(3_000_000)
const file = raw(200, FILE, { 'content-type': 'application/gzip', etag: '"e"', 'x-amz-request-id': 'r' })

async function sha256(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk)
  return hash.digest('hex')
}

describe('an archive', () => {
  it('comes byte for byte, without the token and without its address in the record', async () => {
    const { server, client } = await start({ '/CANARY-key?signature=CANARY': file })
    const { stream, record } = await client.download(`${server.url}/CANARY-key?signature=CANARY`)
    expect(await sha256(stream)).toBe(createHash('sha256').update(FILE).digest('hex'))
    expect(server.seen[0]?.headers.authorization).toBeUndefined()
    expect(JSON.stringify(server.seen[0]?.headers)).not.toContain(TOKEN)
    expect(record()).toMatchObject({
      seq: 1,
      status: 200,
      bytes: FILE.length,
      attempts: 1,
      path: '/{archive}',
    })
    expect(JSON.stringify(record())).not.toContain('CANARY')
    expect(client.stats()).toMatchObject({ requests: 1, bytes: FILE.length })
  })

  it('is followed to other origins, a few times', async () => {
    const storage = await startHostile({ '/file': file, '/again': raw(302, '', { location: '/again' }) })
    const { server, client } = await start({
      '/a': raw(302, '', { location: `${storage.url}/file` }),
      '/b': raw(302, '', { location: `${storage.url}/again` }),
      '/c': raw(302, '', { location: 'http://storage.example/file' }),
      '/d': raw(302, '', { location: 'file:///etc/passwd' }),
    })
    await sha256((await client.download(`${server.url}/a`)).stream)
    expect(storage.seen[0]?.headers.authorization).toBeUndefined()
    for (const path of ['/b', '/c', '/d']) {
      expect(await errorOf(client.download(server.url + path))).toMatchObject({
        name: 'Refused',
        outcome: 'failed',
      })
    }
    expect(storage.seen).toHaveLength(1 + 3)
    await storage.close()
  })

  it('is tried again when its beginning fails', async () => {
    const { server, client } = await start({ '/a': sequence(raw(503, 'SlowDown'), reset(), file) })
    const { stream, record } = await client.download(`${server.url}/a`)
    await sha256(stream)
    expect(record()).toMatchObject({ attempts: 3, status: 200 })
  })

  it('ends with a problem when it breaks in the middle', async () => {
    const { server, client } = await start({ '/a': cutShort() })
    const { stream } = await client.download(`${server.url}/a`)
    expect(await errorOf(sha256(stream))).toMatchObject({ kind: 'host-unreachable' })
  })

  it.each([
    [403, 'denied'],
    [404, 'absent'],
    [410, 'gone'],
    [400, 'failed'],
  ])('that its storage refuses with %i is disclosed as %s', async (status, outcome) => {
    const { server, client } = await start({ '*': raw(status, '<Error><Key>CANARY</Key></Error>') })
    const error = await errorOf(client.download(`${server.url}/CANARY`))
    expect(error).toMatchObject({ name: 'Refused', status, outcome })
    expect(inspect(error, { depth: 9 })).not.toContain('CANARY')
  })

  it.each([
    'http://storage.example/x',
    'ftp://storage.example/x',
    'no address',
    'https://u:p@storage.example/x',
  ])('is not fetched from %s', async (address) => {
    const { client } = await start({ '*': json(200, {}) })
    expect(await errorOf(client.download(address))).toMatchObject({ name: 'Refused', status: 0 })
    expect(client.stats().requests).toBe(0)
  })

  it('stops when the collection is told to', async () => {
    const stop = new AbortController()
    const { server, client } = await start({ '/a': cutShort() }, { signal: stop.signal })
    const { stream } = await client.download(`${server.url}/a`)
    stop.abort(new Error('enough'))
    expect((await errorOf(sha256(stream))).message).toBe('enough')
  })
})
