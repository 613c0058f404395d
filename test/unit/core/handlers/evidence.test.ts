import { describe, expect, it } from 'vitest'
import { evidenceHandlers, speaksTo } from '../../../../electron/core/handlers/evidence.ts'
import type { Deps } from '../../../../electron/core/handlers/handler.ts'
import { conclude } from '../../../../electron/core/store/conclusions.ts'
import { decideMappings } from '../../../../electron/core/store/mappings.ts'
import { saveResults } from '../../../../electron/core/store/results-save.ts'
import type { Answer } from '../../../../shared/model/check.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import { collected, testLocker } from '../../../fakes/locker.ts'

const WHO = { at: '2026-11-02T00:00:00.000Z', actor: 'ana' }
const RELEASES = { framework: 'soc2-2017', control: 'CC8.1', topic: 'releases' } as const

function lockerWithReleases() {
  const { db } = testLocker()
  const collectionId = collected(db)
  return { db, collectionId, deps: { db } as Deps }
}

describe('what speaks to a control', () => {
  it('is its topics and, for a group, those of the controls in it', () => {
    const { db } = lockerWithReleases()
    expect(speaksTo(db, 'soc2-2017', 'CC8.1').topics).toContain('releases')
    const group = speaksTo(db, 'soc2-2017', 'CC').topics
    expect(group).toEqual(expect.arrayContaining(['releases', 'member-mfa']))
    expect(new Set(group).size).toBe(group.length)
    expect(() => speaksTo(db, 'soc2-2017', 'CC99')).toThrow(/no control CC99/)
  })

  it('follows what people decided', () => {
    const { db } = lockerWithReleases()
    const add = { ...RELEASES, control: 'CC1.1', subjectId: 'api/v1' }
    decideMappings(db, { ...WHO, keys: [add], decision: 'added', rationale: 'shows who' })
    decideMappings(db, {
      ...WHO,
      keys: [{ ...RELEASES, subjectId: null }],
      decision: 'rejected',
      rationale: '',
    })
    expect(speaksTo(db, 'soc2-2017', 'CC1.1').subjects).toEqual([{ topic: 'releases', subjectId: 'api/v1' }])
    expect(speaksTo(db, 'soc2-2017', 'CC8.1').topics).not.toContain('releases')
  })
})

describe('where an item is used', () => {
  it('is the controls of its topic and its own, with what was concluded', async () => {
    const { db, deps } = lockerWithReleases()
    const own = { ...RELEASES, control: 'CC1.1', subjectId: 'api/v1' }
    decideMappings(db, { ...WHO, keys: [own], decision: 'added', rationale: 'shows who' })
    const text = 'Works.'
    const rated = { design: 'effective', operation: 'effective' } as const
    const input = { framework: 'soc2-2017', control: 'CC8.1', ...rated, text } as const
    conclude(db, input, { ...WHO, preparer: 'Ana' })
    const { controls } = await evidenceHandlers['evidence:uses'](deps, { id: 1 })
    expect(controls[0]).toMatchObject({ control: 'CC1.1', own: true, decision: 'added', conclusion: null })
    expect(controls.find(({ control }) => control === 'CC8.1')).toMatchObject({
      own: false,
      decision: 'suggested',
      conclusion: 'concluded',
    })
    const other = await evidenceHandlers['evidence:uses'](deps, { id: 2 })
    expect(other.controls.some(({ control }) => control === 'CC1.1')).toBe(false)
  })

  it('is the results that rest on it and on no number like it, failures first', async () => {
    const { db, deps, collectionId } = lockerWithReleases()
    const result = (checkId: string, answer: Answer, evidence: number[]) => ({
      ...{ checkId, answer, evidence, title: 'T', severity: 'high' as const, reason: 'So.' },
      ...{ subject: checkId, subjectId: checkId },
    })
    const results = [
      result('A-1', 'pass', [1, 2]),
      result('A-2', 'fail', [11, 21]),
      result('A-3', 'fail', [3, 1]),
      result('A-4', 'pass', []),
    ]
    saveResults(db, collectionId, results, { ...WHO, appVersion: '1', policy: Policy.parse({}) })
    const uses = await evidenceHandlers['evidence:uses'](deps, { id: 1 })
    expect(uses.results.map(({ checkId, answer }) => [checkId, answer])).toEqual([
      ['A-3', 'fail'],
      ['A-1', 'pass'],
    ])
    expect(uses.moreResults).toBe(0)
  })
})
