import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { COLLECTORS } from '../../electron/core/collectors/index.ts'
import { endpointReads, endpoints, herokuCoverage } from '../../electron/core/coverage/index.ts'
import { mayBeAsked } from '../../electron/core/heroku/forbidden.ts'
import { isKnownRead, KNOWN_READS } from '../../electron/core/heroku/known-reads.ts'
import { BESIDE_SCHEMA } from '../../scripts/heroku-coverage/beside-schema.ts'
import { apiOf, besideSchema, derive, endpointOf, isCovered } from '../../scripts/heroku-coverage/derive.ts'
import { type Observed, observe } from '../../scripts/heroku-coverage/observe.ts'
import { pageOf } from '../../scripts/heroku-coverage/page.ts'
import { haveSchemas, schemaFields } from '../../scripts/heroku-coverage/schema.ts'

const root = join(import.meta.dirname, '../..')
const SHARED = join(root, '../shared/heroku')
const AGAIN = 'run npm run coverage:heroku'
const all = endpoints()
let seen: Observed

const shared = (file: string): never => JSON.parse(readFileSync(join(SHARED, file), 'utf8')) as never

beforeAll(async () => {
  seen = await observe()
}, 120_000)

describe('what a collection with all tiers asks for', () => {
  it('is all on the list of endpoints', () => {
    const unknown = seen.reads.filter((read) => endpointOf(all, read.api, read.path) === null)
    expect(unknown.map(({ collector, api, path }) => `${collector}: ${api} ${path}`)).toEqual([])
  })

  it('is what was sent, and nothing else was', () => {
    const asked = new Set(seen.reads.map(({ api, path }) => endpointOf(all, api, path)?.id))
    const sent = seen.requests.filter(({ path }) => !path.startsWith('/{archive}'))
    const apis = ['platform', 'data', 'github', 'metrics'] as const
    const stray = sent.filter(
      ({ path }) => !apis.some((api) => asked.has(endpointOf(all, api, path)?.id)) && !OPENING.has(path),
    )
    expect(stray).toEqual([])
    for (const { path } of sent) {
      expect(mayBeAsked(path), path).toBe(true)
      expect(
        apis.some((api) => isKnownRead(api, path)),
        path,
      ).toBe(true)
    }
    expect(sent.length).toBeGreaterThan(1000)
  })

  it('leaves no planted secret in anything that is stored, with every tier on', () => {
    expect(seen.leaks).toEqual([])
  })

  it('is what the committed file says: collectors and the fields that they keep', () => {
    const fresh = derive(all, seen.reads, haveSchemas ? schemaFields() : null, endpointReads())
    expect(endpointReads(), AGAIN).toEqual(fresh)
  })

  it('is asked for by each collector at least once', () => {
    const asking = new Set(seen.reads.map(({ collector }) => collector))
    expect(COLLECTORS.map(({ id }) => id).filter((id) => !asking.has(id))).toEqual([])
  })

  it('leaves out an endpoint only with a reason, and no reason is given for one that is read', () => {
    const read = new Set(
      endpointReads()
        .filter(({ readBy }) => readBy.length > 0)
        .map(({ id }) => id),
    )
    const silent = all.filter(
      ({ id, unread, only }) => !read.has(id) && unread === undefined && only === undefined,
    )
    expect(
      silent.map(({ id }) => id),
      'give a reason: `unread` in assets/heroku/endpoints.json',
    ).toEqual([])
    const stale = all.filter(({ id, unread }) => read.has(id) && unread !== undefined)
    expect(
      stale.map(({ id }) => id),
      'it is read: drop `unread`',
    ).toEqual([])
  })
})

/** Asked by the opening of a collection before any collector runs. */
const OPENING = new Set(['/account', '/oauth/authorizations', '/account/rate-limits'])

describe('the sources of collectors', () => {
  const folder = join(root, 'electron/core/collectors')
  const literals = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/[`'](\/[a-z][^`'\s]*)[`']/g)].map(
      ([, text = '']) => ({ file, path: text.split('?')[0] ?? '' }),
    ),
  )
  /** The endpoints that a path in a source can stand for, whatever is put into its places. */
  const standsFor = (path: string) => {
    const pattern = new RegExp(`^${path.replaceAll(/\$?\{[^}]*\}/g, '[^/]+')}$`)
    return all.filter((endpoint) => pattern.test(endpoint.path.replaceAll(/\{\w+\}/g, 'x')))
  }
  /** Ends of paths, which readings are told apart by. */
  const ENDS = new Set(['/config-vars', '/config-vars-settings'])

  it('name no path that is not on the list, also where no collection came by', () => {
    expect(literals.length).toBeGreaterThan(120)
    const stray = literals.filter(({ path }) => !ENDS.has(path) && standsFor(path).length === 0)
    expect(stray).toEqual([])
    const x = literals.map(({ path }) => path.replaceAll(/\$\{[^}]*\}/g, 'x'))
    expect(x.filter((path) => !mayBeAsked(path))).toEqual([])
  })

  it('name every path that is read on demand', () => {
    const named = new Set(literals.flatMap(({ path }) => standsFor(path).map(({ id }) => id)))
    const demanded = all.filter(({ only, id }) => only !== undefined && id !== 'account.rate-limits')
    expect(demanded.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  })
})

