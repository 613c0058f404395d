import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openHeroku } from '../../electron/core/heroku/client.ts'
import { probe } from '../../electron/core/heroku/probe.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { all, errorOf } from '../fakes/hostile-heroku-started.ts'

const Named = z.object({ id: z.string(), name: z.string() })
let demo: Demo
beforeAll(async () => {
  demo = await startDemo({ apps: 40, people: 30, events: 400, months: 2 })
})
afterAll(() => demo.close())

function open(role: keyof Demo['tokens'] = 'auditor') {
  const client = openHeroku({
    ...demo,
    token: demo.tokens[role],
    proxy: null,
    concurrency: 8,
    fingerprintKey: Buffer.alloc(32, 1),
    signal: new AbortController().signal,
    firstSeq: 100,
  })
  return { client, reader: client.reader(client.subject()) }
}

const gapsOf = async (role: keyof Demo['tokens']) => {
  const { cannotRead } = await probe({ ...demo, token: demo.tokens[role], proxy: null })
  return cannotRead.map((gap) => gap.what).join('\n')
}

describe('the client and the Heroku in the box', () => {
  it('agree on who a token is and what it may read', async () => {
    const found = await probe({ ...demo, token: demo.tokens.auditor, proxy: null })
    expect(found.scopes).toEqual(['identity', 'read-protected'])
    expect(found.enterprises[0]?.permissions).toContain('manage')
    expect(found.rateLimitRemaining).toBeGreaterThan(4000)
    expect(await gapsOf('reader')).toMatch(/config vars[\s\S]*databases/)
    expect(await gapsOf('member')).toMatch(/enterprise account/)
    expect(JSON.stringify(found)).not.toContain('CANARY')
  })

  it.each([
    ['expired', 'token-expired'],
    ['revoked', 'token-refused'],
    ['two-factor', 'two-factor'],
  ] as const)('tell a token apart that is %s', async (role, kind) => {
    expect(await errorOf(probe({ ...demo, token: demo.tokens[role], proxy: null }))).toMatchObject({ kind })
  })

  it('agree on lists in pages, records without id, and features that are off', async () => {
    const { client, reader } = open()
    const apps = await all(reader.list('/apps', Named, { range: 'id ..; max=7' }))
    expect(new Set(apps.map((app) => app.id)).size).toBe(apps.length)
    expect(reader.lists()[0]).toMatchObject({
      pages: Math.ceil(apps.length / 7),
      records: apps.length,
      complete: true,
    })
    const settings = z.object({ key: z.string() })
    for (const app of apps.slice(0, 3))
      await all(reader.list(`/apps/${app.id}/config-vars-settings`, settings))
    expect(
      reader
        .lists()
        .slice(1)
        .every((list) => list.complete),
    ).toBe(true)
    const spaces = await all(reader.list('/spaces', Named))
    const drains = await Promise.all(
      spaces.map((space) => reader.find(`/spaces/${space.id}/log-drain`, z.object({}))),
    )
    expect(drains).toContain(null)
    const seqs = reader.exchanges().map((one) => one.seq)
    expect([...seqs].sort((a, b) => a - b)).toEqual(seqs.map((_, at) => 100 + at))
    expect(JSON.stringify([reader.exchanges(), reader.lists(), [...reader.dropped()]])).not.toContain(
      'CANARY',
    )
    await client.close()
  })

  it('hand over an archive whose checksum holds, without the token', async () => {
    const { client, reader } = open()
    const [enterprise] = await all(reader.list('/enterprise-accounts', Named))
    const path = `/enterprise-accounts/${enterprise?.id}/archives`
    const Archive = z.object({ year: z.number(), month: z.string(), checksum: z.string(), size: z.number() })
    const [first] = await all(reader.list(path, Archive, { variant: '3' }))
    const one = await reader.get(
      `${path}/${first?.year}/${first?.month}`,
      Archive.extend({ url: z.string() }),
      {
        variant: '3',
      },
    )
    const { stream, record } = await client.download(one.url)
    const hash = createHash('sha256')
    for await (const chunk of stream) hash.update(chunk)
    expect(record()).toMatchObject({ status: 200, bytes: one.size, path: '/{archive}' })
    expect(hash.digest('hex')).toBe(one.checksum)
    await client.close()
  })
})
