import type { CheckResult, Verdict } from '../../../shared/model/check.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { Check, EvidenceView } from './check.ts'
import { wasCollected } from './facts/reads.ts'
import { notEvaluated, WHOLE } from './facts/verdict.ts'

/** A verdict of a known check, before it is known in which collection. */
export type Judged = Omit<CheckResult, 'collectionId'>

function* answers(check: Check, view: EvidenceView, policy: Policy): Generator<number, readonly Verdict[]> {
  const missing = check.needs.filter((topic) => !wasCollected(view, topic))
  if (missing.length > 0)
    return [notEvaluated(WHOLE, `This collection did not read ${missing.join(' and ')}.`)]
  try {
    const verdicts: Verdict[] = []
    for (const verdict of check.judge(view, policy)) {
      verdicts.push(verdict)
      yield 1
    }
    return verdicts.length > 0 ? verdicts : [notEvaluated(WHOLE, 'The check found nothing to judge.')]
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown error'
    return [notEvaluated(WHOLE, `The check itself failed and has to be repaired (${what}).`)]
  }
}

/**
 * Runs one check: at least one verdict, whatever happens inside it. It yields 1 after each verdict, so that a
 * caller can let other work through in between.
 */
export function* judging(
  check: Check,
  view: EvidenceView,
  policy: Policy,
): Generator<number, readonly Judged[]> {
  const { id: checkId, title, severity } = check
  const verdicts = yield* answers(check, view, policy)
  return verdicts.map((verdict) => ({ checkId, title, severity, ...verdict }))
}

/** The same without a pause. */
export function judgeOne(check: Check, view: EvidenceView, policy: Policy): readonly Judged[] {
  const work = judging(check, view, policy)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/**
 * Runs the checks one after the other and yields the results of each, so that a caller can store them and
 * let other work through in between. `onProgress` hears how many checks are done.
 */
export function* judgeAll(
  view: EvidenceView,
  policy: Policy,
  checks: readonly Check[],
  onProgress?: (progress: { readonly done: number; readonly of: number }) => void,
): Generator<readonly Judged[]> {
  for (const [index, check] of checks.entries()) {
    yield judgeOne(check, view, policy)
    onProgress?.({ done: index + 1, of: checks.length })
  }
}
