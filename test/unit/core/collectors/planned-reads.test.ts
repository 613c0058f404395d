import { describe, expect, it } from 'vitest'
import type { AppSubject } from '../../../../electron/core/collectors/collector.ts'
import { COLLECTORS } from '../../../../electron/core/collectors/index.ts'
import { collectorsFor, collectorsOf } from '../../../../electron/core/collectors/plan.ts'
import { planCollection } from '../../../../electron/core/collectors/plan-collection.ts'
import { plannedReads } from '../../../../electron/core/collectors/planned-reads.ts'
import type { ReadContents } from '../../../../electron/core/collectors/subjects.ts'
import { TOPICS } from '../../../../shared/model/topic.ts'
import { SUBJECT, uuid } from '../../../fakes/collecting.ts'

describe('the reads that are planned', () => {
  it('are those that the collectors ask for, each address once', async () => {
    const collectors = collectorsFor(collectorsOf('app', COLLECTORS, TOPICS), SUBJECT.app)
    const reads = await plannedReads(collectors, SUBJECT.app)
    const paths = reads.map(({ path }) => path)
    expect(paths).toContain(`/apps/${SUBJECT.app.id}/releases`)
    expect(paths).toContain(`/apps/${SUBJECT.app.id}/domains`)
    expect(new Set(reads.map((one) => JSON.stringify(one))).size).toBe(reads.length)
  })

  it('leave out what does not apply to a subject', async () => {
    const none: AppSubject = { ...SUBJECT.app, hasPostgres: false }
    const of = (app: typeof none) =>
      plannedReads(collectorsFor(collectorsOf('app', COLLECTORS, TOPICS), app), app)
    expect((await of(none)).length).toBeLessThan((await of({ ...none, hasPostgres: true })).length)
  })
})

describe('the plan of a collection', () => {
  const app = (n: number) => ({ id: uuid(n), name: `app-${n}`, team: null, space: null, generation: 'cedar' })
  const contents = ((topic) => (topic === 'app-inventory' ? [app(1), app(2), app(3)] : [])) as ReadContents
  const by = { account: 'ana@example.com', startedAt: '2026-11-21T00:00:00Z' }

  it('counts requests by kind, with the pages that lists had before', async () => {
    const collectors = COLLECTORS.filter(({ id }) => ['releases', 'app-inventory'].includes(id))
    const topics = ['releases', 'app-inventory'] as const
    const asked = [
      { path: `/slugs/${uuid(9)}`, collector: 'releases', kind: 'app' as const },
      { path: `/apps/${uuid(1)}/domains`, collector: 'domains', kind: 'app' as const },
    ]
    const pages = (path: string) => (path === `/apps/${uuid(2)}/releases` ? 4 : 1)
    const plan = await planCollection({ collectors, topics, contents, by, pages, asked })
    expect(plan.requests).toEqual([
      { pattern: '/apps/{id}/releases', per: 'app', subjects: 3, requests: 6 },
      { pattern: '/apps', per: 'account', subjects: 1, requests: 1 },
      { pattern: '/slugs/{id}', per: 'app', subjects: 1, requests: 1 },
    ])
    expect(plan.counted).toBe(8)
    expect(plan.subjects).toMatchObject({ account: 1, app: 3, addon: 0 })
  })
})
