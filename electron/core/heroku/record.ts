import type { RequestRecord } from '../../../shared/model/collection.ts'
import type { WireHead } from './wire.ts'

/** Makes text from outside fit for records and messages: one short line, without the token. */
export type Clean = (text: string, most?: number) => string

const LONGEST = 300

/** A `Clean` that knows the token it has to take out. */
export function cleaner(token: string): Clean {
  return (text, most = LONGEST) =>
    text
      .replaceAll(token, '[secret]')
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
      .trim()
      .slice(0, most)
}

/** The first value of a header, cleaned, or null. */
export function headerOf(answer: WireHead, name: string, clean: Clean): string | null {
  const value = answer.headers[name]
  const text = Array.isArray(value) ? value[0] : value
  return text === undefined ? null : clean(text)
}

/** What Heroku's two APIs and the storage of the archives call the id of a request. */
const REQUEST_IDS = ['request-id', 'x-request-id', 'x-amz-request-id']

/** What is known about an exchange beside its answer. */
export interface Sending {
  readonly seq: number
  readonly host: string
  readonly path: string
  readonly range: string | null
  readonly apiVersion: string
  readonly sentAt: Date
  readonly durationMs: number
  readonly attempts: number
  readonly bytes: number
  readonly count: number
}

/** The provenance of an exchange: everything that re-performing it takes, nothing of what it said. */
export function recordOf(
  sending: Sending,
  answer: WireHead,
  next: string | null,
  clean: Clean,
): RequestRecord {
  const date = Date.parse(headerOf(answer, 'date', clean) ?? '')
  return {
    seq: sending.seq,
    method: 'GET',
    host: sending.host,
    path: sending.path,
    range: { asked: sending.range, got: headerOf(answer, 'content-range', clean), next },
    status: answer.status,
    requestId: REQUEST_IDS.map((name) => headerOf(answer, name, clean)).find((id) => id !== null) ?? null,
    etag: headerOf(answer, 'etag', clean),
    apiVersion: sending.apiVersion,
    serverDate: Number.isNaN(date) ? null : new Date(date).toISOString(),
    sentAt: sending.sentAt.toISOString(),
    clockOffsetMs: Number.isNaN(date) ? null : Date.now() - date,
    durationMs: sending.durationMs,
    bytes: sending.bytes,
    count: sending.count,
    attempts: sending.attempts,
  }
}
