import { timingSafeEqual } from 'node:crypto'
import type { ZodType } from 'zod'
import type { ListProof, Outcome, RequestRecord } from '../../../shared/model/collection.ts'
import type { Fingerprint } from '../../../shared/model/content.ts'
import type { HerokuReader, ReadOptions } from '../collectors/collector.ts'
import type { Ask } from './ask.ts'
import type { SubjectCache } from './cache.ts'
import { type Answer, exchange } from './exchange.ts'
import type { Exchanging } from './exchanging.ts'
import { LONGEST_PATH } from './forbidden.ts'
import { walkList } from './pages.ts'
import { type Dropped, parserOf } from './parse.ts'
import type { Ranges } from './ranges.ts'
import { Refused } from './refused.ts'
import type { EarlierRead } from './revisit.ts'
import { fingerprint, Secret } from './secret.ts'

/** A HerokuReader that remembers its exchanges: what the run stores as provenance. */
export interface TrackedReader extends HerokuReader {
  /** The exchange that carried the item yielded or returned last (page-accurate). */
  last(): RequestRecord | null
  /** Exchanges first made by this reader; what another reader of the subject asked before is not repeated. */
  exchanges(): readonly RequestRecord[]
  /** Reads that were refused or off, one per path, whether they were thrown or passed over. */
  refusals(): readonly { readonly path: string; readonly outcome: Outcome; readonly reason: string }[]
  /** What this reader rested on, in the order read, also what others asked before; null where that is not known. */
  reads(): readonly EarlierRead[] | null
  /** One per list of which this reader asked at least one page. */
  lists(): readonly ListProof[]
  /** Names of fields that Heroku sent and the schema dropped, per kind of path. */
  dropped(): ReadonlyMap<string, ReadonlySet<string>>
}

/** What readers of one client share. */
export interface Reading extends Exchanging {
  readonly fingerprintKey: Buffer
  readonly mostPages: number
  readonly ranges: Ranges
}

/** Opens a reader over a subject's cache. */
export function openReader(shared: Reading, cache: SubjectCache): TrackedReader {
  const exchanges: RequestRecord[] = []
  const refusals = new Map<string, { path: string; outcome: Outcome; reason: string }>()
  const lists: ListProof[] = []
  const dropped: Dropped = new Map()
  const reads: EarlierRead[] = []
  let known = true
  let last: RequestRecord | null = null

  const ask = async (one: Ask): Promise<Answer> =>
    cache.take(one) ?? (await exchange(shared, one, (record) => exchanges.push(record)))
  /** Only what can be asked again by its record alone counts as known. */
  const rested = ({ api, path, expand }: Ask, record: RequestRecord | null) => {
    if (record?.path !== path) known = false
    else reads.push({ api, expand, record })
  }
  const refuse = (path: string, outcome: Outcome, reason: string) => {
    const shown = shared.clean(path, LONGEST_PATH)
    if (!refusals.has(shown)) refusals.set(shown, { path: shown, outcome, reason })
  }

  async function read<T>(path: string, schema: ZodType<T>, options?: ReadOptions): Promise<T> {
    const one = askOf(path, options, null)
    const answer = await cache
      .one(one, () => ask(one))
      .catch((error: unknown) => {
        if (error instanceof Refused) rested(one, error.exchange)
        throw error
      })
    rested(one, answer.record)
    const value = parserOf(path, schema, dropped, shared.clean)(answer.status, answer.body)
    last = answer.record
    return value
  }

  async function* walked<T>(path: string, schema: ZodType<T>, options?: ReadOptions): AsyncGenerator<T> {
    const paged = (options?.api ?? 'platform') === 'platform'
    const one = askOf(path, options, paged ? shared.ranges.first(path, options?.range) : null)
    let fetched = 0
    const fetch = async (range: string): Promise<Answer> => {
      fetched++
      try {
        return await ask({ ...one, range: range || null })
      } catch (error) {
        if (!(error instanceof Refused && error.status === 416)) throw error
        if (!shared.ranges.refused(path, range)) throw error
        return ask({ ...one, range: null })
      }
    }
    const walk = walkList(
      shared.clean(path, LONGEST_PATH),
      () => cache.pages(one, fetch),
      fetch,
      shared.mostPages,
      ({ record }) => rested(one, record),
    )
    const parse = parserOf(path, schema, dropped, shared.clean)
    let breaches = 0
    try {
      for await (const page of walk.pages()) {
        for (const record of page.records) {
          try {
            const value = parse(page.answer.status, record)
            last = page.answer.record
            yield value
          } catch (error) {
            if (!(error instanceof Refused)) throw error
            breaches++
            const reason = leftOut(breaches, error.reason)
            refusals.set(path, { path, outcome: 'failed', reason })
          }
        }
      }
    } catch (error) {
      if (error instanceof Refused) rested(one, error.exchange)
      throw error
    } finally {
      if (fetched > 0) lists.push(walk.proof())
    }
  }

  return {
    get: async (path, schema, options) => {
      try {
        return await read(path, schema, options)
      } catch (error) {
        if (error instanceof Refused) refuse(path, error.outcome, error.reason)
        throw error
      }
    },
    find: async (path, schema, options) => {
      try {
        return await read(path, schema, options)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        refuse(path, error.outcome === 'absent' ? 'off' : error.outcome, error.reason)
        if (error.outcome !== 'absent') throw error
        last = error.exchange
        return null
      }
    },
    list: async function* (path, schema, options) {
      try {
        yield* walked(path, schema, options)
      } catch (error) {
        const off = options?.mayBeOff === true && isOff(error)
        if (error instanceof Refused) refuse(path, off ? 'off' : error.outcome, error.reason)
        if (!off) throw error
      }
    },
    listIfAllowed: async function* (path, schema, options) {
      try {
        yield* walked(path, schema, options)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        refuse(path, error.outcome, error.reason)
      }
    },
    fingerprint: (value): Fingerprint =>
      fingerprint(shared.fingerprintKey, value instanceof Secret ? value.reveal() : value),
    isOwnToken: (value) => isToken(value, shared.token),
    last: () => last,
    exchanges: () => exchanges,
    refusals: () => [...refusals.values()],
    reads: () => (known ? reads : null),
    lists: () => lists,
    dropped: () => dropped,
  }
}

function isOff(error: unknown): boolean {
  return error instanceof Refused && (error.outcome === 'absent' || error.outcome === 'gone')
}

function askOf(path: string, options: ReadOptions | undefined, range: string | null): Ask {
  return {
    api: options?.api ?? 'platform',
    path,
    variant: options?.variant ?? null,
    expand: options?.expand ?? null,
    range,
  }
}

function leftOut(count: number, reason: string): string {
  return `${count} ${count === 1 ? 'record' : 'records'} left out: ${reason}`
}

/** Null where the text was not returned, or only in part: then nobody can tell. */
function isToken(value: Secret | null, token: string): boolean | null {
  const text = value?.reveal() ?? ''
  if (text === '' || /[*•…]/.test(text)) return null
  const [a, b] = [Buffer.from(text), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
