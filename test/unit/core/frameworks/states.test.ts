import { describe, expect, it } from 'vitest'
import { controlStates, coverage } from '../../../../electron/core/frameworks/index.ts'
import type { Answer } from '../../../../shared/model/check.ts'
import type { Framework } from '../../../../shared/model/framework.ts'

const framework: Framework = {
  id: 'soc2-2017',
  title: 'A small framework',
  version: '1',
  source: 'made up',
  requirementKinds: ['criterion'],
  published: {},
  controls: [
    { id: 'CC6', parent: null, title: 'Access', kind: 'series' },
    ...['CC6.1', 'CC6.2', 'CC6.3', 'CC6.6', 'CC6.7'].map((id) => ({
      id,
      parent: 'CC6',
      title: id,
      kind: 'criterion',
    })),
  ],
  topics: [
    { topic: 'member-mfa', control: 'CC6.1', rationale: 'why' },
    { topic: 'app-lock', control: 'CC6.1', rationale: 'why not' },
    { topic: 'app-lock', control: 'CC6.3', rationale: 'why not' },
    { topic: 'vendor-baa', control: 'CC6.6', rationale: 'a contract' },
  ],
  checks: [
    { check: 'IDN-01', control: 'CC6.1' },
    { check: 'ACC-01', control: 'CC6.1' },
    { check: 'ACC-01', control: 'CC6.2' },
  ],
}

function counted(answers: readonly (readonly [check: string, answer: Answer])[]) {
  const none = () => ({ pass: 0, fail: 0, 'not-applicable': 0, 'not-evaluated': 0 })
  const counts = new Map<string, Record<Answer, number>>()
  for (const [check, answer] of answers) {
    const known = counts.get(check) ?? none()
    known[answer]++
    counts.set(check, known)
  }
  return counts
}

function facts(answers: readonly (readonly [check: string, answer: Answer])[], items = 3) {
  return {
    topics: [
      { topic: 'member-mfa', items },
      { topic: 'app-lock', items },
    ] as const,
    notRead: [{ topic: 'app-lock' }, { topic: 'app-lock' }] as const,
    answers: counted(answers),
  }
}

const status = (states: ReturnType<typeof controlStates>) =>
  Object.fromEntries(states.map((state) => [state.control.id, state.status]))

describe('where controls stand', () => {
  it('a failure outweighs a pass, answers outweigh mere evidence, nothing is open', () => {
    const states = controlStates(
      framework,
      facts([
        ['IDN-01', 'fail'],
        ['IDN-01', 'pass'],
        ['ACC-01', 'pass'],
      ]),
    )
    expect(status(states)).toEqual({
      CC6: 'open',
      'CC6.1': 'exception',
      'CC6.2': 'supported',
      'CC6.3': 'evidence',
      'CC6.6': 'open',
      'CC6.7': 'open',
    })
  })

  it('not evaluated and not applicable support nothing', () => {
    const states = controlStates(
      framework,
      facts([
        ['IDN-01', 'not-evaluated'],
        ['ACC-01', 'not-applicable'],
      ]),
    )
    expect(status(states)).toMatchObject({ 'CC6.1': 'evidence', 'CC6.2': 'open' })
  })

  it('tell what speaks to a control: topics with items and refusals, checks with answers', () => {
    const [, first] = controlStates(framework, facts([['IDN-01', 'pass']], 4))
    expect(first).toMatchObject({
      framework: 'soc2-2017',
      evidence: 8,
      topics: [
        { topic: 'member-mfa', rationale: 'why', items: 4, notRead: 0 },
        { topic: 'app-lock', items: 4, notRead: 2 },
      ],
      checks: [
        { check: 'IDN-01', counts: { pass: 1, fail: 0, 'not-applicable': 0, 'not-evaluated': 0 } },
        { check: 'ACC-01', counts: { pass: 0, fail: 0, 'not-applicable': 0, 'not-evaluated': 0 } },
      ],
    })
  })

  it('are counted over requirements, not over headings', () => {
    const states = controlStates(framework, facts([['ACC-01', 'fail']]))
    const standing = { requirements: 5, mapped: 4, supported: 0, exception: 2, evidence: 1, open: 2 }
    expect(coverage(framework, states)).toEqual({
      framework: 'soc2-2017',
      title: 'A small framework',
      ...standing,
      domains: [{ id: 'CC6', title: 'Access', ...standing }],
    })
  })
})
