import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { asking, rows } from './demo-walk.ts'

let demo: Demo

beforeAll(async () => {
  demo = await startDemo({ apps: 250, events: 300 })
})
afterAll(() => demo.close())

const bare = (path: string, headers: Record<string, string>, method = 'GET') =>
  fetch(`${demo.apiUrl}${path}`, { headers, method })

describe('pages', { timeout: 60_000 }, () => {
  it('the first page is 206 with Next-Range, the last one 200 without, and they join without gap', async () => {
    const ask = asking(demo)
    const first = await ask('/apps')
    expect(first.status).toBe(206)
    expect(rows(first)).toHaveLength(200)
    expect(first.headers.get('accept-ranges')).toBe('id, name')
    const ids = rows(first).map((row) => row.id)
    expect(first.headers.get('content-range')).toBe(`id ${ids[0]}..${ids.at(-1)}`)
    const next = first.headers.get('next-range') ?? ''
    const second = await ask('/apps', { range: next })
    expect(second.status).toBe(200)
    expect(second.headers.get('next-range')).toBeNull()
    const all = [...ids, ...rows(second).map((row) => row.id)]
    expect(all).toEqual(demo.organisation.apps.map((app) => app.id).sort())
  })

  it('up to 1,000 in one page, newest first when asked, 416 for a property that does not sort', async () => {
    const ask = asking(demo)
    expect(rows(await ask('/apps', { range: 'id ..; max=1000' }))).toHaveLength(250)
    const releases = await ask('/apps/rates-engine/releases', { range: 'version ..; order=desc,max=3' })
    expect(rows(releases).map((row) => row.version)).toEqual([1251, 1250, 1249])
    const bad = await ask('/apps', { range: 'colour ..' })
    expect(bad.status).toBe(416)
    expect(bad.body).toMatchObject({ id: 'requested_range_not_satisfiable' })
  })
})

