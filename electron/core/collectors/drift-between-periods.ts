import { changeRule, isRecord } from '../../../shared/model/change-rules.ts'
import type { SubjectChange } from '../../../shared/model/changes.ts'
import type { DriftContent } from '../../../shared/model/content.ts'
import { type Difference, differencesOf } from '../store/changes.ts'
import { contentById } from '../store/changes-fields.ts'
import { changeOf } from '../store/changes-page.ts'
import { completeBefore } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import type { Sliced } from '../store/slices.ts'
import type { Derived } from './derived.ts'
import type { Run } from './running.ts'

/** Differences that are kept as items of their own; more than a person explains one by one. */
const MOST_KEPT = 10_000
const MOST_FIELDS = 100

/**
 * Compares the collection with the complete one before it of the same account: one item for the comparison, and
 * one for each difference that is drift. What only one of the two could read is counted and claims nothing.
 */
export function* driftOf(run: Run): Sliced<readonly Derived[]> {
  const { db, collection } = run
  const before = completeBefore(db, collection)
  if (before === null) return [comparison(NONE_BEFORE)]
  const { topics, list } = yield* differencesOf(db, before, collection)
  const kept: Derived[] = []
  let differences = 0
  let unclear = 0
  for (const one of list) {
    yield 1
    if (one.kind === 'first-read' || one.kind === 'not-read') unclear++
    else if (!isHistory(db, one)) {
      differences++
      if (kept.length < MOST_KEPT) kept.push(difference(one.kind, changeOf(db, one)))
    }
  }
  const { id, startedAt, digest } = before
  const counts = { differences, kept: kept.length, not_compared: unclear }
  return [
    comparison({
      with: { collection: id, started_at: startedAt, digest },
      topics: topics.filter(({ compared }) => compared).length,
      ...counts,
    }),
    ...kept,
  ]
}

type Comparison = Extract<DriftContent, { of: 'comparison' }>

const NONE_BEFORE = { with: null, topics: 0, differences: 0, kept: 0, not_compared: 0 }

function comparison(content: Omit<Comparison, 'of'>): Derived {
  const against = content.with === null ? 'no collection before' : `collection ${content.with.collection}`
  const told: Comparison = { of: 'comparison', ...content }
  return { subjectId: 'comparison', subject: `compared with ${against}`, content: told }
}

function isHistory(db: ReadableDb, { topic, before, after }: Difference): boolean {
  const rule = changeRule(topic)
  if (rule.records === undefined || rule.records === true) return rule.records ?? false
  return isRecord(rule, contentById(db, after ?? before ?? 0))
}

function difference(change: 'added' | 'removed' | 'changed', told: SubjectChange): Derived {
  const { topic, subjectId, subject, fields } = told
  const content: DriftContent = {
    of: 'difference',
    topic,
    subject_id: subjectId,
    change,
    fields: fields.slice(0, MOST_FIELDS),
    more_fields: Math.max(0, fields.length - MOST_FIELDS),
  }
  return { subjectId: `${topic}/${subjectId}`, subject, content }
}
