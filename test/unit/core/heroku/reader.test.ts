import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refused } from '../../../../electron/core/heroku/refused.ts'
import { containsSecret, Secret, secret } from '../../../../electron/core/heroku/secret.ts'
import { TOKEN } from '../../../fakes/hostile-heroku-client.ts'
import { json, paged } from '../../../fakes/hostile-heroku-replies.ts'
import { all, starter } from '../../../fakes/hostile-heroku-started.ts'

const App = z.object({ id: z.string(), name: z.string() })
const start = starter()

describe('a reader', () => {
  it('sends a GET with the token, the variant and nothing else that is its own', async () => {
    const { server, reader } = await start({ '/account': json(200, { id: 'a', email: 'x@acme.example' }) })
    await reader.get('/account', z.object({ email: z.string() }))
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      accept: 'application/vnd.heroku+json; version=3.sdk',
    })
    expect(server.seen[0]?.headers.range).toBeUndefined()
  })

  it('lets through only what the schema names, and says which names it dropped', async () => {
    const body = [
      {
        id: '1',
        name: 'a',
        blob: { url: 'x' },
        owner: { email: 'e', token: 't' },
        tags: { k: { a: 1, b: 2 } },
      },
    ]
    const { reader } = await start({ '/apps/9f1c3a52-0d6f-4f6e-9a53-1f2e3d4c5b6a/slugs': json(200, body) })
    const schema = z.object({
      id: z.string(),
      owner: z.object({ email: z.string() }),
      tags: z.record(z.string(), z.object({ a: z.number() })),
    })
    const items = await all(reader.list('/apps/9f1c3a52-0d6f-4f6e-9a53-1f2e3d4c5b6a/slugs', schema))
    expect(items).toEqual([{ id: '1', owner: { email: 'e' }, tags: { k: { a: 1 } } }])
    expect([...reader.dropped()].map(([path, names]) => [path, [...names].sort()])).toEqual([
      ['/apps/{id}/slugs', ['blob', 'name', 'owner.token', 'tags.*.b']],
    ])
  })

  it('follows pages to the end and proves it', async () => {
    const pages = [[{ id: '1', name: 'a' }], [{ id: '2', name: 'b' }], [{ id: '3', name: 'c' }]]
    const { server, reader } = await start({ '/apps': paged(pages) })
    const carriers: (number | undefined)[] = []
    for await (const _ of reader.list('/apps', App)) carriers.push(reader.last()?.seq)
    expect(carriers).toEqual([1, 2, 3])
    expect(server.seen.map((one) => one.headers.range)).toEqual([
      'id ..; max=1000',
      'id ]page1..; max=1000',
      'id ]page2..; max=1000',
    ])
    expect(reader.lists()).toEqual([
      {
        path: '/apps',
        pages: 3,
        records: 3,
        ranges: ['id ..; max=1000', 'id ]page1..; max=1000', 'id ]page2..; max=1000'],
        lastStatus: 200,
        complete: true,
      },
    ])
    expect(reader.exchanges()[0]).toMatchObject({
      seq: 1,
      method: 'GET',
      path: '/apps',
      range: { asked: 'id ..; max=1000', got: 'id page0..page0; max=1000', next: 'id ]page1..; max=1000' },
      status: 206,
      requestId: 'req-1',
      etag: 'W/"e1"',
      apiVersion: '3.sdk',
      count: 1,
      attempts: 1,
    })
  })

  it('yields a page before it asks for the next', async () => {
    const { server, reader } = await start({
      '/apps': paged([[{ id: '1', name: 'a' }], [{ id: '2', name: 'b' }]]),
    })
    for await (const _ of reader.list('/apps', App)) break
    expect(server.seen).toHaveLength(1)
    expect(reader.lists()[0]).toMatchObject({ pages: 1, complete: false })
  })

  it('has read a list to its end once the last page is here, also where a collector needs no more of it', async () => {
    const { reader } = await start({
      '/apps': paged([
        [
          { id: '1', name: 'a' },
          { id: '2', name: 'b' },
        ],
      ]),
    })
    for await (const _ of reader.list('/apps', App)) break
    expect(reader.lists()[0]).toMatchObject({ pages: 1, records: 2, complete: true })
  })

  it('asks equal reads of one subject once, whether at the same time or later, and only the first reader records', async () => {
    const { server, client } = await start({
      '/apps': paged([[{ id: '1', name: 'a' }], [{ id: '2', name: 'b' }]]),
    })
    const cache = client.subject()
    const [one, two] = [client.reader(cache), client.reader(cache)]
    const [a, b] = await Promise.all([
      all(one.list('/apps', App)),
      all(two.list('/apps', z.object({ id: z.string() }))),
    ])
    expect(a).toHaveLength(2)
    expect(b).toEqual([{ id: '1' }, { id: '2' }])
    expect(server.seen).toHaveLength(2)
    expect(one.exchanges().length + two.exchanges().length).toBe(2)
    expect(two.last()?.seq).toBe(2)
    const later = client.reader(cache)
    expect(await all(later.list('/apps', App))).toHaveLength(2)
    expect([later.exchanges(), later.lists()]).toEqual([[], []])
    const three = client.reader(client.subject())
    await all(three.list('/apps', App))
    expect(server.seen).toHaveLength(4)
  })

  it('reads a feature that is off as null, once, and discloses it', async () => {
    const { server, client } = await start({})
    const cache = client.subject()
    const [one, two] = [client.reader(cache), client.reader(cache)]
    expect(await one.find('/spaces/s1/log-drain', App)).toBeNull()
    expect(await two.find('/spaces/s1/log-drain', App)).toBeNull()
    for (const reader of [one, two])
      expect(reader.last(), 'the 404 that says so').toMatchObject({ status: 404 })
    expect(server.seen).toHaveLength(1)
    const reason = "Couldn't find that thing. (404)"
    expect(one.refusals()).toEqual([{ path: '/spaces/s1/log-drain', outcome: 'off', reason }])
    expect(two.refusals()).toEqual([{ path: '/spaces/s1/log-drain', outcome: 'off', reason }])
    await expect(two.get('/spaces/s1/log-drain', App)).rejects.toMatchObject({
      outcome: 'absent',
      status: 404,
    })
  })

  it('goes on after a refused list only where the collector says so', async () => {
    const forbidden = json(403, { id: 'forbidden', message: 'You do not have access.' })
    const { reader } = await start({ '/teams': forbidden })
    await expect(all(reader.list('/teams', App))).rejects.toBeInstanceOf(Refused)
    expect(await all(reader.listIfAllowed('/teams', App))).toEqual([])
    expect(reader.refusals()).toEqual([
      { path: '/teams', outcome: 'denied', reason: 'You do not have access. (403)' },
    ])
    expect(reader.lists().every((list) => !list.complete && list.lastStatus === 403)).toBe(true)
  })

  it('leaves out a record that is not as documented, discloses it and keeps the others', async () => {
    const body = [
      { id: '1', name: 'a' },
      { id: '2', name: 7 },
      { id: '3', name: 'c' },
    ]
    const { reader } = await start({ '/apps': json(200, body) })
    expect((await all(reader.list('/apps', App))).map((app) => app.id)).toEqual(['1', '3'])
    expect(reader.refusals()).toEqual([
      { path: '/apps', outcome: 'failed', reason: expect.stringMatching(/^1 record left out: .*name/) },
    ])
  })

  it('never lets a schema of its own say what the value was', async () => {
    const { reader } = await start({ '/apps/a1': json(200, { url: 'CANARY not a url' }) })
    const schema = z.object({ url: z.string().transform((text) => new URL(text).host) })
    const error = await reader.get('/apps/a1', schema).catch((one: unknown) => one)
    expect(error).toMatchObject({ outcome: 'failed' })
    expect(JSON.stringify(reader.refusals()) + String(error)).not.toContain('CANARY')
  })

  it('keeps secrets as secrets: they compare and fingerprint in memory and print as a placeholder', async () => {
    const value = 'CANARY-s3cr3t-9f8e7d6c5b4a-Zq'
    const { reader } = await start({ '/apps/a1/config-vars': json(200, { KEY: value, OWN: TOKEN }) })
    const vars = await reader.get('/apps/a1/config-vars', z.record(z.string(), secret()))
    expect(containsSecret(vars)).toBe(true)
    expect(JSON.stringify(vars)).not.toContain('CANARY')
    const [key, own] = [vars.KEY ?? null, vars.OWN ?? null]
    expect(reader.fingerprint(key)).toEqual({ hmac: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(reader.fingerprint(key)).toEqual(reader.fingerprint(value))
    const partly = new Secret('HRKU-CANARY-****')
    expect([key, own, partly, null].map((one) => reader.isOwnToken(one))).toEqual([false, true, null, null])
  })

  it('reads the Data API with its own version, without ranges, also from an envelope', async () => {
    const { server, reader } = await start({ '/data/x': json(200, { items: [{ id: '1', name: 'a' }] }) })
    expect(await all(reader.list('/data/x', App, { api: 'data' }))).toHaveLength(1)
    expect(server.seen[0]?.headers.accept).toBe('application/vnd.heroku+json; version=3')
    expect(server.seen[0]?.headers.range).toBeUndefined()
    expect(reader.lists()).toEqual([
      { path: '/data/x', pages: 1, records: 1, ranges: [''], lastStatus: 200, complete: true },
    ])
  })

  it('adds the page size to a range of the collector and sends its expansion', async () => {
    const { server, reader } = await start({ '*': json(200, []) })
    await all(reader.list('/apps/a/releases', App, { range: 'version ..; order=desc' }))
    await all(reader.list('/addons', App, { expand: 'addon_service,plan' }))
    expect(server.seen[0]?.headers.range).toBe('version ..; order=desc, max=1000')
    expect(server.seen[1]?.headers['accept-expansion']).toBe('addon_service,plan')
  })
})
