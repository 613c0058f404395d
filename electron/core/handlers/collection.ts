import type { CollectionSummary } from '../../../shared/contract.ts'
import { problem } from '../../../shared/errors.ts'
import { type Collection, type CollectionConditions, TIERS } from '../../../shared/model/collection.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import { COLLECTORS } from '../collectors/index.ts'
import { type Opening, readOpening } from '../collectors/opening.ts'
import { chosen } from '../collectors/plan.ts'
import { runCollection } from '../collectors/run.ts'
import type { CoreHost } from '../core.ts'
import { Refused } from '../heroku/client.ts'
import { patternOf } from '../heroku/pattern.ts'
import {
  conditionsOf,
  listCollections,
  newestResumable,
  resolveCollection,
  resumeCollection,
  startCollection,
} from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { policyOf } from '../store/policy.ts'
import { notRead } from '../store/readings.ts'
import { lastRequestSeq, requestCounts } from '../store/requests.ts'
import { choiceOf, openClient, topicsAskedFor } from './collecting.ts'
import { earlierCollection, readBy } from './earlier-collection.ts'
import type { Handlers } from './handler.ts'

type CollectionHandlers = Pick<
  Handlers,
  'collection:run' | 'collection:list' | 'collection:conditions' | 'collection:not-read'
>

/** Handlers that collect, and that tell how collections went. */
export const collectionHandlers: CollectionHandlers = {
  'collection:run': async (deps, input, { signal = new AbortController().signal, onProgress = () => {} }) => {
    const { db, host, now } = deps
    const begun = now()
    const before = input.resume ? toResume(db) : null
    const topics = before ? before.topics : topicsAskedFor(choiceOf(input))
    const { connection, token } = await host.credential(input.connectionId)
    const by = readBy(db, token)
    const conditions = before
      ? (conditionsOf(db, before.id) ?? EVERYTHING)
      : {
          ...choiceOf(input),
          ...by,
          reservePercent: input.reservePercent ?? policyOf(db).requestReservePercent,
          spreadHours: input.spreadHours,
        }
    const { concurrency } = input
    const { reservePercent } = conditions
    const firstSeq = before ? lastRequestSeq(db, before.id) + 1 : 1
    const client = openClient({ db, host, connection, token, concurrency, reservePercent, signal, firstSeq })
    try {
      const opening = await readOpening(client).catch((error: unknown) => {
        throw asOpeningProblem(error, signal, new URL(connection.apiUrl).host)
      })
      if (before && before.account !== opening.account)
        throw problem('other-account', { expected: before.account, found: opening.account })
      const collectionId = before
        ? resumeCollection(db, before.id, host.actor, by).id
        : startCollection(db, factsOf(deps.host, begun, connection, opening, topics), conditions)
      const collectors = chosen(COLLECTORS, conditions)
      const run = { db, client, collectors, collectionId, signal, onProgress, now, concurrency }
      const earlier = earlierCollection(db, collectionId, by)
      const collection = await runCollection({
        ...run,
        opening,
        earlier,
        spreadHours: conditions.spreadHours,
      })
      return summaryOf(db, collection, (now().getTime() - begun.getTime()) / 1000)
    } finally {
      await client.close()
    }
  },
  'collection:list': ({ db }) => listCollections(db),
  'collection:conditions': ({ db }, { collectionId }) =>
    conditionsOf(db, resolveCollection(db, collectionId).id),
  'collection:not-read': ({ db }, { collectionId }) => notRead(db, resolveCollection(db, collectionId).id),
}

function toResume(db: ReadableDb): Collection {
  const found = newestResumable(db)
  if (!found) throw problem('nothing-to-resume', {})
  return found
}

/** What collections of versions read that recorded no choice. */
const EVERYTHING: CollectionConditions = { tiers: TIERS, asked: null, reservePercent: 25, spreadHours: 0 }

/** Without knowing whose token it is nothing can be collected, so here a refused read is the end as well. */
function asOpeningProblem(error: unknown, signal: AbortSignal, host: string): unknown {
  if (signal.aborted)
    return problem('cancelled', { what: 'the collection', remedy: 'nothing was read yet: start it again' })
  if (!(error instanceof Refused)) return error
  return error.problem ?? problem('read-refused', { host, path: error.path, said: error.reason }, error)
}

function factsOf(
  host: CoreHost,
  startedAt: Date,
  connection: { readonly id: string; readonly label: string; readonly apiUrl: string },
  opening: Opening,
  topics: Collection['topics'],
) {
  return {
    startedAt: startedAt.toISOString(),
    connection: { id: connection.id, label: connection.label },
    account: opening.account,
    apiUrl: connection.apiUrl,
    scopes: opening.scopes,
    tokenExpiresAt: opening.tokenExpiresAt,
    collector: host.actor,
    appVersion: APP_VERSION,
    topics,
  }
}

function summaryOf(db: ReadableDb, collection: Collection, seconds: number): CollectionSummary {
  return {
    collection,
    notRead: notRead(db, collection.id),
    requestsPerKind: perKind(requestCounts(db, collection.id)),
    seconds,
  }
}

/** Counts of kinds that differ only by a name in the path, such as an app's, are added up. */
function perKind(counts: Readonly<Record<string, number>>): Record<string, number> {
  const kinds: Record<string, number> = {}
  for (const [path, count] of Object.entries(counts)) {
    const kind = patternOf(path)
    kinds[kind] = (kinds[kind] ?? 0) + count
  }
  return kinds
}
