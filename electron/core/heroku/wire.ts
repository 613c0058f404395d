import type { IncomingHttpHeaders } from 'node:http'
import { type Dispatcher, request } from 'undici'

/** The beginning of an answer. */
export interface WireHead {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

/** One request that came back, whatever its status. */
export interface WireAnswer extends WireHead {
  readonly body: Buffer
}

/** A request without a whole answer. `connect`: no connection came about; `answer`: it broke or stalled later. */
export class Broken extends Error {
  override readonly name = 'Broken'
  readonly phase: 'connect' | 'answer'
  /** For a person, made from the error's code alone: errors of the network library may quote requests. */
  readonly why: string
  /** Trying again may help. */
  readonly again: boolean

  constructor(code: string) {
    const known = WHY[code] ?? (/CERT|TLS|SSL|SIGNED|SIGNATURE/.test(code) ? WHY.CERT : undefined)
    const [phase, why, again] = known ?? (['answer', `the connection broke (${code})`, true] as const)
    super(why)
    this.phase = phase
    this.why = why
    this.again = again
  }
}

/** The answer went past the size that is read. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

const WHY: Readonly<Record<string, readonly ['connect' | 'answer', string, boolean]>> = {
  ECONNREFUSED: ['connect', 'it refuses connections', true],
  ENOTFOUND: ['connect', 'its name is not known', true],
  EAI_AGAIN: ['connect', 'its name could not be looked up', true],
  EHOSTUNREACH: ['connect', 'there is no way to it', true],
  ENETUNREACH: ['connect', 'there is no network', true],
  ETIMEDOUT: ['connect', 'no connection within the time limit', true],
  UND_ERR_CONNECT_TIMEOUT: ['connect', 'no connection within the time limit', true],
  PROXY: ['connect', 'the proxy does not let us through', false],
  CERT: ['connect', 'its certificate is not trusted', false],
  UND_ERR_HEADERS_TIMEOUT: ['answer', 'no answer within the time limit', true],
  UND_ERR_BODY_TIMEOUT: ['answer', 'the answer stalled', true],
  WHOLE_TIMEOUT: ['answer', 'the answer took too long', true],
  ECONNRESET: ['answer', 'the connection was reset', true],
  EPIPE: ['answer', 'the connection was closed', true],
  UND_ERR_SOCKET: ['answer', 'the connection was closed', true],
  UND_ERR_INVALID_ARG: ['answer', 'its answer cannot be followed', false],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['answer', 'the answer was cut short', true],
}

/** Makes a `Broken` from anything the network library throws. Nothing but the code is taken over. */
export function brokenBy(error: unknown): Broken {
  let code = 'unknown'
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if (/proxy/i.test(at.message) && /tunnel|respon/i.test(at.message)) return new Broken('PROXY')
    if ('code' in at && typeof at.code === 'string' && /^[A-Z0-9_]{2,60}$/.test(at.code)) code = at.code
  }
  return new Broken(code)
}

/** What one request is bound by. */
export interface WireBounds {
  readonly dispatcher: Dispatcher
  readonly signal: AbortSignal
  readonly wholeMs: number
  readonly maxBytes: number
}

/**
 * One GET, once, to one address; redirects come back as they are.
 * @throws Broken without a whole answer, TooLarge, or the signal's reason
 */
export async function getOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  bounds: WireBounds,
): Promise<WireAnswer> {
  const stop = new AbortController()
  const cancel = () => stop.abort()
  const timer = setTimeout(() => stop.abort(new Broken('WHOLE_TIMEOUT')), bounds.wholeMs)
  bounds.signal.addEventListener('abort', cancel, { once: true })
  try {
    bounds.signal.throwIfAborted()
    const answer = await request(url, { headers, dispatcher: bounds.dispatcher, signal: stop.signal })
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of answer.body) {
      bytes += chunk.length
      if (bytes > bounds.maxBytes) throw new TooLarge()
      chunks.push(chunk)
    }
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks, bytes) }
  } catch (error) {
    bounds.signal.throwIfAborted()
    if (stop.signal.reason instanceof Broken) throw stop.signal.reason
    throw error instanceof TooLarge ? error : brokenBy(error)
  } finally {
    clearTimeout(timer)
    bounds.signal.removeEventListener('abort', cancel)
  }
}
