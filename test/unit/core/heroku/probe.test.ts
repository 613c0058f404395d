import { afterEach, describe, expect, it } from 'vitest'
import { type ProbeSettings, probe } from '../../../../electron/core/heroku/probe.ts'
import { type HostileHeroku, type Reply, startHostile } from '../../../fakes/hostile-heroku.ts'
import { QUICK, TOKEN } from '../../../fakes/hostile-heroku-client.ts'
import { json, raw, silent } from '../../../fakes/hostile-heroku-replies.ts'
import { errorOf } from '../../../fakes/hostile-heroku-started.ts'

let server: HostileHeroku | null = null
afterEach(async () => {
  await server?.close()
})

async function tryToken(script: Record<string, Reply>, settings: Partial<ProbeSettings> = {}) {
  server = await startHostile(script)
  const { url } = server
  return probe({
    apiUrl: url,
    dataUrl: url,
    token: TOKEN,
    proxy: null,
    timing: { ...QUICK, retries: 0 },
    ...settings,
  })
}

const denied = json(403, { id: 'forbidden', message: 'The scope of this authorization does not allow it.' })
const date = { date: 'Sat, 21 Nov 2026 09:00:00 GMT' }
const own = { scope: ['identity', 'read-protected'], access_token: { token: TOKEN, expires_in: 3600 } }
const other = { scope: ['global'], access_token: { token: 'HRKU-other', expires_in: null } }
const database = {
  id: 'd1',
  name: 'pg-round-1',
  addon_service: { name: 'heroku-postgresql' },
  plan: { name: 'heroku-postgresql:standard-0' },
}
const FULL: Record<string, Reply> = {
  '/account': json(
    200,
    { id: 'u1', email: 'ana@acme.example', federated: true },
    { 'ratelimit-remaining': '4321' },
  ),
  '/oauth/authorizations': json(200, [other, own], date),
  '/teams': json(200, [{ id: 't1', name: 'acme-prod', role: 'admin', enterprise_account: { name: 'acme' } }]),
  '/enterprise-accounts': json(200, [{ name: 'acme', permissions: ['view', 'manage'] }]),
  '/apps': json(200, [{ id: 'a1', name: 'api' }]),
  '/apps/a1/config-vars': json(200, { KEY: 'CANARY-value' }),
  '/addons': json(200, [{ ...database, addon_service: { name: 'papertrail' } }, database]),
  '/client/v11/databases/d1': json(200, { info: [], resource_url: 'postgres://CANARY' }),
}

describe('trying a token', () => {
  it('tells who it is, what it may do and until when', async () => {
    const found = await tryToken(FULL)
    expect(found).toMatchObject({
      account: { id: 'u1', email: 'ana@acme.example', federated: true },
      scopes: ['identity', 'read-protected'],
      expiresAt: '2026-11-21T10:00:00.000Z',
      teams: [{ name: 'acme-prod', role: 'admin', enterprise: 'acme' }],
      enterprises: [{ name: 'acme', permissions: ['view', 'manage'] }],
      rateLimitRemaining: 4321,
      cannotRead: [],
    })
    expect(found.clockOffsetMs).toEqual(expect.any(Number))
    expect(JSON.stringify(found)).not.toContain('CANARY')
    expect(server?.seen.every((one) => one.headers.authorization === `Bearer ${TOKEN}`)).toBe(true)
  })

  it.each<[string, Record<string, Reply>, RegExp, RegExp]>([
    [
      'the scope read leaves out config vars',
      {
        '/apps/a1/config-vars': denied,
        '/oauth/authorizations': json(200, [{ ...own, scope: ['identity', 'read'] }]),
      },
      /^config vars: .* the scope identity, read leaves it out/,
      /identity,read-protected/,
    ],
    [
      'the Data API refuses',
      { '/client/v11/databases/d1': denied },
      /^databases: .*does not allow it/,
      /-s identity/,
    ],
    [
      'the scope identity is missing',
      { '/account': denied, '/oauth/authorizations': json(200, [{ ...own, scope: ['read'] }]) },
      /^the collecting account.* lacks the scope identity/,
      /identity,read-protected/,
    ],
    [
      'the enterprise permission manage is missing',
      { '/enterprise-accounts': json(200, [{ name: 'acme', permissions: ['view'] }]) },
      /^the audit trail of enterprise account acme: it takes the permission manage; this account has view/,
      /ask for the permission manage/,
    ],
    [
      'the enterprise account is not visible',
      { '/enterprise-accounts': json(200, []) },
      /^members and the audit trail of enterprise account acme/,
      /ask for membership/,
    ],
    [
      'the account is no admin of a team',
      {
        '/teams': json(200, [
          { id: 't1', name: 'acme-prod', role: 'member', enterprise_account: null },
          { id: 't2', name: 'acme-open', role: 'member', enterprise_account: null },
        ]),
        '/teams/t1/invitations': denied,
        '/teams/t2/invitations': json(200, [{ id: 'i', user: { email: 'new@acme.example' } }]),
      },
      /^invitations of team acme-prod, .* the account is no admin there/,
      /ask an admin of acme-prod/,
    ],
    [
      'authorizations are not shown',
      { '/oauth/authorizations': denied },
      /^scope and expiry/,
      /heroku authorizations/,
    ],
  ])('tells what will be missing: %s', async (_, script, gap, remedy) => {
    const found = await tryToken({ ...FULL, ...script })
    const lines = found.cannotRead.map((one) => `${one.what}: ${one.why}`)
    expect(lines).toEqual([expect.stringMatching(gap)])
    expect(found.cannotRead[0]?.remedy).toMatch(remedy)
  })

  it('works without apps, teams or databases', async () => {
    const empty = json(200, [])
    const found = await tryToken({ ...FULL, '/apps': empty, '/addons': empty, '/teams': empty })
    expect(found).toMatchObject({ teams: [], cannotRead: [] })
  })

  it.each<[string, Reply, string]>([
    ['revoked', json(401, { id: 'unauthorized', message: 'Invalid credentials provided.' }), 'token-refused'],
    ['expired', json(401, { id: 'unauthorized', message: 'The access token has expired.' }), 'token-expired'],
    ['without a second factor', json(403, { id: 'two_factor', message: 'Needed.' }), 'two-factor'],
    ['that may do nothing', denied, 'read-refused'],
    ['on a host that is silent', silent(), 'host-unreachable'],
    ['on a host that is no API', raw(200, '<html>'), 'answer-not-json'],
    ['on a host that fails', json(500, {}), 'server-error'],
  ])('ends in one sentence for a token %s', async (_, reply, kind) => {
    const error = await errorOf(tryToken({ '*': reply }))
    expect(error).toMatchObject({ name: 'Problem', kind })
    expect(error.message).not.toContain(TOKEN)
  })
})
