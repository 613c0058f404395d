import { problem } from '../../../shared/errors.ts'
import type { RequestRecord } from '../../../shared/model/collection.ts'
import { aside } from './aside.ts'
import type { Ask } from './ask.ts'
import { countOf, readBody } from './body.ts'
import { type Exchanging, headersWithToken, type Note } from './exchanging.ts'
import { failed } from './failed.ts'
import { follow } from './follow.ts'
import { LONGEST_PATH, mayBeAsked } from './forbidden.ts'
import { ping } from './ping.ts'
import { headerOf } from './record.ts'
import { Refused } from './refused.ts'
import { JSON_ONLY, PLAIN, PREFERRED } from './variants.ts'
import { verdictOf } from './verdict.ts'

/** A usable answer. */
export interface Answer {
  readonly status: number
  /** Parsed JSON; shared between readers, so nobody changes it. */
  readonly body: unknown
  /** `Next-Range`, verbatim. */
  readonly next: string | null
  readonly record: RequestRecord
}

/**
 * Performs one read, in the variant that this kind of path is known to have.
 * @throws Refused for this path; Problem where the collection has to stop; the signal's reason
 */
export async function exchange(shared: Exchanging, ask: Ask, note: Note): Promise<Answer> {
  refuseUnknown(shared, ask)
  if (ask.api === 'data') return once(shared, ask, ask.variant ?? PLAIN, note)
  if (ask.api === 'github') return aside(shared, ask, () => once(shared, ask, JSON_ONLY, note))
  if (ask.api === 'metrics') return aside(shared, ask, () => once(shared, ask, PLAIN, note))
  if (ask.variant !== null) return once(shared, ask, ask.variant, note)
  const variant = shared.variants.of(ask.path)
  try {
    return await settling(shared, ask, variant, note)
  } catch (error) {
    if (variant !== PREFERRED || !(error instanceof Refused)) throw error
    if (!shared.variants.shouldFallBack(ask.path, error.status, error.reason)) throw error
    return await settling(shared, ask, PLAIN, note)
  }
}

/**
 * Performs one read in a known variant. With the exchange that answered it before, it is asked whether that still
 * holds: the answer is then 304 without a body, and its record keeps what the earlier one told of the list.
 * @throws as `exchange`
 */
export async function exchangeAs(
  shared: Exchanging,
  ask: Ask,
  version: string,
  earlier: RequestRecord | null,
  note: Note,
): Promise<Answer> {
  refuseUnknown(shared, ask)
  return once(shared, ask, version, note, earlier)
}

function refuseUnknown(shared: Exchanging, ask: Ask): void {
  if (mayBeAsked(ask.path) && shared.mayRead(ask.api, ask.path) && !ask.path.includes(shared.token)) return
  const reason =
    'this read is never made: it would return credentials, is not on the list of reads, or its path is malformed'
  throw new Refused({ path: shared.clean(ask.path), status: 0, outcome: 'failed', reason })
}

async function settling(shared: Exchanging, ask: Ask, variant: string, note: Note): Promise<Answer> {
  try {
    const answer = await once(shared, ask, variant, note)
    shared.variants.settled(ask.path, variant, answer.status, '')
    return answer
  } catch (error) {
    if (error instanceof Refused && error.status > 0) {
      shared.variants.settled(ask.path, variant, error.status, error.reason)
    }
    throw error
  }
}

async function once(
  shared: Exchanging,
  ask: Ask,
  version: string,
  note: Note,
  earlier: RequestRecord | null = null,
): Promise<Answer> {
  const { ledger, clean } = shared
  const host = shared.bases[ask.api].host
  const times = { sentAt: new Date(), started: performance.now() }
  const headers = headersWithToken(shared, version)
  if (ask.range !== null) headers.range = ask.range
  if (ask.expand !== null) headers['accept-expansion'] = ask.expand
  if (earlier?.etag) headers['if-none-match'] = earlier.etag
  const { answer, attempts } = await follow(shared, ask, headers, note)
  const { body, isJson } = readBody(answer)
  const usable = answer.status >= 200 && answer.status < 300 && isJson
  const next = headerOf(answer, 'next-range', (text) => text)
  const holds = earlier !== null && answer.status === 304
  const record = ledger.enter(
    {
      host,
      path: clean(ask.path, LONGEST_PATH),
      range: ask.range && clean(ask.range),
      apiVersion: version,
      attempts,
      ...times,
    },
    { answer, count: usable ? countOf(body) : 0, next: next && clean(next) },
    holds ? earlier : null,
  )
  note(record)
  if (usable || holds) {
    ledger.succeeded()
    return { status: answer.status, body, next, record }
  }
  const refused = await refusal(shared, ask, answer.status, body, note)
  if (refused instanceof Refused) refused.exchange = record
  throw refused
}

/** What an unusable answer means. */
async function refusal(shared: Exchanging, ask: Ask, status: number, body: unknown, note: Note) {
  const { path, api } = ask
  const host = shared.bases[api].host
  if (status < 300) return failed(shared, path, status, problem('answer-not-json', { host, path, status }))
  if (status >= 500) return failed(shared, path, status, problem('server-error', { host, path, status }))
  shared.ledger.succeeded()
  // The Data API may refuse a token that the platform takes; only the platform's word stops a collection.
  if (status === 401 && api === 'data' && (await ping(shared, 'platform', note)) !== 401) {
    const reason = `${host} does not accept the token (401)`
    return new Refused({ path, status, outcome: 'denied', reason })
  }
  return verdictOf(host, path, status, body, shared.clean)
}
