import type { Collection } from '../../../shared/model/collection.ts'
import { canonicalJson, hex } from './canonical.ts'
import { chainOf, firstHead, listCollections } from './collections.ts'
import { query, type ReadableDb } from './db.ts'
import { slicedDigest } from './digest.ts'
import { nextHead } from './provenance.ts'
import type { Sliced } from './slices.ts'
import type { Broken } from './verify.ts'
import { tasksAfter, verifyTask } from './verify-task.ts'

/** What the journal tells of the end of a collection, or of its interruption. */
interface Ended {
  readonly id: number
  readonly action: string
  readonly at: string
  readonly tasks: number
  readonly head: string
  readonly digest: string | null
  readonly counts: Collection['counts']
}

function journalOf(db: ReadableDb, actions: readonly string[]): readonly Ended[] {
  return query<[string], { action: string; at: string; detail: string }>(
    db,
    'select action, at, detail from journal where action in (select value from json_each(?)) order by seq',
  )
    .all(JSON.stringify(actions))
    .map(({ action, at, detail }) => ({ ...(JSON.parse(detail) as Ended), action, at }))
}

const ENDINGS = ['collection.completed', 'collection.cancelled', 'collection.interrupted']

const say = (id: number, what: string): Broken => ({ kind: 'collection', entry: `collection ${id}`, what })

/**
 * Walks the tasks of every collection: recomputes what each brought and the chain over them, and compares with
 * what the journal told each time the collection ended. Also finds collections that the journal does not know,
 * and known ones that are gone.
 */
export function* verifyCollections(db: ReadableDb): Sliced<Broken | null> {
  const collections = listCollections(db)
  const chains = new Map(collections.map(({ id }) => [id, chainOf(db, id)]))
  const endings = Map.groupBy(journalOf(db, ENDINGS), ({ id }) => id)
  const started = new Set(journalOf(db, ['collection.started']).map(({ id }) => id))
  for (const id of started) if (!chains.has(id)) return say(id, 'is missing')
  for (const collection of collections) {
    const { id } = collection
    if (!started.has(id)) return say(id, 'was never started according to the journal')
    const told = endings.get(id) ?? []
    const found =
      (yield* walk(db, collection, chains.get(id) ?? { tasks: 0, head: '' }, told)) ??
      ending(collection, told)
    if (found !== null) return found
    if (collection.state === 'complete' && hex(yield* slicedDigest(db, id)) !== collection.digest)
      return say(id, 'has sightings that do not fit its digest')
  }
  return null
}

function* walk(
  db: ReadableDb,
  collection: Collection,
  chain: { readonly tasks: number; readonly head: string },
  told: readonly Ended[],
): Sliced<Broken | null> {
  const { id } = collection
  let head = firstHead(id, collection)
  let after = 0
  for (let n = 0; ; ) {
    for (const end of told)
      if (end.tasks === n && end.head !== hex(head))
        return say(id, `differs from what the journal told at ${end.at}, in its facts or one of ${n} tasks`)
    if (n === chain.tasks) break
    const [task] = tasksAfter(db, id, after, 1)
    if (task === undefined) return say(id, `has ${n} tasks instead of the ${chain.tasks} stored`)
    const broken = verifyTask(db, task)
    if (broken !== null) return broken
    head = nextHead(head, task)
    after = task.id
    n++
    yield task.sightings
  }
  return hex(head) === chain.head ? strays(db, id) : say(id, 'has tasks that differ from those stored')
}

/** Finds sightings and exchanges that no task of the collection brought. */
function strays(db: ReadableDb, id: number): Broken | null {
  for (const [kind, things] of [
    ['sighting', 'a sighting'],
    ['request', 'a request'],
  ] as const) {
    const stray = query<[number], { found: number }>(
      db,
      `select 1 as found from ${kind} s where s.collection_id = ? and not exists
       (select 1 from task t where t.id = s.task_id and t.collection_id = s.collection_id) limit 1`,
    ).get(id)
    if (stray !== undefined)
      return { kind, entry: `collection ${id}`, what: `has ${things} that no task brought` }
  }
  return null
}

/** Compares a collection that has ended with the last that the journal told of its end. */
function ending(collection: Collection, told: readonly Ended[]): Broken | null {
  const { id, state, counts, digest, finishedAt } = collection
  if (state === 'running') return null
  const last = told.at(-1)
  if (last === undefined) return say(id, 'has ended, which the journal does not tell')
  const action = state === 'complete' ? 'collection.completed' : `collection.${state}`
  const same =
    last.action === action &&
    last.at === finishedAt &&
    last.digest === digest &&
    canonicalJson(last.counts) === canonicalJson(counts)
  return same ? null : say(id, `is not as the journal told at ${last.at}`)
}
