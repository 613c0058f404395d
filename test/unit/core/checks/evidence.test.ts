import { describe, expect, it } from 'vitest'
import {
  listsAreComplete,
  refusalsAreDisclosed,
} from '../../../../electron/core/checks/evidence-completeness.ts'
import { evidenceHasProvenance } from '../../../../electron/core/checks/evidence-provenance.ts'
import { noSecretStored } from '../../../../electron/core/checks/evidence-secrets.ts'
import { clockAgrees, evidenceInPeriod } from '../../../../electron/core/checks/evidence-timing.ts'
import { pathKind } from '../../../../electron/core/checks/facts/paths.ts'
import { secretIn } from '../../../../electron/core/checks/facts/secret-patterns.ts'
import type { ListProof, RequestRecord } from '../../../../shared/model/collection.ts'
import { AS_OF, denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, ref } from '../../../fakes/planted.ts'

const ID = '0b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d'

function request(path: string, more: Partial<RequestRecord> = {}): RequestRecord {
  return {
    seq: 1,
    method: 'GET',
    host: 'api.heroku.com',
    path,
    range: { asked: null, got: null, next: null },
    status: 200,
    requestId: 'r1',
    etag: null,
    apiVersion: '3.sdk',
    serverDate: AS_OF,
    sentAt: AS_OF,
    clockOffsetMs: 150,
    durationMs: 50,
    bytes: 100,
    count: 1,
    attempts: 1,
    ...more,
  }
}

const run = ['the run', 'pass'] as const

judges(evidenceHasProvenance, {
  'all facts are there': {
    given: { items: [app('shop')], requests: [request('/apps')] },
    answers: [run, ['the requests', 'pass'], ['app-inventory', 'pass', /1 item with request id/]],
  },
  'an item without request id, one with a broken hash, a request without version': {
    given: {
      items: [
        { ...app('a'), requestId: null },
        { ...app('b'), hash: 'xyz' },
        app('c'),
      ] satisfies readonly Planted[],
      requests: [request('/apps', { apiVersion: '' })],
    },
    answers: [
      run,
      ['the requests', 'fail', /1 of 1 request lack a fact: no\. 1/],
      ['app-inventory', 'fail', /2 of 3 items without request id and SHA-256/],
    ],
  },
  'a collection without evidence': {
    given: { collection: { collector: '' } },
    answers: [
      ['the run', 'fail', /collector/],
      ['the requests', 'not-applicable'],
      ['evidence', 'not-applicable'],
    ],
  },
})

function list(path: string, more: Partial<ListProof> = {}): ListProof {
  return { path, pages: 1, records: 3, ranges: ['id ..'], lastStatus: 200, complete: true, ...more }
}

