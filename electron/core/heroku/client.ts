import { problem } from '../../../shared/errors.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import type { Api } from '../collectors/collector.ts'
import { openCache, type SubjectCache } from './cache.ts'
import { openWires } from './dispatcher.ts'
import { type Download, download } from './download.ts'
import { allowedBase, besideBase } from './hosts.ts'
import { isKnownRead } from './known-reads.ts'
import { openLedger } from './ledger.ts'
import { openLimiter } from './limiter.ts'
import { rememberRanges } from './ranges.ts'
import { openReader, type Reading, type TrackedReader } from './reader.ts'
import { cleaner } from './record.ts'
import { type EarlierRead, type Revisited, revisit } from './revisit.ts'
import { TIMING, type Timing } from './timing.ts'
import { rememberVariants } from './variants.ts'

export type { SubjectCache } from './cache.ts'
export type { Download } from './download.ts'
export type { TrackedReader } from './reader.ts'
export { Refused } from './refused.ts'
export type { EarlierRead, Revisited } from './revisit.ts'

/** What a client needs to know. */
export interface HerokuSettings {
  /** Base address of the Platform API. */
  readonly apiUrl: string
  /** Base address of the Data API. */
  readonly dataUrl: string
  readonly token: string
  /** Address of a proxy; null reads the usual environment variables. */
  readonly proxy: string | null
  /** Requests in flight at most. */
  readonly concurrency: number
  /** Key of the locker for fingerprints. */
  readonly fingerprintKey: Buffer
  readonly signal: AbortSignal
  /** Number of the first request record. */
  readonly firstSeq: number
  /** Longest wait for an answer to begin or to go on. */
  readonly timeoutMs?: number
  /** How often a broken read is tried again. */
  readonly retries?: number
  /** Requests of the account's allowance that are left for others; 60 if not given. */
  readonly reserve?: number
  /** Largest answer that is read, in bytes; 64 MiB if not given. Archives have no such limit. */
  readonly maxBytes?: number
  /** Most pages of one list; 2,000 if not given. */
  readonly maxPages?: number
  /** Which paths may be read; the list of `known-reads.ts` if not given. Tests of the client invent paths. */
  readonly mayRead?: (api: Api, path: string) => boolean
  /** Other waits than `TIMING`, for tests. */
  readonly timing?: Partial<Timing>
}

/** How far a client is. */
export interface HerokuStats {
  /** Requests sent, those that were tried again included. */
  readonly requests: number
  readonly rateLimitRemaining: number | null
  /** Local clock minus Heroku's, in milliseconds: the smallest seen, since `Date` has whole seconds. */
  readonly clockOffsetMs: number | null
  readonly bytes: number
  /** Milliseconds until requests start again after a 429; 0 while they run. */
  readonly pausedMs: number
}

/** The read-only client of one collection. */
export interface HerokuClient {
  /** A cache for one subject, shared by the collectors of that subject; drop it to free memory. */
  subject(): SubjectCache
  reader(cache: SubjectCache): TrackedReader
  stats(): HerokuStats
  /** Asks whether a read of an earlier collection still holds (see `revisit`). */
  revisit(read: EarlierRead): Promise<Revisited>
  /** Fetches an audit archive from the address that Heroku gave: without the token, redirects without it too. */
  download(url: string): Promise<Download>
  /** Lets two requests start at least so many milliseconds apart from now on; 0 lifts it. */
  pace(ms: number): void
  /** Ends all connections. Reads that still wait end with an abort. */
  close(): Promise<void>
}

/**
 * Opens a client; nothing is sent yet.
 * @throws Problem `host-not-allowed`, `token-empty`, `token-malformed`
 */
export function openHeroku(settings: HerokuSettings): HerokuClient {
  const platform = allowedBase(settings.apiUrl)
  const data = allowedBase(settings.dataUrl)
  const token = settings.token.trim()
  if (token === '') throw problem('token-empty', {})
  if (!/^[\x21-\x7e]+$/.test(token)) throw problem('token-malformed', {})
  const timing: Timing = {
    ...TIMING,
    ...(settings.timeoutMs !== undefined && {
      answerMs: settings.timeoutMs,
      wholeMs: settings.timeoutMs * 4,
    }),
    ...(settings.retries !== undefined && { retries: settings.retries }),
    ...settings.timing,
  }
  const concurrency = Math.max(1, settings.concurrency)
  const closing = new AbortController()
  const clean = cleaner(token)
  const ledger = openLedger(settings.firstSeq, timing.failuresInARow, clean)
  const limiter = openLimiter({ concurrency, reserve: settings.reserve ?? 60, refillMs: timing.refillMs })
  const shared: Reading = {
    bases: {
      platform,
      data,
      github: besideBase(platform, 'kolkrabbi'),
      metrics: besideBase(platform, 'api.metrics'),
    },
    away: new Map(),
    token,
    userAgent: `EvidenceLocker/${APP_VERSION}`,
    wires: openWires(settings.proxy, concurrency, timing),
    signal: AbortSignal.any([settings.signal, closing.signal]),
    maxBytes: settings.maxBytes ?? 64 * 1024 * 1024,
    mostPages: settings.maxPages ?? 2000,
    variants: rememberVariants(),
    ranges: rememberRanges(),
    fingerprintKey: settings.fingerprintKey,
    sending: ledger.sent,
    ledger,
    limiter,
    timing,
    clean,
    mayRead: settings.mayRead ?? isKnownRead,
  }
  return {
    subject: openCache,
    reader: (cache) => openReader(shared, cache),
    stats: () => ({
      ...ledger.stats(),
      rateLimitRemaining: limiter.remaining(platform.host),
      pausedMs: limiter.pausedMs(),
    }),
    revisit: (read) => revisit(shared, read),
    pace: limiter.pace,
    download: (url) => download(shared, url),
    close: async () => {
      closing.abort()
      await shared.wires.close()
    },
  }
}
