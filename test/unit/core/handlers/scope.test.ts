import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evidenceView } from '../../../../electron/core/handlers/evidence-view.ts'
import type { Deps } from '../../../../electron/core/handlers/handler.ts'
import { scopeHandlers } from '../../../../electron/core/handlers/scope.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import { APP_TAG_TABLE } from '../../../../shared/model/records/app-tag-table.ts'
import { hostOf } from '../../../fakes/collected.ts'
import { daysAgo } from '../../../fakes/evidence.ts'
import { testLocker } from '../../../fakes/locker.ts'
import { app, coupled, ref, SHOP, space } from '../../../fakes/planted.ts'
import { collectedPlanted } from '../../../fakes/planted-locker.ts'

const ASK = { collectionId: null }
const LIST = { ...ASK, search: '', incomplete: false, after: null, limit: 100 }

function shop(more: Parameters<typeof collectedPlanted>[1] = []) {
  const { db, folder } = testLocker()
  const deps: Deps = { db, host: hostOf('', ''), now: () => new Date('2026-11-21T10:00:00Z') }
  const pay = app('pay', { space: { ...ref('space', 'payments'), shield: true }, internal_routing: true })
  collectedPlanted(db, [
    ...SHOP,
    pay,
    space('payments', { shield: true }),
    app('blog-dev', { team: null, owner: { id: 'u1', email: 'tom@acme.example' } }),
    app('old', { archived_at: daysAgo(9) }),
    ...more,
  ])
  return { deps, db, folder }
}

const H = scopeHandlers

describe('the scope', () => {
  it('is everything until somebody narrows it, and again when that is taken back', () => {
    const { deps } = shop()
    expect(H['scope:get'](deps, ASK)).toMatchObject({
      said: null,
      apps: { seen: 4, inScope: 4, tagged: 0 },
      teams: [{ id: 'team:core', name: 'core', apps: 3, inScope: true }],
      spaces: [{ name: 'payments', apps: 1, inScope: true }],
    })
    const { act, says } = H['scope:set'](deps, {
      teams: [ref('team', 'core')],
      spaces: [],
      apps: null,
      reason: 'No card data.',
    })
    expect(says).toBe('scope: 1 team, 0 spaces')
    expect(H['scope:get'](deps, ASK)).toMatchObject({
      said: { by: 'ana@laptop', act },
      apps: { inScope: 2 },
      spaces: [{ inScope: false }],
      scope: { reason: 'No card data.' },
    })
    H['record:undo'](deps, { act })
    expect(H['scope:get'](deps, ASK)).toMatchObject({ said: null, apps: { inScope: 4 } })
  })

  it('can be said before anything was collected', () => {
    const { db } = testLocker()
    const deps: Deps = { db, host: hostOf('', ''), now: () => new Date() }
    H['scope:set'](deps, { teams: [ref('team', 'core')], spaces: null, apps: null, reason: '' })
    expect(H['scope:get'](deps, ASK)).toMatchObject({
      apps: { seen: 0 },
      scope: { teams: [{ name: 'core' }] },
    })
    expect(H['tag:list'](deps, LIST)).toEqual({ rows: [], next: null })
    expect(H['scope:proposals'](deps, ASK)).toEqual([])
  })
})