describe('the list of endpoints', () => {
  it('has each id and path once, and is what the client may ask for', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const api of ['platform', 'data', 'github', 'metrics'] as const)
      expect(KNOWN_READS[api].toSorted(), api).toEqual(
        all.flatMap(({ host, path }) => (apiOf(host) === api ? [path] : [])).sort(),
      )
    const ids = new Set(all.map(({ id }) => id))
    for (const { instead = [] } of all) for (const id of instead) expect(ids).toContain(id)
  })

  it.skipIf(!existsSync(SHARED))('agrees with what is known about Heroku', () => {
    const known: readonly Record<string, unknown>[] = shared('endpoints.json')
    const facts = known.map(({ id, host, path, tier, oauth_scope: scope, stability, confidence }) => ({
      ...{ id, host, path, tier, scope, stability: stability || null, confidence },
    }))
    const own = all
      .filter(({ instead }) => instead === undefined)
      .map(({ id, host, path, tier, scope, stability, confidence }) => ({
        ...{ id, host, path, tier, scope, stability, confidence },
      }))
    expect(own).toEqual(facts)
    const purposes = new Set(known.map(({ purpose }) => purpose))
    expect(
      all.filter(({ purpose }) => purposes.has(purpose)),
      'our own words',
    ).toEqual([])
  })
})

describe('the number of requests', () => {
  /** Lists that would span more than what is read, and why they are not the better read. */
  const WIDER: Readonly<Record<string, string>> = {
    '/users/{}/addons': 'the list of the account under another address',
    '/addons/{}/log-drains': 'for the provider of an add-on',
  }
  const shape = (path: string) => path.replaceAll(/\{[^}]*\}/g, '{}').replace(/\?.*/, '')
  const places = (path: string) => shape(path).split('{}').length

  it.skipIf(!existsSync(SHARED))(
    'is the least: no list of Heroku’s would tell the same for more at once',
    () => {
      const links = readFileSync(join(SHARED, 'get-endpoints.tsv'), 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
        .map(([resource = '', href = '', , , kind = '']) => ({ resource, path: shape(href), kind }))
      const reads = new Set(
        endpointReads()
          .filter(({ readBy }) => readBy.length > 0)
          .map(({ id }) => id),
      )
      const read = new Set(all.filter(({ id }) => reads.has(id)).map(({ path }) => shape(path)))
      const missed = links
        .filter(({ path }) => read.has(path) && path.includes('{}'))
        .flatMap(({ resource, path }) =>
          links.filter(
            (one) => one.resource === resource && one.kind === 'list' && places(one.path) < places(path),
          ),
        )
        .filter(({ path }) => !read.has(path) && WIDER[path] === undefined && mayBeAsked(path))
      expect([...new Set(missed.map(({ path }) => path))]).toEqual([])
    },
  )
})

describe('the fields that are kept', () => {
  it.skipIf(!haveSchemas)('exist in Heroku’s own schema, or somewhere else that is named', () => {
    const published = schemaFields()
    const orphans = endpointReads().flatMap((read) => {
      const endpoint = all.find(({ id }) => id === read.id)
      const fields = endpoint ? published(endpoint.host, endpoint.path) : null
      const named = Object.keys(BESIDE_SCHEMA[read.id] ?? {})
      return besideSchema(read, fields).flatMap((path) =>
        isCovered(path, named) ? [] : [`${read.id}: ${path}`],
      )
    })
    expect(orphans).toEqual([])
  })

  it.skipIf(!existsSync(SHARED))(
    'hold nothing that has to be redacted, unless it is looked at in memory only',
    () => {
      const known: readonly { id: string; redact: readonly string[] }[] = shared('endpoints.json')
      const leaks = known.flatMap(({ id, redact }) => {
        const kept = endpointReads().find((read) => read.id === id)?.kept ?? []
        const secrets = redact.map((field) =>
          field.replace(/:.*/, '').replaceAll('[]', '').replace(/^\./, ''),
        )
        return kept
          .filter(
            (path) =>
              isCovered(path, secrets) && !(id === 'app.webhook-events' && path === 'payload.data.id'),
          )
          .map((path) => `${id}: ${path}`)
      })
      expect(leaks).toEqual([])
    },
  )
})

describe('the page', () => {
  it('is what the two files make, line by line', () => {
    const page = readFileSync(join(root, 'docs/heroku-coverage.md'), 'utf8')
    expect(page.split('\n'), AGAIN).toEqual(pageOf(herokuCoverage()).split('\n'))
  })

  it('counts each endpoint once, and serves every topic', () => {
    const { totals, topics, endpoints: shown } = herokuCoverage()
    const { collected, optional } = totals
    expect(collected + optional + totals['on-demand'] + totals['not-read']).toBe(totals.endpoints)
    expect(totals.endpoints + totals.besides).toBe(shown.length)
    expect(totals).toMatchObject({ endpoints: 134, topics: 79 })
    expect(topics.filter(({ ways }) => ways.length === 0)).toEqual([])
  })
})
