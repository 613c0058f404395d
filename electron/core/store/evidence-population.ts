import { createHash } from 'node:crypto'
import type { Topic } from '../../../shared/model/topic.ts'
import { hex } from './canonical.ts'
import { query, type ReadableDb } from './db.ts'
import { topicNumber } from './topics.ts'

/** One item of a population: its key, and what a person calls it. */
export interface PopulationItem {
  readonly key: string
  readonly title: string
}

/** Items in a fixed order, and the SHA-256 that pins them. */
export interface PlainPopulation {
  readonly items: readonly PopulationItem[]
  readonly digest: string
}

interface Row extends PopulationItem {
  readonly hash: Buffer | string
}

/** SHA-256 over one line per item, in order: key, tab, hash of the content. */
function digestOf(rows: readonly Row[]): string {
  const hash = createHash('sha256')
  for (const row of rows)
    hash.update(`${row.key}\t${typeof row.hash === 'string' ? row.hash : hex(row.hash)}\n`)
  return hash.digest('hex')
}

const plain = (rows: readonly Row[]): PlainPopulation => ({
  items: rows.map(({ key, title }) => ({ key, title })),
  digest: digestOf(rows),
})

/** The evidence of a topic in one collection, by subject. Two contents of one subject are two items. */
export function evidencePopulation(db: ReadableDb, collectionId: number, topic: Topic): PlainPopulation {
  const id = topicNumber(db, topic)
  if (id === null) return plain([])
  return plain(
    query<[number, number], Row>(
      db,
      `select e.subject_id as key, e.subject as title, c.hash
       from sighting s join evidence e on e.id = s.evidence_id join content c on c.id = e.content_id
       where s.collection_id = ? and s.topic_id = ? order by e.subject_id, c.hash`,
    ).all(collectionId, id),
  )
}

/** The failing subjects of a check in one collection. */
export function failurePopulation(db: ReadableDb, collectionId: number, checkId: string): PlainPopulation {
  return plain(
    query<[number, string], Row>(
      db,
      `select subject_id as key, subject as title, reason as hash from result
       where collection_id = ? and check_id = ? and answer = 'fail' order by subject_id, n`,
    ).all(collectionId, checkId),
  )
}

/**
 * What each topic held in a collection, as one SHA-256 per topic over its subjects and contents: equal in two
 * collections exactly when nothing of the topic differs.
 */
export function topicDigest(db: ReadableDb, collectionId: number, topic: Topic): string {
  return evidencePopulation(db, collectionId, topic).digest
}
