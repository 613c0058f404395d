import type { Collection } from '../../../shared/model/collection.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { Check } from '../checks/check.ts'
import { CHECKS } from '../checks/index.ts'
import { judgeOne } from '../checks/run.ts'
import { once } from '../once.ts'
import type { ReadableDb } from '../store/db.ts'
import { topicCounts } from '../store/evidence.ts'
import { type JudgedCheck, judgedChecks } from '../store/judged.ts'
import type { RunCheck } from '../store/results-save.ts'
import { evidenceView } from './evidence-view.ts'
import { areUnchanged, commonState, inputStates, inputsOf, recordingView } from './judged-inputs.ts'

/** What came of a check of a run, and whether it had to judge for that. */
export interface Judgement {
  /** Its place among the checks; they are judged in another order, see `inReadingOrder`. */
  readonly place: number
  readonly check: RunCheck
  readonly judged: boolean
}

/**
 * Judges a collection, check by check. A check is a pure function of what it reads, so one whose inputs are as they
 * were when it judged last is not asked again, unless `all` asks for it: what it came to stands.
 */
export function* judgements(
  db: ReadableDb,
  collection: Collection,
  policy: Policy,
  all = false,
): Generator<Judgement> {
  const before = judgedChecks(db, collection.id)
  const view = once(() => evidenceView(db, collection.id))
  const common = commonState(db, collection, policy)
  const states = inputStates(db, collection.id)
  for (const [place, check] of inReadingOrder(db, collection.id)) {
    const known = before[place]
    if (!all && known && isOf(check, known) && areUnchanged(known.inputs, common, states)) {
      yield { place, check: { stands: known }, judged: false }
      continue
    }
    const { view: through, read } = recordingView(view())
    const results = judgeOne(check, through, policy)
    yield { place, check: { results, inputs: inputsOf(common, read, states) }, judged: true }
  }
}

/**
 * The checks with their places, those that need the same large topic one after the other: more evidence than is held
 * at once would otherwise be read again and again. Those that look at everything come last.
 */
function inReadingOrder(db: ReadableDb, collectionId: number): readonly (readonly [number, Check])[] {
  const sizes = new Map<string, number>(
    topicCounts(db, collectionId).map(({ topic, items }) => [topic, items]),
  )
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
      sizeOf(b) - sizeOf(a) || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : p - q),
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
