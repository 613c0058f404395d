import { hash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { cutPage } from './page.ts'
import { Refusal } from './refusal.ts'
import type { Answer } from './route.ts'

/** Bytes of an answer with the headers that belong to them; what is kept between requests. */
export interface Reply {
  readonly status: number
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

const JSON_TYPE = 'application/json;charset=utf-8'

/** Turns an answer into bytes: one page of a list, or the thing itself. */
export function replyOf(answer: Answer, range: string | undefined): Reply {
  if ('one' in answer) return bytes(200, answer.one, {})
  const page = cutPage(answer.list, range, answer.by)
  return bytes(page.status, page.items, {
    'Accept-Ranges': answer.by.join(', '),
    ...(page.contentRange ? { 'Content-Range': page.contentRange } : {}),
    ...(page.nextRange ? { 'Next-Range': page.nextRange } : {}),
  })
}

/** The error body that Heroku sends, with its id and words. */
export function refusalReply(error: unknown): Reply {
  if (error instanceof Refusal) {
    const { id, message, url } = error
    return bytes(error.status, url ? { id, message, url } : { id, message }, {})
  }
  return bytes(500, { id: 'internal_server_error', message: 'Internal server error.' }, {})
}

function bytes(status: number, value: unknown, headers: Readonly<Record<string, string>>): Reply {
  const body = Buffer.from(JSON.stringify(value))
  return {
    status,
    body,
    headers: {
      ...headers,
      'Content-Type': JSON_TYPE,
      ...(status < 300 ? { ETag: `"${hash('sha1', body)}"` } : {}),
    },
  }
}

/** Sends a reply, or 304 when the caller already has it. Returns the status. */
export function send(
  response: ServerResponse,
  reply: Reply,
  extra: Readonly<Record<string, string>>,
  ifNoneMatch: string | undefined,
  headOnly: boolean,
): number {
  const tag = reply.headers.ETag
  const known =
    tag !== undefined && (ifNoneMatch ?? '').split(/\s*,\s*/).some((t) => t.replace(/^W\//, '') === tag)
  const status = known ? 304 : reply.status
  response.writeHead(status, {
    ...reply.headers,
    ...extra,
    ...(known ? {} : { 'Content-Length': reply.body.length }),
  })
  response.end(known || headOnly ? undefined : reply.body)
  return status
}
