import { describe, expect, it } from 'vitest'
import type { NewResult } from '../../../../electron/core/store/results.ts'
import { checksOverPeriod } from '../../../../electron/core/store/results-period.ts'
import { saveResults } from '../../../../electron/core/store/results-save.ts'
import type { Answer } from '../../../../shared/model/check.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import { collected, testLocker } from '../../../fakes/locker.ts'

const RUN = { actor: 'ana', at: '2026-11-02T00:00:00.000Z', appVersion: '1', policy: Policy.parse({}) }
const PERIOD = { start: '2026-01-01', end: '2026-12-31' }
const TODAY = '2026-11-30'

const result = (checkId: string, answer: Answer, subject: string): NewResult => ({
  ...{ checkId, answer, subject, severity: 'high', title: `Title ${checkId}` },
  ...{ subjectId: `id-${subject}`, reason: `${subject} is so.`, evidence: [] },
})

/** A locker of as many collections as there are lists of results. */
function judged(...runs: readonly (readonly NewResult[])[]) {
  const { db } = testLocker()
  const ids = runs.map((results) => {
    const id = collected(db)
    saveResults(db, id, results, RUN)
    return id
  })
  return { db, ids }
}

const over = (...runs: readonly (readonly NewResult[])[]) => {
  const { db, ids } = judged(...runs)
  return { ids, found: checksOverPeriod(db, PERIOD, TODAY) }
}

describe('a check over the audit period', () => {
  it('operated where every subject passed in each of several collections', () => {
    const run = [result('A-1', 'pass', 'api'), result('A-1', 'not-applicable', 'web')]
    const { ids, found } = over(run, run)
    expect(found.collections.map(({ collectionId }) => collectionId)).toEqual(ids)
    expect(found.checks).toEqual([
      {
        ...{ checkId: 'A-1', title: 'Title A-1', severity: 'high', collections: 2, subjects: 2 },
        ...{ passedThroughout: 1, failedEver: 0, failsNow: 0, notEvaluatedEver: 0, firstFailed: null },
        ...{ stands: 'operated', says: '1 subject passed whenever asked, over 2 collections of the period.' },
      },
    ])
  })

  it('has exceptions where one ever failed, mended or not, and tells since when', () => {
    const { ids, found } = over(
      [result('A-1', 'pass', 'api'), result('A-1', 'pass', 'web')],
      [result('A-1', 'fail', 'api'), result('A-1', 'pass', 'web')],
      [result('A-1', 'pass', 'api'), result('A-1', 'pass', 'web')],
    )
    expect(found.checks[0]).toMatchObject({
      ...{ stands: 'exceptions', failedEver: 1, failsNow: 0, passedThroughout: 1 },
      firstFailed: { collectionId: ids[1] },
      says: '1 subject of 2 failed in the period; none fails in the newest of 3 collections.',
    })
    const still = over([result('A-1', 'fail', 'api')], [result('A-1', 'fail', 'api')]).found.checks[0]
    expect(still?.says).toBe(
      '1 subject of 1 failed in the period; 1 subject still fails in the newest of 2 collections.',
    )
  })

  it('is not shown by one collection, nor where something could not be evaluated', () => {
    expect(over([result('A-1', 'pass', 'api')]).found.checks[0]).toMatchObject({
      stands: 'not-shown',
      says: expect.stringContaining('a point in time shows no operation'),
    })
    const unknown = [result('A-1', 'pass', 'api'), result('A-1', 'not-evaluated', 'web')]
    expect(over(unknown, unknown).found.checks[0]).toMatchObject({ stands: 'not-shown', notEvaluatedEver: 1 })
  })

  it('does not apply where the question never arose', () => {
    const run = [result('A-1', 'not-applicable', '*')]
    expect(over(run, run).found.checks[0]?.stands).toBe('not-applicable')
  })

  it('counts no collection outside the period, and tells the longest time without one', () => {
    const { db } = judged([result('A-1', 'fail', 'api')])
    const early = checksOverPeriod(db, { start: '2020-01-01', end: '2020-12-31' }, TODAY)
    expect(early).toMatchObject({ collections: [], checks: [], longestGapDays: 365 })
    const running = checksOverPeriod(db, { start: '2026-11-20', end: '2027-12-31' }, TODAY)
    expect(running.longestGapDays).toBeLessThanOrEqual(10)
  })
})
