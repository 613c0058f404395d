import { problem } from '../../../shared/errors.ts'
import type { CheckInfo } from '../../../shared/model/check.ts'
import { Policy } from '../../../shared/model/policy.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import { CHECKS } from '../checks/index.ts'
import { frameworks } from '../frameworks/index.ts'
import { resolveCollection } from '../store/collections.ts'
import { roomForPages } from '../store/page-cache.ts'
import { policyOf } from '../store/policy.ts'
import { resultCounts, resultsByCheck, resultsPage } from '../store/results.ts'
import { saveRun } from '../store/results-save.ts'
import { answersOverTime, countsOverTime, resultsBySubject } from '../store/results-tally.ts'
import { inSlices } from '../store/slices.ts'
import type { Handlers } from './handler.ts'
import { judgement, outdatedChecks } from './judging.ts'

/** Questions about checks: what they are, running them, what they answered. */
export const checkHandlers = {
  'check:list': () => CHECKS.map(infoOf),
  async 'check:run'({ db, host, now }, input, { signal, onProgress }) {
    const started = now()
    const collection = resolveCollection(db, input.collectionId)
    const policy = Policy.parse({ ...policyOf(db), ...input.policy })
    const onDone = (done: number) => onProgress?.({ done, of: CHECKS.length })
    const work = judgement(db, collection, policy, { all: input.all === true, onDone })
    const giveBack = roomForPages(db)
    try {
      const { checks, judged } = await inSlices(work, () => {
        if (signal?.aborted)
          throw problem('cancelled', {
            what: 'the run of the checks',
            remedy: 'run them again; the results of the run before are kept',
          })
      })
      const { id } = collection
      saveRun(db, id, checks, { actor: host.actor, at: now().toISOString(), appVersion: APP_VERSION, policy })
      const seconds = (now().getTime() - started.getTime()) / 1000
      return { collectionId: id, ...resultCounts(db, id), judged, seconds }
    } finally {
      giveBack()
    }
  },
  'check:outdated': ({ db }, input) =>
    outdatedChecks(db, resolveCollection(db, input.collectionId), policyOf(db)),
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
  | 'check:outdated'
  | 'check:results'
  | 'check:tally'
  | 'check:subjects'
  | 'check:history'
  | 'check:trend'
>

function infoOf({ judge: _, surveys: __, ...check }: (typeof CHECKS)[number]): CheckInfo {
  const controls = frameworks().flatMap((framework) =>
    framework.checks
      .filter((mapping) => mapping.check === check.id)
      .map(({ control }) => ({ framework: framework.id, control })),
  )
  return { ...check, controls }
}
