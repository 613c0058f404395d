import { ANSWERS, type Answer, type CheckResult } from '../../../../shared/model/check.ts'
import { ANSWER, count } from './words.ts'

/** How many of each answer. */
export type Tally = Readonly<Record<Answer, number>>

/** Counts answers by a key, such as the check's id or its severity. */
export function tallies(
  results: Iterable<CheckResult>,
  keyOf: (result: CheckResult) => string,
): ReadonlyMap<string, Tally> {
  const counts = new Map<string, Record<Answer, number>>()
  for (const result of results) {
    const key = keyOf(result)
    const tally = counts.get(key) ?? { pass: 0, fail: 0, 'not-applicable': 0, 'not-evaluated': 0 }
    tally[result.answer] += 1
    counts.set(key, tally)
  }
  return counts
}

const WORST_FIRST: readonly Answer[] = ['fail', 'not-evaluated', 'pass', 'not-applicable']

/** A tally in words, the worst first, such as `2 fail, 27 pass`. */
export function tallyText(tally: Tally): string {
  const parts = WORST_FIRST.filter((answer) => tally[answer] > 0)
  return parts.map((answer) => `${count(tally[answer])} ${ANSWER[answer].word.toLowerCase()}`).join(', ')
}

/** All answers of a tally. */
export function total(tally: Tally): number {
  return ANSWERS.reduce((sum, answer) => sum + tally[answer], 0)
}
