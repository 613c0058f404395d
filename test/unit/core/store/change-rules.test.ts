import { describe, expect, it } from 'vitest'
import { CHANGE_RULES, changeRule, isLeftOut, isRecord } from '../../../../shared/model/change-rules.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import { CONTENTS } from '../export/made/contents.ts'

const RULES = Object.keys(CHANGE_RULES) as (keyof typeof CHANGE_RULES)[]

function at(content: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => Reflect.get(Object(value), name), content)
}

const family = (of: unknown) => String(of).replace(/^latest-.*/, 'latest')

describe('the rules of what counts as a change', () => {
  it.each(RULES)('leave out only fields that %s has, and name only kinds that it has', (topic) => {
    const contents: readonly object[] = CONTENTS[topic]
    const { leaveOut = [], records } = changeRule(topic)
    for (const path of leaveOut)
      expect(
        contents.some((one) => at(one, path) !== undefined),
        path,
      ).toBe(true)
    // One sample stands for kinds that are told alike, such as latest-build and latest-release.
    const kinds = contents.map((one) => family(Reflect.get(one, 'of')))
    if (records !== undefined && records !== true)
      for (const of of records) expect(kinds, of).toContain(family(of))
  })

  it('leave out a field with all below it, and no other that begins alike', () => {
    const rule = { leaveOut: ['dynos', 'user.seen_at'] }
    const fields = ['dynos', 'dynos[0].count', 'dynos.x', 'dynos_max', 'user.seen_at', 'user.email']
    expect(fields.map((field) => isLeftOut(rule, field))).toEqual([true, true, true, false, true, false])
  })

  it('tell what happened from how something is set', () => {
    expect(isRecord(changeRule('releases'), { version: 1 })).toBe(true)
    expect(isRecord(changeRule('builds-slugs'), { of: 'build' })).toBe(true)
    expect(isRecord(changeRule('builds-slugs'), { of: 'buildpack' })).toBe(false)
    expect(isRecord(changeRule('log-drains' as Topic), { of: 'app-drain' })).toBe(false)
  })
})
