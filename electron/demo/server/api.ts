import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Archives } from '../archives/archives.ts'
import type { Organisation } from '../organisation.ts'
import { type Caller, covers, identify } from './access.ts'
import type { Buckets } from './bucket.ts'
import { kept } from './kept.ts'
import type { RequestLog } from './log.ts'
import type { Matcher } from './match.ts'
import { forbidden, notAcceptable, notFound, rateLimited, readOnly } from './refusal.ts'
import { type Reply, refusalReply, replyOf, send } from './reply.ts'
import type { Answer, Ask, Route } from './route.ts'

/** What the API server is made of. */
export interface ApiParts {
  readonly org: Organisation
  readonly callers: readonly Caller[]
  readonly match: Matcher
  readonly posts: Matcher
  readonly archives: Archives
  readonly buckets: Buckets
  readonly log: RequestLog
  readonly self: () => string
}

const REPLY_BYTES = 64 * 1024 * 1024
const VERSIONED = /application\/vnd\.heroku\+json\s*;\s*version=3(\.[\w-]+)?/

/** The listener that speaks the Platform API and the Data API. */
export function apiListener(parts: ApiParts): RequestListener {
  const callers = new Map(parts.callers.map((caller) => [caller.token, caller]))
  const replies = kept<Reply>(REPLY_BYTES)
  const lists = kept<Answer>(8)

  async function replyTo(request: IncomingMessage, extra: Record<string, string>): Promise<Reply> {
    const url = new URL(request.url ?? '/', 'http://demo')
    const caller = identify(request.headers, callers)
    const hit = routeOf(request, url)
    if (hit.route.host === 'platform') {
      if (!VERSIONED.test(request.headers.accept ?? '')) throw notAcceptable()
      meter(caller, hit.route, extra)
    }
    if (!covers(caller.scopes, hit.route.scope)) {
      throw forbidden('The scope of this OAuth authorization does not allow access to this resource.')
    }
    const { range } = request.headers
    const ask = await asked(parts, caller, hit.params, url, request)
    if (hit.route.fresh || hit.route.method) return replyOf(await hit.route.answer(ask), range)
    const listKey = `${caller.role} ${url.pathname}${url.search} ${[...ask.expand, ...ask.include]}`
    const key = `${listKey} ${range ?? ''}`
    const known = replies.get(key)
    if (known) return known
    const answer = lists.get(listKey) ?? (await hit.route.answer(ask))
    lists.put(listKey, answer, 1)
    const reply = replyOf(answer, range)
    replies.put(key, reply, reply.body.length + 500)
    return reply
  }

  function routeOf(request: IncomingMessage, url: URL) {
    const reading = request.method === 'GET' || request.method === 'HEAD'
    const hit = reading ? parts.match(url.pathname) : parts.posts(url.pathname)
    if (!reading && !(request.method === 'POST' && hit)) throw readOnly()
    if (!hit) throw notFound('resource')
    return hit
  }

  function meter(caller: Caller, route: Route, extra: Record<string, string>) {
    const paid = route.free || parts.buckets.take(caller.person.id)
    extra['RateLimit-Remaining'] = String(parts.buckets.left(caller.person.id))
    if (!paid) throw rateLimited()
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const { latency, clockOffsetMs } = parts.org.options
    const extra: Record<string, string> = {
      'Request-Id': randomUUID(),
      Date: new Date(Date.now() + clockOffsetMs).toUTCString(),
      'Cache-Control': 'private, no-cache',
      Vary: 'Authorization,Accept,Accept-Expansion',
    }
    let reply: Reply
    try {
      reply = await replyTo(request, extra)
    } catch (error) {
      reply = refusalReply(error)
    }
    if (latency > 0) await sleep(latency)
    const head = request.method === 'HEAD'
    const status = send(response, reply, extra, request.headers['if-none-match'], head)
    parts.log.add({ method: request.method ?? '', path: request.url ?? '', status })
  }

  return (request, response) => void handle(request, response)
}

const words = (header: string | string[] | undefined) =>
  new Set(
    String(header ?? '')
      .split(/\s*,\s*/)
      .filter(Boolean),
  )

async function asked(
  parts: ApiParts,
  caller: Caller,
  params: readonly string[],
  url: URL,
  request: IncomingMessage,
): Promise<Ask> {
  return {
    org: parts.org,
    caller,
    callers: parts.callers,
    archives: parts.archives,
    params,
    query: url.searchParams,
    expand: words(request.headers['accept-expansion']),
    include: words(request.headers['accept-inclusion']),
    body: request.method === 'POST' ? await bodyOf(request) : null,
    tokensLeft: () => parts.buckets.left(caller.person.id),
    self: parts.self(),
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  try {
    return JSON.parse(Buffer.concat(chunks).toString() || 'null')
  } catch {
    return null
  }
}
