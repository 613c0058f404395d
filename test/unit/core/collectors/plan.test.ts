import { describe, expect, it } from 'vitest'
import type { AnyCollector } from '../../../../electron/core/collectors/collector.ts'
import { chosen, DERIVED, topicsToRead } from '../../../../electron/core/collectors/plan.ts'

const collector = (id: string, topic: string, tier?: string) =>
  ({ id, topic, per: 'app', ...(tier && { tier }) }) as unknown as AnyCollector

const ALL = [
  collector('releases', 'releases'),
  collector('sizes', 'dyno-tier', 'core'),
  collector('tests', 'ci-test-runs', 'extended'),
  collector('hooks', 'app-webhooks', 'optional'),
  collector('deliveries', 'releases', 'optional'),
]
const ids = (list: readonly AnyCollector[]) => list.map(({ id }) => id)

describe('the choice of a collection', () => {
  it('reads the core whatever is chosen, and the tiers that are', () => {
    expect(ids(chosen(ALL, { tiers: [], asked: null }))).toEqual(['releases', 'sizes'])
    expect(ids(chosen(ALL, { tiers: ['core', 'extended'], asked: null }))).toEqual([
      'releases',
      'sizes',
      'tests',
    ])
    expect(ids(chosen(ALL, { tiers: ['optional'], asked: null }))).toEqual([
      'releases',
      'sizes',
      'hooks',
      'deliveries',
    ])
  })

  it('reads all of a topic that is named, whatever its tier', () => {
    expect(ids(chosen(ALL, { tiers: ['core'], asked: ['releases'] }))).toEqual([
      'releases',
      'sizes',
      'deliveries',
    ])
  })

  it('has the topics of what is left, and none of what is not', () => {
    const topics = topicsToRead(null, chosen(ALL, { tiers: ['core'], asked: null }))
    expect(topics).toEqual(['releases', 'dyno-tier', 'audit-trail-events', ...DERIVED])
  })
})
