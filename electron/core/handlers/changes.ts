import { problem } from '../../../shared/errors.ts'
import type { Compared } from '../../../shared/model/changes.ts'
import type { Collection } from '../../../shared/model/collection.ts'
import { changesPage, compareCollections } from '../store/changes-page.ts'
import { completeBefore, resolveCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import type { Handlers } from './handler.ts'

/** Answers what changed between two collections. */
export const changesHandlers = {
  'collection:compare': async ({ db }, { from, to, ...ask }) => {
    const newer = resolveCollection(db, to)
    const older = from === null ? before(db, newer) : resolveCollection(db, from)
    for (const one of [older, newer])
      if (one.state !== 'complete')
        throw problem('wrong-use', {
          what: `collection ${one.id} is not complete, so it cannot be compared`,
          remedy: 'choose complete collections, see `collect --list`',
        })
    const differences = await compareCollections(db, older, newer)
    const { topics } = differences
    return { from: named(older), to: named(newer), topics, ...changesPage(db, differences, ask) }
  },
} satisfies Pick<Handlers, 'collection:compare'>

function before(db: ReadableDb, collection: Collection): Collection {
  const found = completeBefore(db, collection)
  if (found) return found
  throw problem('wrong-use', {
    what: `there is no complete collection of ${collection.account} before collection ${collection.id}`,
    remedy: 'collect a second time, or name two collections',
  })
}

function named({ id, startedAt, account }: Collection): Compared {
  return { id, startedAt, account }
}
