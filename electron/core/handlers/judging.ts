import type { Collection } from '../../../shared/model/collection.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { Check } from '../checks/check.ts'
import { CHECKS } from '../checks/index.ts'
import { judging } from '../checks/run.ts'
import { once } from '../once.ts'
import type { ReadableDb } from '../store/db.ts'
import { type JudgedCheck, judgedChecks } from '../store/judged.ts'
import type { RunCheck } from '../store/results-save.ts'
import type { Sliced } from '../store/slices.ts'
import { viewThrough } from './evidence-view.ts'
import { heldEvidence } from './held-evidence.ts'
import { areUnchanged, commonState, inputStates, inputsOf, recordingView } from './judged-inputs.ts'

/** What came of the checks, each at its place, and how many had to be judged for that. */
export interface Judgement {
  readonly checks: readonly RunCheck[]
  readonly judged: number
}

/**
 * Judges a collection, check by check, in slices. A check is a pure function of what it reads, so one whose inputs
 * are as they were when it judged last is not asked again, unless `all` asks for it: what it came to stands.
 * `onDone` hears how many checks are done.
 */
export function* judgement(
  db: ReadableDb,
  collection: Collection,
  policy: Policy,
  {
    all = false,
    onDone = () => {},
  }: { readonly all?: boolean; readonly onDone?: (done: number) => void } = {},
): Sliced<Judgement> {
  const before = judgedChecks(db, collection.id)
  const evidence = heldEvidence(db, collection)
  const view = once(() => viewThrough(db, collection, evidence))
  const common = commonState(db, collection, policy)
  const states = inputStates(db, collection.id)
  const checks: RunCheck[] = new Array(CHECKS.length)
  let [done, judged] = [0, 0]
  for (const [place, check] of inReadingOrder(evidence.sizes())) {
    const known = before[place]
    if (!all && known && isOf(check, known) && areUnchanged(known.inputs, common, states))
      checks[place] = { stands: known }
    else {
      for (const topic of check.needs) yield* evidence.loading(topic)
      if (check.surveys) yield* evidence.surveying()
      const { view: through, read } = recordingView(view(), states)
      const results = yield* judging(check, through, policy)
      checks[place] = { results, inputs: inputsOf(common, read) }
      judged += 1
    }
    onDone(++done)
    yield 1
  }
  return { checks, judged }
}

/**
 * The checks with their places, those that need the same large topic one after the other: more evidence than is held
 * at once would otherwise be read again and again. Those that look at everything come first: they read in the order of
 * the file, and what follows finds its pages in memory. The largest topics come last, because all work is slower while
 * much is held.
 */
function inReadingOrder(sizes: ReadonlyMap<string, number>): readonly (readonly [number, Check])[] {
  const largest = new Map(
    CHECKS.map(({ id, needs }) => {
      const [first = ''] = needs.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))
      return [id, first] as const
    }),
  )
  const sizeOf = ({ id }: Check) => sizes.get(largest.get(id) ?? '') ?? 0
  const nameOf = ({ id }: Check) => largest.get(id) ?? ''
  return [...CHECKS.entries()].toSorted(
    ([p, a], [q, b]) =>
      Number(b.surveys ?? false) - Number(a.surveys ?? false) ||
      sizeOf(a) - sizeOf(b) ||
      (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : p - q),
  )
}

function isOf(check: Check, { checkId, title, severity }: JudgedCheck): boolean {
  return check.id === checkId && check.title === title && check.severity === severity
}

/** The checks of a collection whose results no longer rest on what the locker holds; none before their first run. */
export function outdatedChecks(db: ReadableDb, collection: Collection, policy: Policy): readonly string[] {
  const common = commonState(db, collection, policy)
  const states = inputStates(db, collection.id)
  const rest = (inputs: string | null) => inputs === null || areUnchanged(inputs, common, states)
  return judgedChecks(db, collection.id)
    .filter(({ inputs }) => !rest(inputs))
    .map(({ checkId }) => checkId)
}
