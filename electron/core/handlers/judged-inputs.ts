import { createHash } from 'node:crypto'
import type { Collection } from '../../../shared/model/collection.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { RecordKind } from '../../../shared/model/records.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import type { EvidenceView } from '../checks/check.ts'
import { canonicalJson } from '../store/canonical.ts'
import type { ReadableDb } from '../store/db.ts'
import { documentsOf } from '../store/documents.ts'
import { runsUpTo } from '../store/events-runs.ts'
import { lockerInfo } from '../store/locker.ts'
import { recordsVersion } from '../store/records.ts'

/**
 * What a check can read that may change after its collection is complete: what people told, documents, and events
 * that are taken over later. Evidence, readings and requests of a complete collection never change.
 */
export type InputKey = `records ${RecordKind}` | 'documents' | 'events' | 'work'

/** In which state an input is, as a short text; null where that is not known and it counts as changed. */
export type InputStates = (key: InputKey) => string | null

/**
 * The same view, which keeps what of the changing inputs is read through it, with the state that each is in before it
 * is read: a change between the slices of a check counts as one.
 */
export function recordingView(
  view: EvidenceView,
  states: InputStates,
): {
  readonly view: EvidenceView
  readonly read: ReadonlyMap<InputKey, string | null>
} {
  const read = new Map<InputKey, string | null>()
  const note = (key: InputKey) => {
    if (!read.has(key)) read.set(key, states(key))
  }
  const through: EvidenceView = {
    ...view,
    records(kind) {
      note(`records ${kind}`)
      return view.records(kind)
    },
    documents() {
      note('documents')
      return view.documents()
    },
    events(wanted) {
      note('events')
      return view.events(wanted)
    },
    work() {
      note('work')
      return view.work()
    },
  }
  return { view: through, read }
}

const digest = (value: unknown) =>
  createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 22)

/** Tells the present states of inputs, each found out once. People's work is never taken for unchanged. */
export function inputStates(db: ReadableDb, collectionId: number): InputStates {
  const known = new Map<InputKey, string | null>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const state = stateOf(db, collectionId, key)
    known.set(key, state)
    return state
  }
}

function stateOf(db: ReadableDb, collectionId: number, key: InputKey): string | null {
  if (key === 'work') return null
  if (key === 'documents') return digest(documentsOf(db))
  if (key === 'events') return digest(runsUpTo(db, collectionId))
  return String(recordsVersion(db, key.slice('records '.length) as RecordKind))
}

/** What every check reads: the measure, the audit period, and the app that judges. Null while a collection runs. */
export function commonState(db: ReadableDb, collection: Collection, policy: Policy): string | null {
  if (collection.state !== 'complete') return null
  const { period } = lockerInfo(db).engagement
  return digest({ appVersion: APP_VERSION, period, policy })
}

/** What a check read, with its states, as it is stored; null where it cannot be told whether that is unchanged. */
export function inputsOf(common: string | null, read: ReadonlyMap<InputKey, string | null>): string | null {
  if (common === null || [...read.values()].includes(null)) return null
  return canonicalJson({ common, ...Object.fromEntries([...read].sort()) })
}

/** Whether everything that a check read is as it was: then it would answer the same, because it reads nothing else. */
export function areUnchanged(inputs: string | null, common: string | null, states: InputStates): boolean {
  if (inputs === null || common === null) return false
  const { common: before, ...read } = JSON.parse(inputs) as Readonly<Record<string, string>>
  return before === common && Object.entries(read).every(([key, state]) => states(key as InputKey) === state)
}
