import { describe, expect, it } from 'vitest'
import { appInventory } from '../../../../electron/core/collectors/app-inventory.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const app = {
  id: uuid(5),
  name: 'shop-api',
  team: { id: uuid(2), name: 'acme-shop' },
  owner: { id: uuid(7), email: 'acme-shop@herokumanager.com' },
  region: { id: uuid(8), name: 'eu' },
  space: { id: uuid(3), name: 'shop-space', shield: true },
  generation: { id: uuid(9), name: 'cedar' },
  stack: { id: uuid(10), name: 'heroku-24' },
  build_stack: { id: uuid(11), name: 'heroku-22' },
  acm: true,
  internal_routing: null,
  maintenance: false,
  created_at: '2025-01-01T12:00:00Z',
  released_at: null,
  archived_at: null,
  git_url: 'https://CANARY@git.heroku.com/shop-api.git',
}

describe('the app inventory', () => {
  it('keeps what the content names, under Heroku’s names, and says what it dropped', async () => {
    const { task, contents } = await collect(appInventory, SUBJECT.account, { '/apps': [app] })
    const { git_url, ...kept } = app
    expect(contents).toEqual([
      { ...kept, region: 'eu', stack: 'heroku-24', build_stack: 'heroku-22', generation: 'cedar' },
    ])
    expect(task.items[0]).toMatchObject({ subject: 'shop-api', subjectId: app.id, requestSeq: 1 })
    expect(new Map(task.dropped).get('/apps')).toContain('git_url')
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('takes a personal app on the Common Runtime, whose answer has fewer fields', async () => {
    const { name, id, owner, region, stack, build_stack, maintenance, created_at } = app
    const bare = { name, id, owner, region, stack, build_stack, maintenance, created_at }
    const { contents } = await collect(appInventory, SUBJECT.account, { '/apps': [bare] })
    expect(contents).toMatchObject([
      { team: null, space: null, generation: null, acm: null, released_at: null },
    ])
  })

  it('leaves out and discloses an app that breaks the schema, and keeps the others', async () => {
    const { task, contents } = await collect(appInventory, SUBJECT.account, { '/apps': [{ id: 3 }, app] })
    expect(contents).toHaveLength(1)
    expect(task.readings).toMatchObject([
      { path: null, outcome: 'read', items: 1 },
      { path: '/apps', outcome: 'failed', items: 0 },
    ])
  })
})