judges(listsAreComplete, {
  'whole lists, summed up by kind': {
    given: {
      lists: [
        list('/apps', { pages: 2, records: 1400, ranges: ['id ..', 'id ]x..'], lastStatus: 206 }),
        list(`/apps/${ID}/releases`),
        list(`/apps/${ID.replace('0b', '1b')}/releases`),
      ],
    },
    answers: [
      ['/apps', 'pass', /1 list, 2 pages, 1400 records/],
      ['/apps/{id}/releases', 'pass', /2 lists, 2 pages, 6 records/],
    ],
  },
  'one that stopped on the way, one that came back to a range, one that was refused': {
    given: {
      lists: [
        list('/apps', { complete: false, lastStatus: 206 }),
        list('/teams', { pages: 2, ranges: ['id ..', 'id ..'] }),
        list('/spaces', { complete: false, pages: 0, ranges: [], lastStatus: 403 }),
      ],
    },
    answers: [
      ['/apps', 'fail', /1 of 1 list not read to the end: \/apps after 1 page \(206\)/],
      ['/teams', 'fail'],
      ['/spaces', 'not-evaluated', /refused/],
    ],
  },
  'an error in the middle is no refusal': {
    given: {
      lists: [list('/apps', { complete: false, pages: 3, ranges: ['a', 'b', 'c'], lastStatus: 403 })],
    },
    answers: [['/apps', 'fail']],
  },
  'no list at all': { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

judges(refusalsAreDisclosed, {
  'nothing refused; the older variant answered': {
    given: {
      requests: [
        request('/stacks', { status: 404 }),
        request('/stacks', { apiVersion: '3' }),
        request('/apps'),
      ],
    },
    answers: [['whole collection', 'pass', /None of 3 requests/]],
  },
  'refused and disclosed, with or without query; off counts as told': {
    given: {
      requests: [
        request('/spaces?x=1', { status: 403 }),
        request(`/pipelines/${ID}/review-app-config`, { status: 404 }),
      ],
      readings: [
        denied('space-isolation', 'account', '~', '/spaces'),
        reading('review-apps', 'pipeline', 'shop', {
          outcome: 'off',
          path: `/pipelines/${ID}/review-app-config`,
        }),
      ],
    },
    answers: [['whole collection', 'pass', /2 refused paths of 2 requests, all disclosed/]],
  },
  'refused and silent': {
    given: { requests: [request('/spaces', { status: 403 })] },
    answers: [['whole collection', 'fail', /1 of 1 refused path not disclosed: \/spaces/]],
  },
  'no request': { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

function authorization(description: string): Planted {
  return item('oauth-authorizations', 'token', {
    of: 'authorization',
    id: 'a',
    description,
    scope: ['read'],
    client: ref('client', 'x'),
    expires_in: 1,
    has_refresh_token: false,
    has_session: false,
    is_collector: null,
    created_at: AS_OF,
    updated_at: AS_OF,
  })
}

const LEAK = `HRKU-${'CANARYcanary0'.repeat(3)}`

judges(noSecretStored, {
  'nothing that looks like one': {
    given: { items: [app('shop'), authorization('for ops@acme.example, see https://wiki.example/tokens')] },
    answers: [
      ['app-inventory', 'pass'],
      ['oauth-authorizations', 'pass'],
    ],
  },
  'a token in a description is found, named and not repeated': {
    given: { items: [authorization(`old one was ${LEAK}`)] },
    answers: [['oauth-authorizations', 'fail', /^1 of 1 item .*: a Heroku token in description\.$/]],
  },
  'no evidence': { given: {}, answers: [['whole collection', 'not-applicable']] },
})

describe('what looks like a secret', () => {
  it.each([
    ['postgres://u:p4ssw0rd@host/db', 'a password in an address'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
    [`AKIA${'A'.repeat(16)}`, 'an AWS access key'],
    [`ghp_${'a'.repeat(36)}`, 'a GitHub token'],
    [`xoxb-${'1'.repeat(12)}`, 'a Slack token'],
    [`sk_live_${'a'.repeat(20)}`, 'a Stripe key'],
    [`https://s3.example/x?X-Amz-Signature=${'a'.repeat(64)}`, 'a signed address'],
    [`eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(12)}`, 'a JSON web token'],
  ])('%s', (text, kind) => {
    expect(secretIn(JSON.stringify({ rules: [{ note: text }] }))).toEqual({ kind, field: 'note' })
  })

  it.each(['ana@acme.example', 'https://host:8443/x@y', 'Set SECRET_KEY config vars', 'a'.repeat(64), ''])(
    'not %s',
    (text) => {
      expect(secretIn(JSON.stringify([text, 7, null, { deep: [text] }]))).toBeNull()
    },
  )
})

judges(evidenceInPeriod, {
  'inside, first and last day included': {
    given: {
      period: { start: '2026-11-20', end: '2026-11-21' },
      items: [
        { ...app('a'), capturedAt: '2026-11-20T00:00:00.000Z' },
        { ...app('b'), capturedAt: '2026-11-21T23:59:59.999Z' },
      ],
    },
    answers: [['whole collection', 'pass', /2 items collected from 2026-11-20 to 2026-11-21/]],
  },
  'a minute after the period, by UTC': {
    given: {
      period: { start: '2026-01-01', end: '2026-11-20' },
      items: [app('a'), { ...app('b'), capturedAt: '2026-11-20T12:00:00.000Z' }],
    },
    answers: [['whole collection', 'fail', /so 1 lie outside/]],
  },
  'no evidence': { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

judges(clockAgrees, {
  'a second apart': {
    given: { collection: { clockOffsetMs: 1200 }, requests: [request('/apps')] },
    answers: [['whole collection', 'pass', /by 1\.2 seconds, the limit is 60/]],
  },
  'two minutes behind': {
    given: { collection: { clockOffsetMs: -120_000 } },
    answers: [['whole collection', 'fail', /-120\.0 seconds/]],
  },
  'set back on the way': {
    given: { requests: [request('/apps'), request('/teams', { clockOffsetMs: -90_000 })] },
    answers: [['whole collection', 'fail', /at 1 of 2 requests/]],
  },
  'a slow answer is no wrong clock': {
    given: { requests: [request('/apps', { clockOffsetMs: 80_000, durationMs: 79_500 })] },
    answers: [['whole collection', 'pass']],
  },
  'no date': {
    given: { collection: { clockOffsetMs: null }, requests: [request('/apps', { clockOffsetMs: null })] },
    answers: [['whole collection', 'not-evaluated']],
  },
})

describe('kinds of paths', () => {
  it.each([
    [`/apps/${ID}/releases?x=1`, '/apps/{id}/releases'],
    ['/client/v11/apps/shop/transfers', '/client/v11/apps/{name}/transfers'],
    ['/teams/acme-core/invitations', '/teams/{name}/invitations'],
    [`/teams/${ID}/members`, '/teams/{id}/members'],
    [`/enterprise-accounts/${ID}/archives/2026/03`, '/enterprise-accounts/{id}/archives/{id}/{id}'],
  ])('%s', (path, kind) => {
    expect(pathKind(path)).toBe(kind)
  })
})
