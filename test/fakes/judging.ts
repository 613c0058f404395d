import { describe, expect, it } from 'vitest'
import type { Check } from '../../electron/core/checks/check.ts'
import { judgeOne } from '../../electron/core/checks/run.ts'
import type { Answer } from '../../shared/model/check.ts'
import { Policy } from '../../shared/model/policy.ts'
import { type ViewParts, viewOf } from './evidence.ts'

/** An expected verdict: about what, which answer, and what its reason has to tell. */
export type Expected = readonly [subject: string, answer: Answer, reason?: RegExp]

/** One case of a check: evidence in, verdicts out, in any order. */
export interface Case {
  readonly policy?: Partial<Policy>
  readonly given: ViewParts
  readonly answers: readonly Expected[]
}

/** Registers one test per case. Verdicts have to be exactly the expected ones, each about another subject. */
export function judges(check: Check, cases: Readonly<Record<string, Case>>): void {
  describe(check.id, () => {
    for (const [name, { policy, given, answers }] of Object.entries(cases))
      it(name, () => {
        const view = viewOf(given)
        const verdicts = judgeOne(check, view, Policy.parse(policy ?? {}))
        const byName = (a: readonly string[], b: readonly string[]) => (a.join() < b.join() ? -1 : 1)
        expect(verdicts.map((v) => [v.subject, v.answer]).sort(byName)).toEqual(
          answers.map(([subject, answer]) => [subject, answer]).sort(byName),
        )
        for (const [subject, answer, reason] of answers)
          if (reason)
            expect(
              verdicts.filter((v) => v.subject === subject && v.answer === answer).map((v) => v.reason),
            ).toContainEqual(expect.stringMatching(reason))
        expect(new Set(verdicts.map((v) => v.subjectId)).size).toBe(verdicts.length)
        for (const verdict of verdicts)
          expect(verdict.reason).toMatch(/^(?!.*(undefined|null|NaN|Invalid)).*\.$/s)
        const aboutItems = !/^(EVD|VEN)/.test(check.id) && (given.items ?? []).length > 0
        for (const verdict of verdicts.filter((v) => v.answer === 'pass' || v.answer === 'fail'))
          if (aboutItems) expect(verdict.evidence.length).toBeGreaterThan(0)
      })
  })
}
