import { changeRule } from '../../../shared/model/change-rules.ts'
import type { ChangeKind, TopicChanges } from '../../../shared/model/changes.ts'
import type { Collection } from '../../../shared/model/collection.ts'
import { TOPICS, type Topic } from '../../../shared/model/topic.ts'
import { isChanged } from './changes-fields.ts'
import { readingOf } from './changes-reading.ts'
import { query, type ReadableDb } from './db.ts'
import type { Sliced } from './slices.ts'
import { topicNumber } from './topics.ts'

/** One subject that differs, by the numbers of its items. */
export interface Difference {
  readonly topic: Topic
  readonly kind: ChangeKind
  readonly before: number | null
  readonly after: number | null
}

/** Two collections compared: counts by topic, and what differs, by topic and name. */
export interface Differences {
  readonly topics: readonly TopicChanges[]
  readonly list: readonly Difference[]
}

/** A sighting that the other collection does not have. */
export interface OnlyHere {
  readonly id: number
  readonly subjectId: string
  readonly subject: string
  readonly taskId: number
}

/** Made by the program from two collections, so comparing it would compare comparisons. */
const DERIVED: readonly Topic[] = ['drift-between-periods']

/** In the order of their numbers, in which their contents lie in the file as well. */
function onlyIn(db: ReadableDb, topicId: number, here: number, there: number): OnlyHere[] {
  return query<[number, number, number], OnlyHere>(
    db,
    `select s.evidence_id as id, e.subject_id as subjectId, e.subject, s.task_id as taskId
     from sighting s cross join evidence e on e.id = s.evidence_id
     where s.collection_id = ? and s.topic_id = ? and not exists (select 1 from sighting o
       where o.collection_id = ? and o.topic_id = s.topic_id and o.evidence_id = s.evidence_id)
     order by s.evidence_id`,
  ).all(here, topicId, there)
}

function seen(db: ReadableDb, topicId: number, collectionId: number): number {
  return (
    query<[number, number], { n: number }>(
      db,
      'select count(*) as n from sighting where collection_id = ? and topic_id = ?',
    ).get(collectionId, topicId)?.n ?? 0
  )
}

/**
 * Compares what two collections saw, topic by topic. Evidence is stored by its content, so an item that both
 * saw is the same and is not read at all; a subject whose items differ has changed. Where one of them could not
 * read, nothing is claimed to be added or removed. One step per subject that differs.
 */
export function* differencesOf(db: ReadableDb, from: Collection, to: Collection): Sliced<Differences> {
  const topics: TopicChanges[] = []
  const list: Difference[] = []
  for (const topic of TOPICS) {
    const asked = [from, to].filter((one) => one.topics.includes(topic)).length
    if (asked === 0 || DERIVED.includes(topic)) continue
    const found = asked === 2 ? yield* compareTopic(db, topic, from, to) : null
    topics.push(found?.counts ?? { ...NOTHING, topic, compared: false })
    for (const one of found?.list ?? []) list.push(one)
    yield found?.list.length ?? 0
  }
  return { topics, list }
}

const NOTHING = {
  compared: true,
  added: 0,
  removed: 0,
  changed: 0,
  'first-read': 0,
  'not-read': 0,
  unchanged: 0,
  noise: 0,
}

type Named = Difference & { readonly subject: string }

function* compareTopic(
  db: ReadableDb,
  topic: Topic,
  from: Collection,
  to: Collection,
): Sliced<{ readonly counts: TopicChanges; readonly list: readonly Difference[] }> {
  const topicId = topicNumber(db, topic)
  if (topicId === null) return { counts: { ...NOTHING, topic }, list: [] }
  const old = onlyIn(db, topicId, from.id, to.id)
  const now = onlyIn(db, topicId, to.id, from.id)
  const counts = { ...NOTHING, topic, unchanged: seen(db, topicId, from.id) - old.length }
  // An item differs by its content; only noise, and fields that one version of the program keeps, have to be read.
  const alike = (changeRule(topic).leaveOut ?? []).length > 0 || from.appVersion !== to.appVersion
  const waiting = Map.groupBy(now, (one) => one.subjectId)
  const list: Named[] = []
  const add = (kind: ChangeKind, subject: string, before: number | null, after: number | null) => {
    counts[kind]++
    list.push({ topic, kind, subject, before, after })
  }
  const wasRead = readingOf(db, from.id)
  const isRead = readingOf(db, to.id)
  for (const before of old) {
    yield 0
    const after = waiting.get(before.subjectId)?.shift()
    if (after === undefined)
      add(isRead(before.taskId) ? 'removed' : 'not-read', before.subject, before.id, null)
    else if (alike && !isChanged(db, topic, before.id, after.id)) counts.noise++
    else add('changed', after.subject, before.id, after.id)
  }
  for (const after of [...waiting.values()].flat())
    add(wasRead(after.taskId) ? 'added' : 'first-read', after.subject, null, after.id)
  list.sort((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0))
  return { counts, list: list.map(({ subject: _, ...one }) => one) }
}
