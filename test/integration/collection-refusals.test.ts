import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listCollections } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { topicCounts } from '../../electron/core/store/evidence.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { collectFrom, newLocker, ownFolder, seenBy } from '../fakes/collected.ts'

const folder = ownFolder()
let demo: Demo
let db: WritableDb
let number = 0

beforeAll(async () => {
  demo = await startDemo({ events: 500, apps: 14 })
})
afterAll(async () => {
  await demo.close()
  folder.remove()
})
beforeEach(() => {
  number += 1
  db = newLocker(`${folder.path}/${number}.locker`)
})
afterEach(() => closeLocker(db))

describe('a token that may not read everything', () => {
  it('of scope read collects the rest, and discloses config vars and databases one by one', async () => {
    const { collection, notRead } = await collectFrom(db, demo, demo.tokens.reader)
    expect(collection).toMatchObject({ state: 'complete', scopes: ['identity', 'read'] })
    const topics = new Set(topicCounts(db, 1).map(({ topic }) => topic))
    expect(topics).toContain('releases')
    expect(topics).not.toContain('config-vars-inventory')
    const denied = notRead.filter(
      ({ topic, outcome }) => topic === 'config-vars-inventory' && outcome === 'denied',
    )
    const apps = seenBy(db, 1).filter((line) => line.startsWith('app-inventory '))
    expect(denied).toHaveLength(apps.length)
    expect(notRead.filter(({ topic }) => topic === 'postgres-encryption-at-rest').length).toBeGreaterThan(0)
    for (const { reason } of denied) expect(reason).toMatch(/\(403\)/)
  })

  it('of a plain member collects what a member sees, and less than an auditor', async () => {
    const { collection } = await collectFrom(db, demo, demo.tokens.member)
    expect(collection.state).toBe('complete')
    const audited = await collectFrom(db, demo, demo.tokens.auditor)
    expect(audited.collection.counts.evidence).toBeGreaterThan(collection.counts.evidence)
    expect(topicCounts(db, 1).map(({ topic }) => topic)).not.toContain('enterprise-account-permissions')
  })
})

describe('a token that cannot collect at all', () => {
  it.each([
    ['expired', 'token-expired'],
    ['revoked', 'token-refused'],
    ['two-factor', 'two-factor'],
  ] as const)('that is %s ends in one sentence and leaves no collection', async (role, kind) => {
    await expect(collectFrom(db, demo, demo.tokens[role])).rejects.toMatchObject({ name: 'Problem', kind })
    expect(listCollections(db)).toEqual([])
  })

  it('that is empty is not sent anywhere', async () => {
    const before = demo.counts.requests
    await expect(collectFrom(db, demo, ' ')).rejects.toMatchObject({ kind: 'token-empty' })
    expect(demo.counts.requests).toBe(before)
  })

  it('cannot reach a host that is not there', async () => {
    const nobody = { apiUrl: 'http://127.0.0.1:9' }
    await expect(collectFrom(db, nobody, demo.tokens.auditor)).rejects.toMatchObject({
      kind: 'host-unreachable',
    })
  })
})

describe('some topics only', () => {
  it('that nothing collects are refused before anything is asked', async () => {
    const before = demo.counts.requests
    const topics = ['vendor-soc2-report', 'releases'] as const
    await expect(collectFrom(db, demo, demo.tokens.auditor, { topics })).rejects.toMatchObject({
      kind: 'wrong-use',
      what: 'nothing collects vendor-soc2-report yet',
    })
    expect(demo.counts.requests).toBe(before)
  })

  it('come with the lists that their subjects are read from', async () => {
    const { collection, requestsPerKind } = await collectFrom(db, demo, demo.tokens.auditor, {
      topics: ['space-outbound-ips'],
    })
    expect(collection.topics).toEqual(['space-isolation', 'space-outbound-ips'])
    expect(Object.keys(requestsPerKind).sort()).toEqual([
      '/account',
      '/oauth/authorizations',
      '/spaces',
      '/spaces/{id}/nat',
      '/spaces/{id}/topology',
    ])
  })
})
