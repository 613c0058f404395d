import { changeRule, isLeftOut } from '../../../shared/model/change-rules.ts'
import { type FieldChange, fieldChanges } from '../../../shared/model/field-changes.ts'
import type { Json } from '../../../shared/model/json.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { query, type ReadableDb } from './db.ts'

/** The content of an item by its number. */
export function contentById(db: ReadableDb, id: number): Json {
  const row = query<[number], { body: string }>(
    db,
    'select c.body from evidence e cross join content c on c.id = e.content_id where e.id = ?',
  ).get(id)
  return JSON.parse(row?.body ?? 'null') as Json
}

/**
 * What differs between two items of a topic, without what its rule leaves out. Collectors turn what Heroku leaves
 * out into null, so a field that only one of the contents has comes from another version of the program and
 * says nothing about Heroku: it is left out as well.
 */
export function changedFields(
  db: ReadableDb,
  topic: Topic,
  before: number,
  after: number,
): readonly FieldChange[] {
  const rule = changeRule(topic)
  const [old, now] = inBoth(contentById(db, before), contentById(db, after))
  return fieldChanges(old, now).filter(({ field }) => !isLeftOut(rule, field))
}

function inBoth(before: Json, after: Json): readonly [Json, Json] {
  if (!isObject(before) || !isObject(after)) return [before, after]
  const only = (one: Fields, other: Fields) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => key in other))
  return [only(before, after), only(after, before)]
}

type Fields = { readonly [key: string]: Json }

function isObject(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
