import { describe, expect, it } from 'vitest'
import { acceptException } from '../../../../electron/core/store/exceptions.ts'
import { type NewResult, resultsByCheck, resultsPage } from '../../../../electron/core/store/results.ts'
import { saveResults } from '../../../../electron/core/store/results-save.ts'
import {
  answersOverTime,
  countsOverTime,
  resultsBySubject,
} from '../../../../electron/core/store/results-tally.ts'
import type { Answer, Severity } from '../../../../shared/model/check.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import { collected, testLocker } from '../../../fakes/locker.ts'

const RUN = { actor: 'ana', at: '2026-11-02T00:00:00.000Z', appVersion: '1', policy: Policy.parse({}) }

const result = (checkId: string, severity: Severity, answer: Answer, subject: string): NewResult => ({
  ...{ checkId, severity, answer, subject },
  ...{ title: `Title ${checkId}`, subjectId: `id-${subject}`, reason: `${subject} is so.`, evidence: [] },
})

const RESULTS = [
  result('CHG-01', 'medium', 'fail', 'Api'),
  result('CHG-01', 'medium', 'fail', 'web'),
  result('ACC-01', 'critical', 'fail', 'web'),
  result('ACC-01', 'critical', 'pass', 'Api'),
  result('LOG-01', 'low', 'not-evaluated', 'old'),
]

function lockerWithResults() {
  const { db } = testLocker()
  const id = collected(db)
  saveResults(db, id, RESULTS, RUN)
  return { db, id }
}

const PAGE = { checkId: null, answers: null, severities: null, after: null, limit: 100 }

describe('results by check', () => {
  it('count each answer, in the order of the checks', () => {
    const { db, id } = lockerWithResults()
    expect(resultsByCheck(db, id)).toEqual([
      {
        checkId: 'CHG-01',
        title: 'Title CHG-01',
        severity: 'medium',
        counts: { pass: 0, fail: 2, 'not-applicable': 0, 'not-evaluated': 0 },
      },
      expect.objectContaining({ checkId: 'ACC-01', counts: expect.objectContaining({ pass: 1, fail: 1 }) }),
      expect.objectContaining({ checkId: 'LOG-01' }),
    ])
    expect(resultsByCheck(db, id + 1)).toEqual([])
  })
})

describe('results by subject', () => {
  it('put the worst failures first, and pages follow each other', () => {
    const { db, id } = lockerWithResults()
    const ask = { collectionId: id, search: null, after: null, limit: 2 }
    const first = resultsBySubject(db, ask)
    expect(first.rows).toMatchObject([
      { subject: 'web', subjectId: 'id-web', failures: { critical: 1, medium: 1 }, counts: { fail: 2 } },
      { subject: 'Api', failures: { critical: 0, medium: 1 }, counts: { pass: 1, fail: 1 } },
    ])
    const second = resultsBySubject(db, { ...ask, after: first.next })
    expect(second.rows.map(({ subject }) => subject)).toEqual(['old'])
    expect(second.next).toBeNull()
  })

  it('are found by a part of the name, in any case', () => {
    const { db, id } = lockerWithResults()
    const find = (search: string) =>
      resultsBySubject(db, { collectionId: id, search, after: null, limit: 10 }).rows.length
    expect([find('aP'), find('%'), find('id-web')]).toEqual([1, 0, 0])
  })
})

describe('a page of results is narrowed', () => {
  it('by subject, and by text of the name or the reason', () => {
    const { db, id } = lockerWithResults()
    const find = (ask: object) =>
      resultsPage(db, { ...PAGE, collectionId: id, ...ask }).rows.map(
        ({ checkId, subject }) => `${checkId} ${subject}`,
      )
    expect(find({ subjectId: 'id-web' })).toEqual(['CHG-01 web', 'ACC-01 web'])
    expect(find({ search: 'API is' })).toEqual(['CHG-01 Api', 'ACC-01 Api'])
    expect(find({ search: 'api', answers: ['fail'] })).toEqual(['CHG-01 Api'])
  })

  it('by what a person accepted for that day', () => {
    const { db, id } = lockerWithResults()
    const subjects = [{ subjectId: 'id-web', subject: 'web' }]
    const exception = { checkId: 'CHG-01', subjects, reason: 'soon gone', until: '2026-12-01' }
    acceptException(db, { ...exception, at: RUN.at, actor: 'ana' })
    const find = (is: boolean, on: string) =>
      resultsPage(db, { ...PAGE, collectionId: id, accepted: { is, on } }).rows.map(
        ({ checkId, subject }) => `${checkId} ${subject}`,
      )
    expect(find(true, '2026-12-01')).toEqual(['CHG-01 web'])
    expect(find(true, '2026-12-02')).toEqual([])
    expect(find(false, '2026-12-01')).toEqual(['CHG-01 Api', 'ACC-01 web'])
    expect(find(false, '2026-12-02')).toHaveLength(3)
  })
})

describe('answers over time', () => {
  it('are those of the collections that were checked, oldest first', () => {
    const { db } = testLocker()
    const [first, unchecked, third] = [collected(db), collected(db), collected(db)]
    saveResults(
      db,
      first,
      [result('CHG-01', 'low', 'pass', 'web'), result('LOG-01', 'low', 'pass', 'web')],
      RUN,
    )
    saveResults(db, third, [result('CHG-01', 'low', 'fail', 'web')], RUN)
    expect(answersOverTime(db, 'CHG-01', 'id-web')).toMatchObject([
      { collectionId: first, answer: 'pass' },
      { collectionId: third, answer: 'fail', reason: 'web is so.' },
    ])
    expect(answersOverTime(db, 'LOG-01', 'id-web')).toMatchObject([
      { collectionId: first, answer: 'pass' },
      { collectionId: third, answer: null, reason: null },
    ])
    expect(countsOverTime(db, null).map(({ collectionId, counts }) => [collectionId, counts.pass])).toEqual([
      [first, 2],
      [third, 0],
    ])
    expect(countsOverTime(db, 'LOG-01').map(({ counts }) => counts.pass)).toEqual([1, 0])
    expect(countsOverTime(db, null).some(({ collectionId }) => collectionId === unchecked)).toBe(false)
  })
})
