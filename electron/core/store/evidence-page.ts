import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Page } from '../../../shared/model/page.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { query, type ReadableDb } from './db.ts'
import { ITEM, ITEM_JOINS, type ItemRow, itemOf } from './evidence-row.ts'
import { keyOfMark, pageOf } from './mark.ts'
import { matchOf } from './search-words.ts'
import { topicNumber } from './topics.ts'

/** A subject of a topic. */
export interface OneSubject {
  readonly topic: Topic
  readonly subjectId: string
}

/** Items of whole topics, of single subjects, and of neither: what speaks to a control. */
export interface Among {
  readonly topics: readonly Topic[]
  readonly subjects: readonly OneSubject[]
  /** Subjects of those topics that are left out. */
  readonly without: readonly OneSubject[]
}

/** What narrows a page of evidence; what is left out or null does not narrow. */
export interface EvidencePageQuery {
  readonly collectionId: number
  readonly topic: Topic | null
  /** Words that all have to occur, each as the beginning of a word. */
  readonly search: string | null
  /** The same in the subject's name. */
  readonly subject?: string | null
  /** Id of an app: items that name it anywhere. */
  readonly app?: string | null
  readonly among?: Among | null
  /** Captured from, and up to and with. */
  readonly from?: string | null
  readonly to?: string | null
  readonly after: string | null
  readonly limit: number
}

type Values = Record<string, string | number | null>

interface Narrowed {
  readonly where: readonly string[]
  readonly values: Values
}

/** The expression for the full-text index, null where no word is asked for, undefined where none can match. */
function wordsAskedFor(ask: EvidencePageQuery): string | null | undefined {
  const parts: string[] = []
  for (const [text, column] of [
    [ask.search, ''],
    [ask.subject, 'subject : '],
  ] as const) {
    if (text === null || text === undefined) continue
    const match = matchOf(text)
    if (match === null) return undefined
    parts.push(`${column}(${match})`)
  }
  if (ask.app) parts.push(`("${ask.app.replaceAll('"', '""')}")`)
  return parts.length === 0 ? null : parts.join(' AND ')
}

const pairs = (db: ReadableDb, subjects: readonly OneSubject[]) =>
  JSON.stringify(subjects.map(({ topic, subjectId }) => `${topicNumber(db, topic)} ${subjectId}`))

function narrowed(db: ReadableDb, ask: EvidencePageQuery): Narrowed {
  const where: string[] = []
  const values: Values = {}
  if (ask.topic !== null) {
    where.push('e.topic_id = @topicId')
    values.topicId = topicNumber(db, ask.topic)
  }
  if (ask.among) {
    const { topics, subjects, without } = ask.among
    where.push(`(e.topic_id in (select value from json_each(@topics))
        and (e.topic_id || ' ' || e.subject_id) not in (select value from json_each(@without))
        or (e.topic_id || ' ' || e.subject_id) in (select value from json_each(@subjects)))`)
    values.topics = JSON.stringify(topics.flatMap((topic) => topicNumber(db, topic) ?? []))
    values.subjects = pairs(db, subjects)
    values.without = pairs(db, without)
  }
  if (ask.from) {
    where.push('s.captured_at >= @from')
    values.from = new Date(ask.from).toISOString()
  }
  if (ask.to) {
    where.push('s.captured_at <= @to')
    values.to = new Date(ask.to).toISOString()
  }
  return { where, values }
}

/** Items in the order of topic and number. The first join keeps to the topics asked for where that is cheap. */
function listed(db: ReadableDb, ask: EvidencePageQuery, after: readonly number[]): readonly ItemRow[] {
  const { where, values } = narrowed(db, ask)
  const [afterTopic = 0, afterId = 0] = after
  const single = values.topicId
  const at =
    typeof single === 'number'
      ? 's.topic_id = @topicId and s.evidence_id > @afterId'
      : '(s.topic_id, s.evidence_id) > (@afterTopic, @afterId)'
  const narrow = ask.among && typeof single !== 'number' && ask.among.subjects.length === 0
  return query<[Values], ItemRow>(
    db,
    `${ITEM} from sighting s ${ITEM_JOINS}
     where s.collection_id = @collectionId and ${at}
     ${narrow ? 'and s.topic_id in (select value from json_each(@topics))' : ''}
     ${where.map((one) => `and ${one}`).join(' ')}
     order by s.topic_id, s.evidence_id limit @limit`,
  ).all({
    ...values,
    collectionId: ask.collectionId,
    limit: ask.limit,
    afterId: typeof single === 'number' && afterTopic !== single ? 0 : afterId,
    ...(typeof single === 'number' ? {} : { afterTopic }),
  })
}

/** Items that hold the words, in the order of their numbers. */
function found(db: ReadableDb, ask: EvidencePageQuery, match: string, after: number): readonly ItemRow[] {
  const { where, values } = narrowed(db, ask)
  return query<[Values], ItemRow>(
    db,
    `${ITEM} from evidence_fts f cross join evidence v on v.id = f.rowid
     cross join sighting s on s.collection_id = @collectionId and s.topic_id = v.topic_id and s.evidence_id = v.id
     ${ITEM_JOINS}
     where f.evidence_fts match @match and f.rowid > @after ${where.map((one) => `and ${one}`).join(' ')}
     order by f.rowid limit @limit`,
  ).all({ ...values, collectionId: ask.collectionId, match, after, limit: ask.limit })
}

/** A page of a collection's items: by topic and number, or where words or an app narrow it by number alone. */
export function evidencePage(db: ReadableDb, ask: EvidencePageQuery): Page<EvidenceItem> {
  const after = keyOfMark(ask.after, 2) ?? []
  const match = wordsAskedFor(ask)
  if (match === undefined) return { rows: [], next: null }
  if (ask.topic !== null && topicNumber(db, ask.topic) === null) return { rows: [], next: null }
  const rows = match === null ? listed(db, ask, after) : found(db, ask, match, after[1] ?? 0)
  return pageOf(rows, ask.limit, (row) => [row.topicId, row.id], itemOf)
}
