import { describe, expect, it } from 'vitest'
import { asTopics } from '../../../electron/cli/topics.ts'

describe('asTopics', () => {
  it('takes topics by their names', () => {
    expect(asTopics(['member-mfa', 'releases'])).toEqual(['member-mfa', 'releases'])
  })

  it('suggests the nearest name', () => {
    expect(() => asTopics(['mfa'])).toThrow(/no topic named mfa: did you mean member-mfa\./)
    expect(() => asTopics(['drain-logs'])).toThrow(/named drain-logs/)
  })
})
