import { setImmediate } from 'node:timers/promises'
import { problem } from '../../../shared/errors.ts'
import type { CheckInfo } from '../../../shared/model/check.ts'
import { Policy } from '../../../shared/model/policy.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import { CHECKS } from '../checks/index.ts'
import { type Judged, judgeAll } from '../checks/run.ts'
import { frameworks } from '../frameworks/index.ts'
import { resolveCollection } from '../store/collections.ts'
import { policyOf } from '../store/policy.ts'
import { resultCounts, resultsPage, saveResults } from '../store/results.ts'
import { answersOverTime, countsOverTime, resultsByCheck, resultsBySubject } from '../store/results-tally.ts'
import { evidenceView } from './evidence-view.ts'
import type { Handlers } from './handler.ts'

/** Questions about checks: what they are, running them, what they answered. */
export const checkHandlers = {
  'check:list': () => CHECKS.map(infoOf),
  async 'check:run'({ db, host, now }, input, { signal, onProgress }) {
    const started = now()
    const { id } = resolveCollection(db, input.collectionId)
    const policy = Policy.parse({ ...policyOf(db), ...input.policy })
    const results: Judged[] = []
    for (const judged of judgeAll(evidenceView(db, id), policy, CHECKS, onProgress)) {
      for (const result of judged) results.push(result)
      await setImmediate()
      if (signal?.aborted)
        throw problem('cancelled', {
          what: 'the run of the checks',
          remedy: 'run them again; the results of the run before are kept',
        })
    }
    saveResults(db, id, results, {
      actor: host.actor,
      at: now().toISOString(),
      appVersion: APP_VERSION,
      policy,
    })
    const seconds = (now().getTime() - started.getTime()) / 1000
    return { collectionId: id, ...resultCounts(db, id), seconds }
  },
  'check:results': ({ db, now }, { accepted, ...input }) =>
    resultsPage(db, {
      ...input,
      collectionId: resolveCollection(db, input.collectionId).id,
      accepted: accepted === null ? null : { is: accepted, on: now().toISOString().slice(0, 10) },
    }),
  'check:tally': ({ db }, input) => resultsByCheck(db, resolveCollection(db, input.collectionId).id),
  'check:subjects': ({ db }, input) =>
    resultsBySubject(db, { ...input, collectionId: resolveCollection(db, input.collectionId).id }),
  'check:history': ({ db }, { checkId, subjectId }) => answersOverTime(db, checkId, subjectId),
  'check:trend': ({ db }, { checkId }) => countsOverTime(db, checkId),
} satisfies Pick<
  Handlers,
  | 'check:list'
  | 'check:run'
  | 'check:results'
  | 'check:tally'
  | 'check:subjects'
  | 'check:history'
  | 'check:trend'
>

function infoOf({ judge: _, ...check }: (typeof CHECKS)[number]): CheckInfo {
  const controls = frameworks().flatMap((framework) =>
    framework.checks
      .filter((mapping) => mapping.check === check.id)
      .map(({ control }) => ({ framework: framework.id, control })),
  )
  return { ...check, controls }
}
