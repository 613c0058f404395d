import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectionPlanHandlers } from '../../electron/core/handlers/collection-plan.ts'
import { conditionsOf, listCollections } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { journalPage } from '../../electron/core/store/journal.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { CollectionPlan } from '../../shared/model/collection-plan.ts'
import { collectFrom, hostOf, newLocker, ownFolder } from '../fakes/collected.ts'

const folder = ownFolder()
let demo: Demo
let db: WritableDb

beforeAll(async () => {
  demo = await startDemo({ apps: 30, events: 500 })
  db = newLocker(`${folder.path}/a.locker`)
})

afterAll(async () => {
  closeLocker(db)
  await demo.close()
  folder.remove()
})

function plan(more: { readonly spreadHours?: number } = {}): Promise<CollectionPlan> {
  const deps = { db, host: hostOf(demo.apiUrl, demo.tokens.auditor), now: () => new Date() }
  const how = { tiers: ['core', 'extended'] as const, reservePercent: null, spreadHours: 0, ...more }
  const input = { connectionId: 'c1', topics: null, concurrency: 12, ...how, tiers: [...how.tiers] }
  return Promise.resolve(collectionPlanHandlers['collection:plan'](deps, input, {}))
}

describe('a collection that is planned', () => {
  it('is told from the lists of the account, with a few requests and nothing stored', async () => {
    const told = await plan()
    expect(told.basis).toBeNull()
    expect(told.subjects.app).toBeGreaterThan(20)
    expect(told.madeNow).toBeLessThan(20)
    expect(told.requests.find(({ pattern }) => pattern === '/apps/{id}/releases')?.requests).toBe(
      told.subjects.app,
    )
    expect(told.allowance).toMatchObject({ most: 4500, perMinute: 75, reserve: 1125 })
    expect(told.allowance.remaining).toBeGreaterThan(4000)
    expect(listCollections(db)).toEqual([])
    expect(journalPage(db, null, 50).rows.at(-1)).toMatchObject({
      action: 'collection.planned',
      detail: { planned: told.total, requests: told.madeNow },
    })
  })

  it('comes near to what the collection then takes: within a fifth before the first one, then within a hundredth', async () => {
    const before = await plan()
    const { collection, requestsPerKind } = await collectFrom(db, demo, demo.tokens.auditor, {
      reservePercent: 10,
    })
    const ofTrail = /archive|enterprise-accounts\/\{id\}\/events/
    const trail = Object.entries(requestsPerKind).filter(([kind]) => ofTrail.test(kind))
    const requests = collection.counts.requests - trail.reduce((sum, [, count]) => sum + count, 0)
    expect(before.total / requests).toBeGreaterThan(0.8)
    expect(before.total / requests).toBeLessThan(1.02)
    expect(conditionsOf(db, collection.id)?.reservePercent).toBe(10)
    const after = await plan()
    expect(after.basis).toMatchObject({ collectionId: collection.id })
    expect(after.madeNow).toBe(2)
    expect(Math.abs(after.total - requests) / requests).toBeLessThan(0.01)
  })

  it('takes no less than the hours over which it is spread', async () => {
    expect((await plan({ spreadHours: 3 })).seconds).toBe(10_800)
  })

  it('is spread over the time that was asked for', async () => {
    const started = Date.now()
    const hours = 3 / 3600
    await collectFrom(db, demo, demo.tokens.auditor, { topics: ['releases'], spreadHours: hours })
    expect(Date.now() - started).toBeGreaterThan(2_400)
  }, 30_000)
})
