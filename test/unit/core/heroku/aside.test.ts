import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aside } from '../../../../electron/core/heroku/aside.ts'
import type { Exchanging } from '../../../../electron/core/heroku/exchanging.ts'
import { besideBase } from '../../../../electron/core/heroku/hosts.ts'
import { problem } from '../../../../shared/errors.ts'
import { startHostile } from '../../../fakes/hostile-heroku.ts'
import { clientOf } from '../../../fakes/hostile-heroku-client.ts'
import { json } from '../../../fakes/hostile-heroku-replies.ts'

const ask = { api: 'github', path: '/apps/1/github', variant: null, expand: null, range: null } as const

describe('services beside the two APIs', () => {
  it.each([
    ['https://api.heroku.com', 'https://kolkrabbi.heroku.com/', 'https://api.metrics.heroku.com/'],
    ['https://api.herokai.com', 'https://kolkrabbi.herokai.com/', 'https://api.metrics.herokai.com/'],
    ['http://127.0.0.1:5001', 'http://127.0.0.1:5001/', 'http://127.0.0.1:5001/'],
  ])('of %s are at %s and %s', (platform, github, metrics) => {
    expect(besideBase(new URL(platform), 'kolkrabbi').href).toBe(github)
    expect(besideBase(new URL(platform), 'api.metrics').href).toBe(metrics)
  })

  it('that do not take the token are disclosed, and not asked again; the collection goes on', async () => {
    const server = await startHostile({
      '/apps/1/github': json(401, { id: 'unauthorized', message: 'Invalid credentials' }),
      '/apps/3': json(200, { repo: 'still here' }),
    })
    const client = clientOf(server.url)
    try {
      const reader = client.reader(client.subject())
      const Link = z.object({ repo: z.string() })
      await expect(reader.find('/apps/1/github', Link, { api: 'github' })).rejects.toMatchObject({
        name: 'Refused',
        outcome: 'denied',
      })
      await expect(reader.find('/apps/2/github', Link, { api: 'github' })).rejects.toMatchObject({
        outcome: 'denied',
      })
      expect(await reader.get('/apps/3', Link)).toEqual({ repo: 'still here' })
      expect(server.seen.map((one) => [one.path, one.headers.accept])).toEqual([
        ['/apps/1/github', 'application/json'],
        ['/apps/3', 'application/vnd.heroku+json; version=3.sdk'],
      ])
    } finally {
      await client.close()
      await server.close()
    }
  })

  it('that cannot be reached are not asked again', async () => {
    const shared = { away: new Map() } as unknown as Exchanging
    let asked = 0
    const read = () => {
      asked++
      return Promise.reject(
        problem('host-unreachable', { host: 'kolkrabbi.heroku.com', why: 'its name is not known' }),
      )
    }
    for (let i = 0; i < 3; i++)
      await expect(aside(shared, ask, read)).rejects.toMatchObject({ name: 'Refused', outcome: 'failed' })
    expect(asked).toBe(1)
    await expect(
      aside(shared, { ...ask, api: 'metrics' }, () => Promise.resolve('other service')),
    ).resolves.toBe('other service')
  })

  it('pass on what is no problem of theirs', async () => {
    const shared = { away: new Map() } as unknown as Exchanging
    const stopped = new Error('stopped by the person')
    await expect(aside(shared, ask, () => Promise.reject(stopped))).rejects.toBe(stopped)
  })
})
