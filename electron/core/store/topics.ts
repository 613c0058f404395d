import type { Topic } from '../../../shared/model/topic.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'

/** The number that a topic goes by within this locker, or null where the locker knows nothing of it. */
export function topicNumber(db: ReadableDb, topic: Topic): number | null {
  return query<[string], { id: number }>(db, 'select id from topic where name = ?').get(topic)?.id ?? null
}

/** The number of a topic, given to it when it is first needed: new topics need no new format. */
export function ensureTopic(db: WritableDb, topic: Topic): number {
  const known = topicNumber(db, topic)
  if (known !== null) return known
  return Number(write<[string]>(db, 'insert into topic (name) values (?)').run(topic).lastInsertRowid)
}
