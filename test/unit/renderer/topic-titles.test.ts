import { describe, expect, it } from 'vitest'
import { COLLECTORS } from '../../../electron/core/collectors/index.ts'
import { COLLECTED_TOPICS, topicTitle } from '../../../renderer/lib/topic-titles.ts'

describe('topics that can be chosen in the window', () => {
  it('are those that a collector reads, each once, and the audit trail', () => {
    const read = new Set<string>([...COLLECTORS.map(({ topic }) => topic), 'audit-trail-events'])
    expect([...COLLECTED_TOPICS].sort()).toEqual([...read].sort())
  })

  it('have a title each, and no two the same', () => {
    const titles = COLLECTED_TOPICS.map(topicTitle)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title).toMatch(/^[A-Z]/)
  })
})
