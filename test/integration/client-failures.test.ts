import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Reply } from '../fakes/hostile-heroku.ts'
import {
  byVariant,
  cutShort,
  drip,
  huge,
  json,
  noEndpoint,
  notFound,
  paged,
  raw,
  reset,
  sequence,
  silent,
} from '../fakes/hostile-heroku-replies.ts'
import { all, errorOf, starter } from '../fakes/hostile-heroku-started.ts'

const start = starter()
const Thing = z.object({ id: z.string() })
const good = json(200, { id: 'x' })
const busy = json(503, { id: 'unavailable', message: 'Heroku is busy.' })
const limits = json(200, { remaining: 4000 })

/** A reply made anew for each request, which are counted from 1. */
function counting(make: (at: number) => Reply): Reply {
  let at = 0
  return (response, seen) => make(++at)(response, seen)
}

describe('a read that fails for a while', () => {
  it.each([
    ['500', json(500, { id: 'internal', message: 'oops' })],
    ['503', busy],
    ['a connection that is reset', reset()],
    ['a body that is cut short', cutShort()],
    ['an answer that does not come', silent()],
    ['an answer that drips without end', drip(5)],
  ])('is tried again: %s', async (_, failure) => {
    const { server, client, reader } = await start({ '/x': sequence(failure, failure, good) })
    expect(await reader.get('/x', Thing)).toEqual({ id: 'x' })
    expect(reader.last()).toMatchObject({ status: 200, attempts: 3 })
    expect(server.seen).toHaveLength(3)
    expect(client.stats().requests).toBe(3)
  })

  it('is tried a bounded number of times, then disclosed for its path', async () => {
    const { server, reader } = await start({ '/x': busy }, { retries: 2 })
    expect(await errorOf(reader.get('/x', Thing))).toMatchObject({
      name: 'Refused',
      outcome: 'failed',
      status: 503,
    })
    expect(server.seen).toHaveLength(3)
    expect(reader.exchanges()).toMatchObject([{ status: 503, attempts: 3, count: 0 }])
    expect(reader.refusals()).toMatchObject([{ path: '/x', outcome: 'failed' }])
  })

  it.each([
    ['resets', reset()],
    ['stays silent', silent()],
    ['drips', drip(5)],
  ])('concerns its path alone as long as the host answers otherwise: %s', async (_, failure) => {
    const { reader } = await start({ '/x': failure, '/account/rate-limits': limits }, { retries: 1 })
    expect(await errorOf(reader.get('/x', Thing))).toMatchObject({
      name: 'Refused',
      outcome: 'failed',
      status: 0,
    })
    expect(reader.exchanges()).toMatchObject([{ path: '/account/rate-limits', status: 200 }])
  })

  it('stops the collection when the host answers nothing at all', async () => {
    const { reader } = await start({ '*': silent() }, { retries: 1 })
    expect(await errorOf(reader.get('/x', Thing))).toMatchObject({ kind: 'host-unreachable' })
  })

  it('stops the collection when nothing listens', async () => {
    const { server, reader } = await start({}, { retries: 1 })
    await server.close()
    const error = await errorOf(reader.get('/x', Thing))
    expect(error.message).toContain(`${new URL(server.url).host} does not answer (it refuses connections)`)
  })

  it('stops the collection when read after read fails', async () => {
    const { reader } = await start({ '*': busy }, { retries: 0, timing: { failuresInARow: 3 } })
    const errors = []
    for (const path of ['/a', '/b', '/c']) errors.push(await errorOf(reader.get(path, Thing)))
    expect(errors).toMatchObject([{ name: 'Refused' }, { name: 'Refused' }, { kind: 'server-error' }])
  })

  it('does not count failures with a good answer between them', async () => {
    const { client } = await start({ '/ok': good, '*': busy }, { retries: 0, timing: { failuresInARow: 2 } })
    for (const path of ['/a', '/b', '/c']) {
      const reader = client.reader(client.subject())
      expect(await errorOf(reader.get(path, Thing))).toMatchObject({ name: 'Refused' })
      await reader.get('/ok', Thing)
    }
  })
})

