import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUBJECTS } from '../../../../electron/core/collectors/subjects.ts'
import { getCollection, startCollection } from '../../../../electron/core/store/collections.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { closeLocker } from '../../../../electron/core/store/open.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import type { Collection } from '../../../../shared/model/collection.ts'
import type { ContentOf } from '../../../../shared/model/content.ts'
import { newLocker, ownFolder } from '../../../fakes/collected.ts'

const folder = ownFolder()
let db: WritableDb
let collection: Collection

/** Stores contents of a topic the way a task of the collection does. */
function seen<T extends keyof ContentOf>(topic: T, contents: readonly Partial<ContentOf[T]>[]): void {
  const items = contents.map((content, n) => ({
    subjectId: `${topic}-${n}`,
    subject: '',
    content,
    capturedAt: '2026-11-21T00:00:00Z',
    requestSeq: null,
  }))
  const subject = { kind: 'account', id: '~', name: '' } as const
  const nothing = { requests: [], readings: [], lists: [], dropped: [] }
  storeTask(db, { collectionId: collection.id, key: topic, topic, subject, items, ...nothing })
}

const asOf = '2026-11-21'
const okta = { id: 'idp-1', name: 'okta' }
const own = { id: 'idp-2', name: 'own' }
const owner = (
  of: 'team' | 'enterprise-account',
  id: string,
  enterprise: string | null,
  idp: typeof okta | null,
) => ({ of, id, name: id, enterprise_account: enterprise, identity_provider: idp }) as const

beforeAll(() => {
  db = newLocker(`${folder.path}/a.locker`)
  const id = startCollection(db, {
    startedAt: '2026-11-21T00:00:00Z',
    connection: { id: 'c', label: 'c' },
    account: 'ana@example.com',
    apiUrl: 'http://127.0.0.1:1',
    scopes: null,
    tokenExpiresAt: null,
    collector: 'ana@laptop',
    appVersion: '0.0.0',
    topics: [],
  })
  collection = getCollection(db, id) as Collection
  seen('sso-identity-provider', [
    owner('enterprise-account', 'acme', null, okta),
    owner('team', 'shop', 'acme', okta),
    owner('team', 'labs', null, own),
    owner('team', 'studio', 'hidden', own),
    { of: 'identity-provider', id: 'idp-1' } as never,
  ])
  seen('app-inventory', [
    {
      id: 'a1',
      name: 'api',
      team: { id: 't', name: 'shop' },
      generation: 'fir',
      space: { id: 's', name: 'sp', shield: true },
    },
    { id: 'a2', name: 'blog', team: null, generation: 'cedar', space: null },
  ])
  seen('app-lock', [
    { id: 'a1', name: 'api', team: 'shop', locked: true },
    { id: 'a3', name: 'secret-project', team: 'shop', locked: true },
  ])
  const app = { id: 'a2', name: 'blog' }
  seen('addon-inventory', [
    {
      of: 'addon',
      id: 'd1',
      name: 'pg',
      addon_service: { id: 'x', name: 'heroku-postgresql' },
      plan: { id: 'p', name: 'heroku-postgresql:mini' },
      app,
    } as never,
    {
      of: 'addon',
      id: 'd2',
      name: 'log',
      addon_service: { id: 'y', name: 'papertrail' },
      plan: { id: 'p', name: 'papertrail:x' },
      app: { id: 'a1', name: 'api' },
    } as never,
    { of: 'attachment', id: 'd3', name: 'DATABASE' } as never,
  ])
  seen('pipelines-promotions', [
    { of: 'pipeline', id: 'p1', name: 'shop' } as never,
    { of: 'coupling', id: 'c1' } as never,
  ])
  seen('space-isolation', [
    { of: 'space', id: 's', name: 'sp', team: { id: 't', name: 'shop' }, shield: true, generation: 'cedar' },
  ])
})

afterAll(() => {
  closeLocker(db)
  folder.remove()
})

describe('the subjects of a collection', () => {
  it('are its account and what is stored', () => {
    expect(SUBJECTS.account(db, collection)).toEqual([
      { kind: 'account', id: '~', name: 'ana@example.com', email: 'ana@example.com' },
    ])
    expect(SUBJECTS.enterprise(db, collection)).toEqual([
      { kind: 'enterprise', id: 'acme', name: 'acme', identityProvider: okta, asOf },
    ])
    expect(SUBJECTS.pipeline(db, collection)).toEqual([{ kind: 'pipeline', id: 'p1', name: 'shop' }])
    expect(SUBJECTS.space(db, collection)).toEqual([
      { kind: 'space', id: 's', name: 'sp', team: 'shop', shield: true, generation: 'cedar' },
    ])
  })

  it('leave an identity provider to the first who has it', () => {
    expect(SUBJECTS.team(db, collection)).toEqual([
      {
        kind: 'team',
        id: 'shop',
        name: 'shop',
        enterprise: { id: 'acme', name: 'acme' },
        identityProvider: null,
        asOf,
      },
      { kind: 'team', id: 'labs', name: 'labs', enterprise: null, identityProvider: own, asOf },
      {
        kind: 'team',
        id: 'studio',
        name: 'studio',
        enterprise: { id: 'hidden', name: 'hidden' },
        identityProvider: null,
        asOf,
      },
    ])
  })

  it('include apps that only their team’s list shows', () => {
    expect(SUBJECTS.app(db, collection)).toEqual([
      {
        kind: 'app',
        id: 'a1',
        name: 'api',
        team: 'shop',
        generation: 'fir',
        space: { id: 's', name: 'sp' },
        hasPostgres: false,
        hasData: false,
      },
      {
        kind: 'app',
        id: 'a2',
        name: 'blog',
        team: null,
        generation: 'cedar',
        space: null,
        hasPostgres: true,
        hasData: true,
      },
      {
        kind: 'app',
        id: 'a3',
        name: 'secret-project',
        team: 'shop',
        generation: null,
        space: null,
        hasPostgres: false,
        hasData: false,
      },
    ])
  })

  it('are add-ons, not their attachments', () => {
    expect(SUBJECTS.addon(db, collection).map(({ id, service, plan }) => [id, service, plan])).toEqual([
      ['d1', 'heroku-postgresql', 'heroku-postgresql:mini'],
      ['d2', 'papertrail', 'papertrail:x'],
    ])
  })

  it('are none where nothing is stored', () => {
    const empty = { ...collection, id: 99 }
    expect([SUBJECTS.team(db, empty), SUBJECTS.app(db, empty), SUBJECTS.addon(db, empty)]).toEqual([
      [],
      [],
      [],
    ])
  })
})
