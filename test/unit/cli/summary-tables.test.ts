import { describe, expect, it } from 'vitest'
import {
  checkLines,
  coverageTable,
  failureLines,
  notReadLines,
} from '../../../electron/cli/summary-tables.ts'
import type { Reading } from '../../../shared/model/collection.ts'

const reading = (subject: string, reason: string | null): Reading => ({
  collectionId: 1,
  topic: 'log-drains',
  subjectKind: 'app',
  subjectId: subject,
  subject,
  path: `/apps/${subject}/log-drains`,
  outcome: 'denied',
  reason,
  items: 0,
})

describe('notReadLines', () => {
  it('counts reads of one reason together, the most frequent first', () => {
    const lines = notReadLines(
      [reading('a', null), reading('b', 'Forbidden.'), reading('c', 'Forbidden.')],
      null,
    )
    expect(lines).toEqual([
      'denied    log-drains  2 times, such as b',
      '          Forbidden.',
      'denied    log-drains  a',
      '          no reason was given',
    ])
  })

  it('keeps hostile names and reasons on their lines', () => {
    const [head, why] = notReadLines([reading('x\n\x1b[2Jy', 'a\nb')], 80)
    expect(head).toBe('denied    log-drains  x \ufffd[2Jy')
    expect(why).toBe('          a b')
  })
})

describe('failureLines', () => {
  const failure = {
    collectionId: 1,
    checkId: 'IDN-01',
    title: 'Everyone has a second factor',
    severity: 'critical' as const,
    subject: 'ana@acme.example in acme-core',
    subjectId: 'x',
    answer: 'fail' as const,
    reason: 'ana@acme.example signs in with a password alone, without a second factor.',
    evidence: [],
  }

  it('gives the whole reason below the subject', () => {
    expect(failureLines([failure], 60)).toEqual([
      'critical  IDN-01  ana@acme.example in acme-core',
      '          ana@acme.example signs in with a password alone,',
      '          without a second factor.',
    ])
  })
})

describe('checkLines', () => {
  it('tells all four answers and every severity', () => {
    const lines = checkLines({
      collectionId: 1,
      checks: 68,
      answers: { pass: 1000, fail: 3, 'not-applicable': 2, 'not-evaluated': 1 },
      failuresBySeverity: { critical: 1, high: 0, medium: 2, low: 0 },
      judged: 68,
      seconds: 1,
    })
    expect(lines).toEqual([
      '68 checks answered: 1,000 pass, 3 fail, 2 not applicable, 1 not evaluated.',
      'Failures by severity: 1 critical, 0 high, 2 medium, 0 low.',
    ])
  })
})

describe('coverageTable', () => {
  it('has one line per framework', () => {
    const one = { framework: 'hipaa' as const, title: 'HIPAA', requirements: 10, mapped: 5, domains: [] }
    const lines = coverageTable([{ ...one, supported: 1, exception: 2, evidence: 3, open: 4 }], null)
    expect(lines[2]?.split(/\s+/)).toEqual(['HIPAA', '10', '5', '1', '2', '3', '4'])
  })
})
