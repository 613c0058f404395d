import type { Verdict } from '../../../../shared/model/check.ts'
import type { Outcome, Reading, SubjectKind } from '../../../../shared/model/collection.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import type { EvidenceView } from '../check.ts'
import { remembered } from './remembered.ts'
import { notEvaluated, WHOLE } from './verdict.ts'

const REFUSED: ReadonlySet<Outcome> = new Set(['denied', 'absent', 'gone', 'failed'])

/** How the reads of one topic ended: what keeps silence from looking like a pass. */
export interface Reads {
  /** The first read of a subject that ended without an answer; null where none did. */
  refusal(kind: SubjectKind, subjectId: string): Reading | null
  /** True where at least one collector read a subject to its end. */
  finished(kind: SubjectKind, subjectId: string): boolean
  /** Why nothing is known of a subject, as a sentence; null where its evidence was read. */
  gap(kind: SubjectKind, subjectId: string): string | null
  readonly refusals: readonly Reading[]
  /** Subjects of a kind that were tried, read or not: id → name. */
  subjects(kind: SubjectKind): ReadonlyMap<string, string>
}

/** A refused read in words, such as `denied: the token lacks read-protected`. */
export function inWords(reading: Reading): string {
  return reading.reason ? `${reading.outcome}: ${reading.reason.replace(/\.$/, '')}` : reading.outcome
}

/**
 * Indexes the readings of a topic by subject. `path` limits refusals to some paths where several endpoints feed
 * a topic; a refusal of the collector as a whole always counts.
 */
export function readsOf(view: EvidenceView, topic: Topic, path?: RegExp): Reads {
  return readsIn(view.readings(topic))(path)
}

const readsIn = remembered((readings: readonly Reading[]) => {
  const known = new Map<string, Reads>()
  return (path?: RegExp): Reads => {
    const reads = known.get(String(path)) ?? indexed(readings, path)
    known.set(String(path), reads)
    return reads
  }
})

function indexed(readings: readonly Reading[], path?: RegExp): Reads {
  const key = (kind: SubjectKind, id: string) => `${kind}:${id}`
  const refused = new Map<string, Reading>()
  const tried = new Set<string>()
  const finished = new Set<string>()
  const refusals: Reading[] = []
  for (const reading of readings) {
    const subject = key(reading.subjectKind, reading.subjectId)
    tried.add(subject)
    if (reading.path === null && reading.outcome === 'read') finished.add(subject)
    if (!REFUSED.has(reading.outcome)) continue
    if (path && reading.path !== null && !path.test(reading.path)) continue
    refusals.push(reading)
    if (!refused.has(subject)) refused.set(subject, reading)
  }
  return {
    refusals,
    finished: (kind, id) => finished.has(key(kind, id)),
    refusal: (kind, id) => refused.get(key(kind, id)) ?? null,
    gap(kind, id) {
      const refusal = refused.get(key(kind, id))
      if (refusal) return `It could not be read (${inWords(refusal)}).`
      return tried.has(key(kind, id)) ? null : 'It was not read in this collection.'
    },
    subjects: (kind) =>
      new Map(readings.filter((r) => r.subjectKind === kind).map((r) => [r.subjectId, r.subject])),
  }
}

/** True when a collection set out to read a topic, or holds anything of it. */
export function wasCollected(view: EvidenceView, topic: Topic): boolean {
  return (
    view.collection.topics.includes(topic) || view.readings(topic).length > 0 || view.items(topic).length > 0
  )
}

/**
 * One not-evaluated verdict where a list that spans the account could not be read, such as the list of all
 * apps; null where it was. `things` names the list in words.
 */
export function listGap(view: EvidenceView, topic: Topic, things: string, path?: RegExp): Verdict | null {
  const refusal = readsOf(view, topic, path).refusals.find((reading) => reading.subjectKind === 'account')
  return refusal
    ? notEvaluated(WHOLE, `The list of ${things} could not be read (${inWords(refusal)}).`)
    : null
}

/** One not-evaluated verdict per subject of these kinds whose evidence was refused. */
export function* refusedSubjects(reads: Reads, kinds: readonly SubjectKind[]): Iterable<Verdict> {
  const seen = new Set<string>()
  for (const reading of reads.refusals) {
    if (!kinds.includes(reading.subjectKind) || seen.has(reading.subjectId)) continue
    seen.add(reading.subjectId)
    yield notEvaluated(reading, `It could not be read (${inWords(reading)}).`)
  }
}
