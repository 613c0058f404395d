import type { AnswerThen } from '../../../shared/contract-checks.ts'

/** What the answers about a subject over the collections come to. */
export interface Story {
  /** The first of the failures that reach without a break to the newest answer; null where that is no failure. */
  readonly failingSince: AnswerThen | null
  /** How many failures in a row that is. */
  readonly inARow: number
  /** The very first failure, where it is an earlier one. */
  readonly firstFailed: AnswerThen | null
  /** The newest answers first, each told once: where the answer or the reason differs from the one before it. */
  readonly turns: readonly (AnswerThen & { readonly until: AnswerThen })[]
}

/** Reads the answers of a check about a subject, oldest first, as a person would. */
export function storyOf(answers: readonly AnswerThen[]): Story {
  const said = answers.filter(({ answer }) => answer !== null)
  const lastOther = said.findLastIndex(({ answer }) => answer !== 'fail')
  const run = said.slice(lastOther + 1)
  const failingSince = run[0] ?? null
  const first = said.find(({ answer }) => answer === 'fail') ?? null
  const turns: (AnswerThen & { until: AnswerThen })[] = []
  for (const one of answers) {
    const before = turns.at(-1)
    if (before && before.answer === one.answer && before.reason === one.reason) before.until = one
    else turns.push({ ...one, until: one })
  }
  return {
    failingSince,
    inARow: run.length,
    firstFailed: first && first.collectionId !== failingSince?.collectionId ? first : null,
    turns: turns.reverse(),
  }
}
