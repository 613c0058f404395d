import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mayBeAsked } from '../../../../electron/core/heroku/forbidden.ts'
import { isKnownRead, KNOWN_READS } from '../../../../electron/core/heroku/known-reads.ts'
import { startHostile } from '../../../fakes/hostile-heroku.ts'
import { clientOf } from '../../../fakes/hostile-heroku-client.ts'
import { json, raw } from '../../../fakes/hostile-heroku-replies.ts'

const EXCLUDED = join(import.meta.dirname, '../../../../../shared/heroku/excluded-endpoints.json')
const APIS = ['platform', 'data', 'github', 'metrics'] as const
const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/), fc.constant('~'))

/** Every place of a path that stands for an id, filled. */
const filled = (template: string) =>
  fc
    .array(id, { minLength: 6, maxLength: 6 })
    .map((ids) => ids.reduce((path, one) => path.replace(/\{[^}]+\}|\*/, one), template))

/** Paths of an entry: several stand in one where Heroku never described them one by one. */
function denied(): readonly { readonly path: string; readonly reason: string }[] {
  const entries: readonly { path: string; reason: string }[] = JSON.parse(readFileSync(EXCLUDED, 'utf8'))
  return entries
    .filter(({ reason }) => reason.startsWith('DENY'))
    .flatMap(({ path, reason }) => path.split(', ').map((one) => ({ path: one, reason })))
}

describe('the list of reads', () => {
  it('knows each of its paths with any id in it, and nothing below', () => {
    for (const api of APIS)
      for (const template of KNOWN_READS[api])
        fc.assert(
          fc.property(filled(template), (path) => {
            expect(isKnownRead(api, path), path).toBe(true)
            expect(isKnownRead(api, `${path}?start=2026-01-01`), path).toBe(true)
            expect(isKnownRead(api, `${path}/a/b/c/d`), path).toBe(false)
          }),
          { numRuns: 5 },
        )
  })

  it('knows a path on its own service only', () => {
    expect(isKnownRead('platform', '/apps/shop/github')).toBe(false)
    expect(isKnownRead('data', '/apps/shop/dynos')).toBe(false)
    expect(isKnownRead('platform', '/client/v11/databases/x')).toBe(false)
  })

  it('has each path once, and none that would return credentials', () => {
    for (const api of APIS) expect(new Set(KNOWN_READS[api]).size).toBe(KNOWN_READS[api].length)
    for (const api of APIS)
      for (const template of KNOWN_READS[api])
        fc.assert(
          fc.property(filled(template), (path) => mayBeAsked(path)),
          { numRuns: 5 },
        )
  })

  it.skipIf(!existsSync(EXCLUDED))('has nothing that is to be left alone, whatever its ids', () => {
    const paths = denied()
    expect(paths.length).toBeGreaterThan(15)
    for (const { path: template, reason } of paths)
      fc.assert(
        fc.property(filled(template), (path) => {
          for (const api of APIS) expect(isKnownRead(api, path), `${path}: ${reason}`).toBe(false)
          expect(mayBeAsked(path), `${path}: ${reason}`).toBe(false)
        }),
        { numRuns: 20 },
      )
  })
})

describe('the client', () => {
  it('refuses a read that is not on the list before it leaves, and sends those that are', async () => {
    const server = await startHostile({ '/apps': json(200, []), '/addons/1/config': json(200, {}) })
    const client = clientOf(server.url, { mayRead: isKnownRead })
    const reader = client.reader(client.subject())
    const paths = ['/addons/1/config', '/apps/shop/config', '/password-resets', '/users/~/sms-number']
    try {
      for (const path of paths)
        await expect(reader.get(path, z.unknown()), path).rejects.toMatchObject({
          name: 'Refused',
          status: 0,
          outcome: 'failed',
        })
      expect(server.seen).toEqual([])
      expect(await reader.get('/apps', z.unknown())).toEqual([])
      expect(server.seen.map(({ path }) => path)).toEqual(['/apps'])
    } finally {
      await client.close()
      await server.close()
    }
  })

  it('follows no redirect to a read that is not on the list', async () => {
    const server = await startHostile({ '/teams': raw(302, '', { location: '/apps/shop/secrets' }) })
    const client = clientOf(server.url, { mayRead: isKnownRead })
    try {
      await expect(client.reader(client.subject()).get('/teams', z.unknown())).rejects.toMatchObject({
        name: 'Refused',
      })
      expect(server.seen.map(({ path }) => path)).toEqual(['/teams'])
    } finally {
      await client.close()
      await server.close()
    }
  })
})