describe('what every answer carries', { timeout: 60_000 }, () => {
  it('a Request-Id, a Date, an ETag, and 304 for who has it already', async () => {
    const ask = asking(demo)
    const first = await ask('/apps/freight-api')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('request-id')).toMatch(/^[\da-f-]{36}$/)
    expect(Math.abs(Date.parse(first.headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000)
    expect(etag).toMatch(/^"[\da-f]{40}"$/)
    const again = await ask('/apps/freight-api', { 'if-none-match': etag })
    expect([again.status, again.body]).toEqual([304, null])
    expect((await ask('/apps/freight-api', { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await ask('/apps/booking-portal')).headers.get('etag')).not.toBe(etag)
  })

  it('each request costs a token, but for /account/rate-limits and the Data API', async () => {
    const ask = asking(demo)
    const left = Number((await ask('/regions')).headers.get('ratelimit-remaining'))
    const { body } = await ask('/account/rate-limits')
    expect(body).toEqual({ remaining: left })
    const after = await ask('/stacks')
    expect(Number(after.headers.get('ratelimit-remaining'))).toBeLessThanOrEqual(left)
    const [database] = demo.organisation.addons
    const data = await ask(`/client/v11/databases/${database?.id}`)
    expect(data.headers.get('ratelimit-remaining')).toBeNull()
  })

  it('Accept-Expansion fills in service and plan, Accept-Inclusion the plan of an attachment', async () => {
    const ask = asking(demo)
    const plain = rows(await ask('/addons'))[0]
    expect(plain?.plan).not.toHaveProperty('compliance')
    const full = rows(await ask('/addons', { 'accept-expansion': 'addon_service,plan' }))[0]
    expect(full?.plan).toHaveProperty('compliance')
    expect(full?.addon_service).toHaveProperty('state')
    const included = rows(
      await ask('/apps/freight-api/addon-attachments', { 'accept-inclusion': 'addon:plan,config_vars' }),
    )[0]
    expect(included).toHaveProperty('addon.plan.name')
    expect(included).toHaveProperty('config_vars')
  })
})

describe('who is let in', { timeout: 60_000 }, () => {
  const accept = 'application/vnd.heroku+json; version=3'

  it.each([
    ['no token', {}],
    ['an unknown token', { authorization: 'Bearer HRKU-nobody' }],
    ['a scheme that nobody knows', { authorization: 'Digest x' }],
  ])('%s: 401 unauthorized', async (_name, headers) => {
    const response = await bare('/account', { accept, ...headers })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ id: 'unauthorized', url: expect.any(String) })
  })

  it('Basic with the token as password works too', async () => {
    const basic = Buffer.from(`:${demo.tokens.auditor}`).toString('base64')
    expect((await bare('/account', { accept, authorization: `Basic ${basic}` })).status).toBe(200)
  })

  it('an expired token reads other than a revoked one, a second factor is asked for by name', async () => {
    const expired = await asking(demo, 'expired')('/account')
    const revoked = await asking(demo, 'revoked')('/account')
    expect([expired.status, revoked.status]).toEqual([401, 401])
    expect(expired.body).toMatchObject({ message: expect.stringContaining('expired') })
    expect(revoked.body).not.toMatchObject({ message: expect.stringContaining('expired') })
    const factor = await asking(demo, 'two-factor')('/account')
    expect([factor.status, factor.body]).toEqual([403, expect.objectContaining({ id: 'two_factor' })])
    const given = await asking(demo, 'two-factor')('/account', { 'heroku-two-factor-code': '123456' })
    expect(given.status).toBe(200)
  })

  it.each([undefined, '*/*', 'application/json', 'application/vnd.heroku+json; version=2'])(
    'Accept %s: 406',
    async (wanted) => {
      const response = await bare('/account', {
        authorization: `Bearer ${demo.tokens.auditor}`,
        ...(wanted ? { accept: wanted } : {}),
      })
      expect(response.status).toBe(406)
      expect(await response.json()).toMatchObject({ id: 'not_acceptable' })
    },
  )

  it.each(['3', '3.sdk', '3.team-invitations', '3.dogwood'])('version %s is fine', async (version) => {
    const answer = await asking(demo)('/apps/freight-api', {
      accept: `application/vnd.heroku+json; version=${version}`,
    })
    expect(answer.status).toBe(200)
  })

  it('`read` sees no config vars and no databases, `read-protected` does', async () => {
    const [database] = demo.organisation.addons
    for (const path of ['/apps/freight-api/config-vars', `/client/v11/databases/${database?.id}`]) {
      const refused = await asking(demo, 'reader')(path)
      expect([refused.status, refused.body]).toEqual([403, expect.objectContaining({ id: 'forbidden' })])
      expect((await asking(demo)(path)).status).toBe(200)
    }
  })

  it('a plain member sees the own team alone, no enterprise account, and not what admins see', async () => {
    const ask = asking(demo, 'member')
    expect(rows(await ask('/teams')).map((row) => row.name)).toEqual(['northquay-labs'])
    expect(rows(await ask('/enterprise-accounts'))).toEqual([])
    expect((await ask('/enterprise-accounts/northquay/members')).status).toBe(403)
    expect((await ask('/teams/northquay-core')).status).toBe(404)
    expect((await ask('/apps/freight-api')).status).toBe(404)
    expect((await ask('/teams/northquay-labs/invitations')).status).toBe(403)
    const seen = rows(await ask('/apps', { range: 'id ..; max=1000' }))
    expect(new Set(seen.map((app) => (app.team as { name: string }).name))).toEqual(
      new Set(['northquay-labs']),
    )
  })

  it('a feature that is off and a thing that is not there both answer 404 not_found', async () => {
    const ask = asking(demo)
    for (const path of [
      '/spaces/harbour-frankfurt/log-drain',
      '/pipelines/customs-desk/review-app-config',
      '/apps/no-such-app',
      '/no/such/address',
    ]) {
      const got = await ask(path)
      expect([got.path, got.status]).toEqual([path, 404])
      expect(got.body).toMatchObject({ id: 'not_found' })
    }
  })
})

describe('what is not a read', { timeout: 60_000 }, () => {
  it('is answered 405 and counted, but for the few POSTs that only look up', async () => {
    const headers = {
      accept: 'application/vnd.heroku+json; version=3',
      authorization: `Bearer ${demo.tokens.auditor}`,
    }
    expect(demo.counts.writes).toBe(0)
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      expect((await bare('/apps/freight-api', headers, method)).status).toBe(405)
    }
    expect(demo.counts.writes).toBe(4)
    const resolved = await fetch(`${demo.apiUrl}/actions/addons/resolve`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ addon: 'DATABASE', app: 'freight-api' }),
    })
    expect(resolved.status).toBe(200)
    expect(demo.counts.writes).toBe(4)
    expect(demo.requestLog().filter((line) => line.status === 405)).toHaveLength(4)
  })

  it('HEAD answers like GET, without a body', async () => {
    const headers = {
      accept: 'application/vnd.heroku+json; version=3',
      authorization: `Bearer ${demo.tokens.auditor}`,
    }
    const response = await bare('/regions', headers, 'HEAD')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})

describe('an empty bucket', { timeout: 60_000 }, () => {
  it('answers 429 with the body that Heroku sends, and keeps /account/rate-limits free', async () => {
    const small = await startDemo({ burst: 3, perMinute: 0, events: 0 })
    try {
      const ask = asking(small)
      const statuses = []
      for (let i = 0; i < 5; i++) statuses.push((await ask('/regions')).status)
      expect(statuses).toEqual([200, 200, 200, 429, 429])
      const refused = await ask('/regions')
      expect(refused.body).toMatchObject({ id: 'rate_limit', message: expect.any(String) })
      expect(refused.headers.get('ratelimit-remaining')).toBe('0')
      expect((await ask('/account/rate-limits')).body).toEqual({ remaining: 0 })
      expect(small.counts.limited).toBe(3)
    } finally {
      await small.close()
    }
  })

  it('a clock that is told to be wrong shows in the Date header', async () => {
    const skewed = await startDemo({ clockOffsetMs: -7_200_000, events: 0 })
    try {
      const { headers } = await asking(skewed)('/regions')
      const off = Date.parse(headers.get('date') ?? '') - Date.now()
      expect(Math.round(off / 60_000)).toBe(-120)
    } finally {
      await skewed.close()
    }
  })
})