describe('tags', () => {
  it('are set in bulk, field by field, in one act that can be taken back', async () => {
    const { deps, db } = shop()
    const set = { environment: 'production', owner: 'Ana' } as const
    const one = H['tag:set'](deps, { tags: ['app:shop', 'app:pay'].map((id) => ({ app: id, set })) })
    expect(one.says).toBe('2 apps tagged: environment, owner')
    H['tag:set'](deps, { tags: [{ app: 'app:pay', set: { dataClasses: ['cardholder'], owner: null } }] })
    const pay = () => H['tag:list'](deps, { ...LIST, search: 'pay' }).rows.find(({ name }) => name === 'pay')
    expect(pay()?.tag).toEqual({
      dataClasses: ['cardholder'],
      environment: 'production',
      owner: null,
      criticality: null,
      internal: null,
    })
    expect(
      evidenceView(db, 1)
        .records('app-tag')
        .map(({ key }) => key),
    ).toEqual(['app:pay', 'app:shop'])
    H['record:undo'](deps, { act: one.act })
    expect(H['tag:list'](deps, LIST).rows.filter(({ tag }) => tag).length).toBe(0)
    H['tag:set'](deps, { tags: [{ app: 'app:pay', set }] })
    expect(H['tag:clear'](deps, { apps: ['app:pay'] }).says).toBe('tags of 1 app removed')
    expect(pay()?.tag).toBeNull()
    expect((await verifyLocker(db)).firstBroken).toBeNull()
  })

  it('cannot be given to an app that nobody saw', () => {
    const { deps } = shop()
    expect(() => H['tag:set'](deps, { tags: [{ app: 'app:x', set: { owner: 'Ana' } }] })).toThrow(
      /no app has the id app:x/,
    )
  })

  it('are listed by name, page by page; those that lack something alone', () => {
    const { deps } = shop()
    const first = H['tag:list'](deps, { ...LIST, limit: 3 })
    expect(first.rows.map(({ name }) => name)).toEqual(['blog-dev', 'pay', 'shop'])
    expect(H['tag:list'](deps, { ...LIST, limit: 3, after: first.next })).toMatchObject({
      rows: [{ name: 'shop-staging', stages: ['staging'], team: 'core', seen: true }],
      next: null,
    })
    const whole = { dataClasses: ['none'], environment: 'staging', owner: 'Ana' } as const
    H['tag:set'](deps, {
      tags: [{ app: 'app:shop-staging', set: { ...whole, dataClasses: [...whole.dataClasses] } }],
    })
    expect(H['tag:list'](deps, { ...LIST, incomplete: true }).rows.map(({ name }) => name)).toEqual([
      'blog-dev',
      'pay',
      'shop',
    ])
    expect(H['scope:get'](deps, ASK).apps.tagged).toBe(1)
  })

  it('of an app that is gone stay, told as such', () => {
    const { deps, db } = shop()
    H['tag:set'](deps, { tags: [{ app: 'app:pay', set: { owner: 'Ana' } }] })
    collectedPlanted(db, SHOP)
    expect(H['tag:list'](deps, LIST).rows.map(({ name, seen }) => [name, seen])).toEqual([
      ['shop', true],
      ['shop-staging', true],
      ['pay', false],
    ])
  })
})

describe('what the app suggests', () => {
  it('is read off pipelines, names, owners, spaces and routing, for fields that nobody filled in', () => {
    const { deps } = shop([coupled('pay', 'production')])
    H['tag:set'](deps, { tags: [{ app: 'app:shop', set: { environment: 'other' } }] })
    const told = H['scope:proposals'](deps, ASK).map(({ name, field, value }) => [name, field, value])
    expect(told).toEqual([
      ['shop', 'owner', 'team core'],
      ['shop-staging', 'environment', 'staging'],
      ['shop-staging', 'owner', 'team core'],
      ['pay', 'environment', 'production'],
      ['pay', 'owner', 'team core'],
      ['pay', 'dataClasses', null],
      ['pay', 'internal', true],
      ['blog-dev', 'environment', 'development'],
      ['blog-dev', 'owner', 'tom@acme.example'],
    ])
  })
})

describe('tags from a table', () => {
  const header = APP_TAG_TABLE.columns.map((one) => one.header).join(',')
  const take = (deps: Deps, text: string, dryRun = false) => H['tag:import'](deps, { text, dryRun })

  it('come by name or id; a blank cell leaves a field as it is', async () => {
    const { deps, folder } = shop()
    H['tag:set'](deps, { tags: [{ app: 'app:pay', set: { owner: 'Ana' } }] })
    const path = join(folder, 'tags.csv')
    writeFileSync(
      path,
      `${header}\npay,Production,Cardholder; personal,,high,no\nAPP:SHOP,production,none,Ben,,\n`,
    )
    const tried = await H['tag:import'](deps, { destination: path, dryRun: true })
    expect([tried.act, tried.added, tried.changed]).toEqual([null, 1, 1])
    const taken = await H['tag:import'](deps, { destination: path, dryRun: false })
    expect(taken.act?.says).toBe(
      '2 apps tagged: environment, dataClasses, criticality, internal, owner'.replace(
        'dataClasses',
        'data classes',
      ),
    )
    expect(H['tag:list'](deps, { ...LIST, search: 'pay' }).rows[0]?.tag).toEqual({
      dataClasses: ['cardholder', 'personal'],
      environment: 'production',
      owner: 'Ana',
      criticality: 'high',
      internal: false,
    })
    expect(await H['tag:import'](deps, { destination: path, dryRun: false })).toMatchObject({
      act: null,
      kept: 2,
    })
  })

  it('are taken over all or not at all', async () => {
    const { deps } = shop()
    const { act, reading } = await take(deps, `App,Environment\nshop,production\nshopp,production\npay,prod`)
    expect(act).toBeNull()
    expect(reading.faults).toEqual([
      { row: 4, column: 'Environment', what: expect.stringContaining('“prod” is none of production') },
      { row: 3, column: 'App', what: '“shopp” is no app of the newest collection' },
    ])
    expect(H['tag:list'](deps, LIST).rows.every(({ tag }) => tag === null)).toBe(true)
  })
})
