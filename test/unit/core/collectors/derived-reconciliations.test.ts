import { describe, expect, it } from 'vitest'
import { reconciliationsOf } from '../../../../electron/core/collectors/derived-reconciliations.ts'
import type { Run } from '../../../../electron/core/collectors/running.ts'
import { getCollection, startCollection } from '../../../../electron/core/store/collections.ts'
import { inSlices } from '../../../../electron/core/store/slices.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import type { ContentOf, ReconciliationContent } from '../../../../shared/model/content.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import { FACTS, testLocker } from '../../../fakes/locker.ts'

type Given = { readonly [T in keyof ContentOf]?: readonly Partial<ContentOf[T]>[] }

async function held(given: Given): Promise<ReadonlyMap<string, ReconciliationContent>> {
  const { db } = testLocker()
  const id = startCollection(db, FACTS)
  for (const [topic, contents] of Object.entries(given))
    storeTask(db, {
      ...{ collectionId: id, key: topic, topic: topic as Topic },
      subject: { kind: 'account', id: '~', name: '' },
      items: contents.map((content, n) => ({
        ...{ subjectId: `${topic}-${n}`, subject: '', content, capturedAt: '', requestSeq: null },
      })),
      ...{ requests: [], readings: [], lists: [], dropped: [] },
    })
  const collection = getCollection(db, id)
  const found = await inSlices(reconciliationsOf({ db, collection } as unknown as Run))
  return new Map(found.map(({ subject, content }) => [subject, content as ReconciliationContent]))
}

const team = { id: 't', name: 'shop' }
const app = (id: string) => ({ id, name: `app-${id}`, team })

describe('the reconciliations of a collection', () => {
  it('name what only one of two sources knows', async () => {
    const found = await held({
      'app-inventory': [app('a'), app('b'), { ...app('own'), team: null }],
      'app-lock': [app('b'), app('hidden')].map(({ id, name }) => ({ id, name, team: 'shop' })),
    })
    expect(found.get('Apps of teams')).toMatchObject({
      first: { count: 2 },
      second: { count: 2 },
      only_first: { count: 1, names: ['app-a'] },
      only_second: { count: 1, names: ['app-hidden'] },
      agrees: false,
    })
  })

  it('leave out what has no second source', async () => {
    expect([...(await held({ 'app-inventory': [app('a')] })).keys()]).toEqual([])
  })

  it('find releases that are missing by their numbers', async () => {
    const release = (id: string, version: number) => ({ app: { id, name: `app-${id}` }, version })
    const found = await held({
      releases: [release('a', 1), release('a', 2), release('b', 1), release('b', 4)],
    })
    expect(found.get('Releases without gaps')).toMatchObject({
      first: { count: 4 },
      second: { count: 6 },
      only_second: { count: 1, names: ['app-b: 2 missing'] },
      agrees: false,
    })
    const whole = await held({ releases: [release('a', 1), release('a', 2)] })
    expect(whole.get('Releases without gaps')).toMatchObject({ agrees: true, only_second: { count: 0 } })
  })

  it('count as differing only what the second source knows more, where the first may know more', async () => {
    const collaborator = (email: string) => ({
      of: 'collaborator',
      app: app('a'),
      user: { id: email, email },
    })
    const given = {
      'app-inventory': [app('a')],
      'team-members-roles': [{ email: 'Ana@acme.example' }, { email: 'idle@acme.example' }],
      'app-collaborators-permissions': [
        collaborator('ana@acme.example'),
        collaborator('shop@herokumanager.com'),
      ],
    } as unknown as Given
    expect((await held(given)).get('People with access to apps of teams')).toMatchObject({
      agrees: true,
      only_first: { count: 1, names: ['idle@acme.example'] },
    })
    const outside = [...(given['app-collaborators-permissions'] ?? []), collaborator('guest@x.example')]
    const more = { ...given, 'app-collaborators-permissions': outside } as unknown as Given
    expect((await held(more)).get('People with access to apps of teams')).toMatchObject({
      agrees: false,
      only_second: { names: ['guest@x.example'] },
    })
  })
})
