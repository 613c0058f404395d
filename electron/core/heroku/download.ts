import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dispatcher, request } from 'undici'
import { problem } from '../../../shared/errors.ts'
import type { RequestRecord } from '../../../shared/model/collection.ts'
import type { Exchanging } from './exchanging.ts'
import { mayDownload } from './hosts.ts'
import { recordOf } from './record.ts'
import { Refused } from './refused.ts'
import { backoff } from './timing.ts'
import { type Broken, brokenBy } from './wire.ts'

/** An archive that is being fetched. */
export interface Download {
  /** The file's bytes as they come; ends with Problem `host-unreachable` where the connection breaks. */
  readonly stream: Readable
  /** Provenance; complete once the stream has ended. */
  record(): RequestRecord
}

/** What stands for the address of an archive, which is a key to it and therefore never kept. */
const PATH = '/{archive}'
const MOST_REDIRECTS = 3

/**
 * Fetches a file from an address that Heroku gave out. The token is not sent, neither there nor to where it is
 * redirected. Only the beginning is tried again; a file that breaks in the middle has to be fetched anew.
 * @throws Refused when the storage refuses, Problem `host-unreachable`
 */
export async function download(shared: Exchanging, address: string): Promise<Download> {
  const sentAt = new Date()
  const started = performance.now()
  const { answer, host, attempts } = await begin(shared, address)
  const seq = shared.ledger.nextSeq()
  let bytes = 0
  let ended: number | null = null
  async function* body(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of answer.body) {
        bytes += chunk.length
        shared.ledger.received(chunk.length)
        yield chunk
      }
    } catch (error) {
      shared.signal.throwIfAborted()
      throw problem('host-unreachable', { host, why: brokenBy(error).why })
    } finally {
      ended = performance.now()
    }
  }
  const head = { status: answer.statusCode, headers: answer.headers }
  return {
    stream: Readable.from(body(), { objectMode: false, highWaterMark: 256 * 1024 }),
    record: () => {
      const durationMs = Math.round((ended ?? performance.now()) - started)
      const facts = { seq, host, path: PATH, range: null, apiVersion: 'none', sentAt, attempts, count: 1 }
      return recordOf({ ...facts, bytes, durationMs }, head, null, shared.clean)
    },
  }
}

interface Begun {
  readonly answer: Dispatcher.ResponseData
  readonly host: string
  readonly attempts: number
}

async function begin(shared: Exchanging, address: string): Promise<Begun> {
  const { timing, signal } = shared
  let url = target(shared, address)
  let redirects = 0
  let failures = 0
  for (let attempts = 1; ; attempts++) {
    const step = await head(shared, url)
    if (!('why' in step)) {
      const { statusCode: status, headers } = step
      if (status === 200) return { answer: step, host: url.host, attempts }
      await discard(step)
      if (status >= 300 && status < 400 && typeof headers.location === 'string') {
        if (++redirects > MOST_REDIRECTS) throw refused(status, 'its storage redirects without end')
        url = target(shared, headers.location, url)
        continue
      }
      if (status < 500 && status !== 429) throw refused(status, `its storage refuses (${status})`)
    }
    if (++failures > timing.retries || ('why' in step && !step.again)) {
      if ('why' in step) throw problem('host-unreachable', { host: url.host, why: step.why })
      throw refused(step.statusCode, `its storage fails (${step.statusCode}), also after retries`)
    }
    const wait = backoff(timing.retryMs, timing.retryMaxMs, failures, timing.jitter)
    await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted())
  }
}

async function head(shared: Exchanging, url: URL): Promise<Dispatcher.ResponseData | Broken> {
  shared.signal.throwIfAborted()
  shared.ledger.sent()
  const headers = { accept: '*/*', 'user-agent': shared.userAgent }
  try {
    return await request(url, { headers, dispatcher: shared.wires.for(url), signal: shared.signal })
  } catch (error) {
    shared.signal.throwIfAborted()
    return brokenBy(error)
  }
}

async function discard(answer: Dispatcher.ResponseData): Promise<void> {
  await answer.body.dump({ limit: 64 * 1024 }).catch(() => {})
}

function target(shared: Exchanging, address: string, from?: URL): URL {
  const url = URL.canParse(address, from?.href) ? new URL(address, from?.href) : null
  if (!url || !mayDownload(url, shared.bases.platform)) {
    throw refused(0, 'its address is not an https address that may be fetched')
  }
  return url
}

function refused(status: number, reason: string): Refused {
  const outcome = status === 403 ? 'denied' : status === 404 ? 'absent' : status === 410 ? 'gone' : 'failed'
  return new Refused({ path: PATH, status, outcome, reason })
}