describe('an answer that cannot be used', () => {
  it.each([
    ['is HTML', raw(200, '<html>Sign in to the guest network</html>'), 'answer-not-json'],
    ['is empty', raw(200, ''), 'answer-not-json'],
    ['is half a document', raw(200, '{"id": "x"'), 'answer-not-json'],
    ['breaks its schema', json(200, { id: 7 }), 'answer-breaks-schema'],
  ])('%s: is disclosed for its path', async (_, reply, kind) => {
    const { reader } = await start({ '/x': reply })
    expect(await errorOf(reader.get('/x', Thing))).toMatchObject({ outcome: 'failed', problem: { kind } })
    expect(reader.exchanges()).toMatchObject([{ status: 200, attempts: 1 }])
  })

  it('is too large: is not read to its end', async () => {
    const { reader } = await start({ '/x': huge(5_000_000) }, { maxBytes: 1_000_000 })
    expect(await errorOf(reader.get('/x', Thing))).toMatchObject({
      outcome: 'failed',
      problem: { kind: 'answer-too-large' },
    })
  })

  it('is no list', async () => {
    const { reader } = await start({ '/x': json(200, { id: 'x', other: [] }) })
    expect(await errorOf(all(reader.list('/x', Thing)))).toMatchObject({ outcome: 'failed' })
    expect(reader.lists()).toMatchObject([{ complete: false }])
  })

  it('carries a name that would change every object: it changes nothing', async () => {
    const { reader } = await start({
      '/x': raw(200, '{"id":"x","__proto__":{"polluted":1},"constructor":{}}'),
    })
    expect(await reader.get('/x', Thing)).toEqual({ id: 'x' })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

describe('a list that does not end', () => {
  const page = (next: string, ids: string[]) =>
    json(
      206,
      ids.map((id) => ({ id })),
      { 'next-range': next },
    )

  it.each([
    [
      'a range that comes back',
      sequence(page('id ]a..', ['a']), page('id ]b..', ['b']), page('id ]a..', ['c'])),
    ],
    [
      'pages that repeat their records',
      counting((at) => page(`id ]${at}..`, at % 2 ? ['a', 'b'] : ['b', 'a'])),
    ],
  ])('is given up and disclosed: %s', async (_, reply) => {
    const { server, reader } = await start({ '/x': reply })
    const error = await errorOf(all(reader.list('/x', Thing)))
    expect(error).toMatchObject({ outcome: 'failed', problem: { kind: 'list-without-end' } })
    expect(server.seen.length).toBeLessThan(4)
    expect(reader.lists()).toMatchObject([{ complete: false }])
  })

  it('is given up after the most pages, having yielded what came', async () => {
    const endless = { '/x': counting((at) => page(`id ]${at}..`, [`${at}`])) }
    const { server, reader } = await start(endless, { maxPages: 7 })
    expect(await all(reader.listIfAllowed('/x', Thing))).toHaveLength(7)
    expect(server.seen).toHaveLength(7)
    expect(reader.refusals()).toMatchObject([{ path: '/x', outcome: 'failed' }])
  })

  it('is told from one that repeats a few records at its page edges: these are yielded once', async () => {
    const { reader } = await start({
      '/x': paged([[{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'c' }], []]),
    })
    expect(await all(reader.list('/x', Thing))).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
    expect(reader.lists()).toMatchObject([{ pages: 3, records: 3, complete: true }])
  })

  it('ends early when a later page is refused; what came before stays', async () => {
    const second = sequence(page('id ]1..', ['a']), json(403, { id: 'forbidden', message: 'No more.' }))
    const { reader } = await start({ '/x': second })
    expect(await all(reader.listIfAllowed('/x', Thing))).toEqual([{ id: 'a' }])
    expect(reader.lists()).toMatchObject([{ pages: 1, records: 1, lastStatus: 403, complete: false }])
  })
})

describe('the variant of the API', () => {
  it('falls back where an endpoint is not in 3.sdk, once per kind of path', async () => {
    const reply = byVariant({ '3.sdk': noEndpoint(), '3': good })
    const { server, reader } = await start({ '*': reply })
    for (const app of ['a', 'b', 'c']) await reader.get(`/apps/${app}/old`, Thing)
    expect(server.seen.map((one) => /version=(\S+)/.exec(one.headers.accept ?? '')?.[1])).toEqual([
      '3.sdk',
      '3',
      '3',
      '3',
    ])
    expect(reader.exchanges().map((one) => one.apiVersion)).toEqual(['3.sdk', '3', '3', '3'])
  })

  it('falls back on 406', async () => {
    const { reader } = await start({ '*': byVariant({ '3': good }) })
    expect(await reader.get('/apps/a', Thing)).toEqual({ id: 'x' })
  })

  it('asks only once for a thing that is not there, and at most once more for an endpoint that is not', async () => {
    const { server, reader } = await start({
      '/gone/1': noEndpoint(),
      '/gone/2': noEndpoint(),
      '*': notFound(),
    })
    for (const app of ['a', 'b']) expect(await reader.find(`/apps/${app}/feature`, Thing)).toBeNull()
    expect(server.seen).toHaveLength(2)
    for (const one of ['1', '2']) expect(await reader.find(`/gone/${one}`, Thing)).toBeNull()
    expect(server.seen).toHaveLength(5)
  })

  it('asks for the variant that a collector names and no other', async () => {
    const { server, reader } = await start({ '*': notFound() })
    await reader.find('/x', Thing, { variant: '3.webhooks' })
    expect(server.seen.map((one) => one.headers.accept)).toEqual([
      'application/vnd.heroku+json; version=3.webhooks',
    ])
  })
})

describe('a list that does not take the usual range', () => {
  it('is asked for without one, which costs one request per kind of list', async () => {
    const list: Parameters<typeof start>[0] = {
      '*': (response, seen) =>
        (seen.headers.range
          ? json(416, { id: 'requested_range_not_satisfiable', message: 'Range must sort by one of: key.' })
          : json(200, [{ id: 'a' }]))(response, seen),
    }
    const { server, reader } = await start(list)
    for (const app of ['a', 'b'])
      expect(await all(reader.list(`/apps/${app}/settings`, Thing))).toHaveLength(1)
    expect(server.seen).toHaveLength(3)
    const whole = { ranges: [''], records: 1, complete: true }
    expect(reader.lists()).toMatchObject([whole, whole])
  })
})
