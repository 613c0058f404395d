import { describe, expect, it } from 'vitest'
import { journalPage } from '../../../../electron/core/store/journal.ts'
import {
  eachResult,
  type NewResult,
  resultCounts,
  resultsPage,
} from '../../../../electron/core/store/results.ts'
import { type CheckRun, saveResults } from '../../../../electron/core/store/results-save.ts'
import type { Answer, Severity } from '../../../../shared/model/check.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import { collected, testLocker } from '../../../fakes/locker.ts'

const RUN: CheckRun = {
  actor: 'ana@laptop',
  at: '2026-11-02T00:00:00.000Z',
  appVersion: '0.1.0',
  policy: Policy.parse({}),
}

function result(checkId: string, answer: Answer, severity: Severity, n: number): NewResult {
  const subject = `app-${n}`
  return {
    checkId,
    title: `Title ${checkId}`,
    severity,
    answer,
    subject,
    subjectId: subject,
    reason: 'So.',
    evidence: [n],
  }
}

const RESULTS = [
  result('CHG-01', 'pass', 'high', 1),
  result('CHG-01', 'fail', 'high', 2),
  result('LOG-01', 'fail', 'critical', 3),
  result('LOG-02', 'not-evaluated', 'low', 4),
]

const ALL = { checkId: null, answers: null, severities: null, after: null, limit: 100 }

describe('results of the checks', () => {
  it('are kept in the order given, per collection', () => {
    const { db } = testLocker()
    const [id, other] = [collected(db), collected(db)]
    saveResults(db, id, RESULTS, RUN)
    expect([...eachResult(db, id)]).toEqual(RESULTS.map((one) => ({ ...one, collectionId: id })))
    expect([...eachResult(db, other)]).toEqual([])
  })

  it('are taken from a stream that reads the locker meanwhile', () => {
    const { db } = testLocker()
    const id = collected(db)
    function* reading() {
      for (let n = 1; n <= 1200; n++)
        yield result('CHG-01', n > [...eachResult(db, 99)].length ? 'pass' : 'fail', 'low', n)
    }
    saveResults(db, id, reading(), RUN)
    expect([...eachResult(db, id)]).toHaveLength(1200)
  })

  it('take the place of those before, and the journal tells of both runs', () => {
    const { db } = testLocker()
    const id = collected(db)
    saveResults(db, id, RESULTS, RUN)
    saveResults(db, id, RESULTS.slice(0, 1), RUN)
    expect([...eachResult(db, id)]).toHaveLength(1)
    const runs = journalPage(db, null, 100).rows.filter(({ action }) => action === 'checks.run')
    expect(runs.map(({ detail }) => detail)).toMatchObject([
      {
        collectionId: id,
        results: 4,
        answers: { pass: 1, fail: 2, 'not-applicable': 0, 'not-evaluated': 1 },
      },
      { collectionId: id, results: 1, policy: RUN.policy, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })

  it('are all kept or none', () => {
    const { db } = testLocker()
    const id = collected(db)
    saveResults(db, id, RESULTS, RUN)
    function* failing() {
      yield result('X-1', 'pass', 'low', 1)
      throw new Error('a check broke')
    }
    expect(() => saveResults(db, id, failing(), RUN)).toThrow(/a check broke/)
    expect([...eachResult(db, id)]).toHaveLength(4)
  })

  it('are counted by answer and, where they failed, by severity', () => {
    const { db } = testLocker()
    const id = collected(db)
    saveResults(db, id, RESULTS, RUN)
    expect(resultCounts(db, id)).toEqual({
      checks: 3,
      answers: { pass: 1, fail: 2, 'not-applicable': 0, 'not-evaluated': 1 },
      failuresBySeverity: { critical: 1, high: 1, medium: 0, low: 0 },
    })
  })

  it('come in pages, by check, by answer and by severity', () => {
    const { db } = testLocker()
    const id = collected(db)
    saveResults(db, id, RESULTS, RUN)
    const subjects = (more: object) =>
      resultsPage(db, { ...ALL, collectionId: id, ...more }).rows.map(({ subject }) => subject)
    expect(subjects({ checkId: 'CHG-01' })).toEqual(['app-1', 'app-2'])
    expect(subjects({ answers: ['fail', 'not-evaluated'] })).toEqual(['app-2', 'app-3', 'app-4'])
    expect(subjects({ severities: ['critical'], answers: ['fail'] })).toEqual(['app-3'])
    const first = resultsPage(db, { ...ALL, collectionId: id, limit: 3 })
    expect(first.next).toBe('10000001')
    expect(subjects({ after: first.next, limit: 3 })).toEqual(['app-4'])
  })
})
