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

interface Bodies {
  readonly before: string
  readonly after: string
}

/**
 * Whether two items of a topic differ in anything that `changedFields` would tell. Plain values are looked at
 * first: most items that differ do so in one of them, and the rest need not be compared.
 */
export function isChanged(db: ReadableDb, topic: Topic, before: number, after: number): boolean {
  const rule = changeRule(topic)
  const bodies = query<[number, number], Bodies>(
    db,
    `select a.body as before, b.body as after from evidence e cross join content a on a.id = e.content_id
     cross join evidence f on f.id = ? cross join content b on b.id = f.content_id where e.id = ?`,
  ).get(after, before)
  const [old, now] = [JSON.parse(bodies?.before ?? 'null'), JSON.parse(bodies?.after ?? 'null')] as [
    Json,
    Json,
  ]
  if (isObject(old) && isObject(now))
    for (const name in old)
      if (name in now && isPlain(old[name]) && isPlain(now[name]) && old[name] !== now[name])
        if (!isLeftOut(rule, name)) return true
  return fieldChanges(...inBoth(old, now)).some(({ field }) => !isLeftOut(rule, field))
}

function isPlain(value: Json | undefined): boolean {
  return typeof value !== 'object' || value === null
}

function inBoth(before: Json, after: Json): [Json, Json] {
  if (!isObject(before) || !isObject(after)) return [before, after]
  const only = (one: Fields, other: Fields) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => key in other))
  return [only(before, after), only(after, before)]
}

type Fields = { readonly [key: string]: Json }

function isObject(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
