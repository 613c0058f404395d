import type { SubjectKind } from '../../../shared/model/collection.ts'
import { Refused } from '../heroku/refused.ts'
import type { CollectorOf, HerokuReader, ReadOptions, SubjectOf } from './collector.ts'

/** One read that a collector is going to make. */
export interface PlannedRead {
  readonly api: 'platform' | 'data' | 'github' | 'metrics'
  readonly path: string
  readonly list: boolean
}

/**
 * The reads that collectors would make about a subject, each once, found by letting them ask a reader that has
 * nothing to give: lists are empty, features are off, and a single object ends the collector. What a collector
 * would only ask after it saw an answer is not known beforehand.
 */
export async function plannedReads<K extends SubjectKind>(
  collectors: readonly CollectorOf<K>[],
  subject: SubjectOf[K],
): Promise<readonly PlannedRead[]> {
  const found = new Map<string, PlannedRead>()
  const ask = (path: string, list: boolean, options?: ReadOptions) => {
    const api = options?.api ?? 'platform'
    found.set(JSON.stringify([api, path, options?.expand, options?.range]), { api, path, list })
  }
  const reader = emptyReader(ask)
  for (const collector of collectors)
    try {
      for await (const _ of collector.collect(reader, subject));
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  return [...found.values()]
}

function emptyReader(ask: (path: string, list: boolean, options?: ReadOptions) => void): HerokuReader {
  const nothing = (path: string, _schema: unknown, options?: ReadOptions): AsyncIterable<never> => {
    ask(path, true, options)
    return { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) }
  }
  return {
    get: async (path, _schema, options) => {
      ask(path, false, options)
      throw new Refused({ path, status: 0, outcome: 'failed', reason: 'only planned' })
    },
    find: async (path, _schema, options) => {
      ask(path, false, options)
      return null
    },
    list: nothing,
    listIfAllowed: nothing,
    fingerprint: () => ({ withheld: 'not-readable' }),
    isOwnToken: () => null,
  }
}
