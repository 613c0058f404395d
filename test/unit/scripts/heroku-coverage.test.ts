import { describe, expect, it } from 'vitest'
import type { Endpoint, EndpointReads } from '../../../electron/core/coverage/index.ts'
import { besideSchema, derive, endpointOf, isCovered } from '../../../scripts/heroku-coverage/derive.ts'
import { pageOf } from '../../../scripts/heroku-coverage/page.ts'
import { whyDropped } from '../../../scripts/heroku-coverage/reasons.ts'

const facts: Omit<Endpoint, 'id' | 'path'> = {
  ...{ host: 'api.heroku.com', tier: 'core', scope: 'read', role: 'own account', stability: null },
  ...{ confidence: 'schema', purpose: 'A thing' },
}
const endpoint = (id: string, path: string, more: Partial<Endpoint> = {}): Endpoint => ({
  ...{ ...facts, id, path },
  ...more,
})
const ENDPOINTS = [
  endpoint('keys', '/account/keys'),
  endpoint('team', '/teams/{team}'),
  endpoint('names', '/teams/permissions'),
  endpoint('pg', '/client/v11/databases/{id}', { host: 'api.data.heroku.com' }),
]

describe('an endpoint', () => {
  it('is found by a path, the more exact one first, on its own service', () => {
    expect(endpointOf(ENDPOINTS, 'platform', '/teams/acme?x=1')?.id).toBe('team')
    expect(endpointOf(ENDPOINTS, 'platform', '/teams/permissions')?.id).toBe('names')
    expect(endpointOf(ENDPOINTS, 'platform', '/client/v11/databases/1')).toBeNull()
    expect(endpointOf(ENDPOINTS, 'data', '/client/v11/databases/1')?.id).toBe('pg')
    expect(endpointOf(ENDPOINTS, 'platform', '/teams/acme/secrets')).toBeNull()
  })
})

describe('what is derived', () => {
  const field = (path: string, secret = false) => ({ path, secret })
  const reads = [
    { collector: 'ssh-keys', api: 'platform', path: '/account/keys', fields: [field('id'), field('email')] },
    { collector: 'ssh-keys', api: 'platform', path: '/account/keys', fields: [field('public_key', true)] },
  ] as const

  it('tells collectors, fields kept, looked at and dropped, with the reason', () => {
    const schema = new Set(['id', 'email', 'public_key', 'updated_at', 'price.cents', 'token', 'comment'])
    const [keys, team] = derive(ENDPOINTS, reads, (_host, path) => (path === '/account/keys' ? schema : null))
    expect(keys).toMatchObject({
      readBy: [{ collector: 'ssh-keys', topic: 'ssh-keys', tier: 'core', per: 'account' }],
      kept: ['email', 'id'],
      inMemory: ['public_key'],
      schema: true,
    })
    expect(keys?.dropped.map(({ fields }) => fields)).toEqual([
      ['comment'],
      ['price.cents'],
      ['token'],
      ['updated_at'],
    ])
    expect(team).toEqual({ id: 'team', readBy: [], kept: [], inMemory: [], dropped: [], schema: false })
  })

  it('keeps what is known of dropped fields where no schema is at hand', () => {
    const before: EndpointReads = {
      ...{ id: 'keys', readBy: [], kept: [], inMemory: [], schema: true },
      dropped: [{ why: 'a secret', fields: ['token'] }],
    }
    expect(derive(ENDPOINTS, reads, null, [before])[0]).toMatchObject({
      dropped: before.dropped,
      schema: true,
      kept: ['email', 'id'],
    })
  })

  it('notices a field that the published schema does not have', () => {
    const read = { id: 'keys', readBy: [], kept: ['id', 'made_up'], inMemory: [], dropped: [], schema: true }
    expect(besideSchema(read, new Set(['id', 'email']))).toEqual(['made_up'])
    expect(besideSchema({ ...read, kept: ['id', 'app'] }, new Set(['items.id', 'items.app.name']))).toEqual(
      [],
    )
    expect(besideSchema(read, null)).toEqual([])
  })
})

describe('a field', () => {
  it('is let through by itself, by what stands above it, and by any name', () => {
    expect(isCovered('a.b', ['a.b'])).toBe(true)
    expect(isCovered('a.b', ['a'])).toBe(true)
    expect(isCovered('a.b', ['a.*'])).toBe(true)
    expect(isCovered('items.a', ['a'])).toBe(true)
    expect(isCovered('a', ['a.b'])).toBe(false)
    expect(isCovered('ab', ['a'])).toBe(false)
  })

  it('that is dropped has a reason', () => {
    const whys = whyDropped(['tunnels.pre_shared_key', 'web_url', 'x', 'organization.name'], [])
    expect(whys.map(({ why, fields }) => [fields[0], why.split(' ').slice(0, 2).join(' ')])).toEqual([
      ['organization.name', 'an older'],
      ['tunnels.pre_shared_key', 'a secret,'],
      ['web_url', 'an address'],
      ['x', 'nothing in'],
    ])
  })
})

describe('the page', () => {
  it('names the reason of a read that is never made', () => {
    const none = { readBy: [], kept: [], inMemory: [], dropped: [], schema: false }
    const totals = {
      endpoints: 1,
      collected: 0,
      optional: 0,
      'on-demand': 0,
      'not-read': 1,
      besides: 0,
      topics: 1,
    }
    const page = pageOf({
      endpoints: [
        {
          ...endpoint('team', '/teams/{team}', { unread: 'The list tells it.' }),
          ...none,
          state: 'not-read',
        },
      ],
      topics: [{ topic: 'releases', ways: [{ how: 'collected', collector: 'releases', tier: 'extended' }] }],
      totals,
    })
    expect(page).toContain('| `GET /teams/{team}` | never read. The list tells it. | read | own account |')
    expect(page).toContain('| `releases` | `releases` (extended) |')
  })
})
