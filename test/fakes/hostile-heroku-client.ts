import { type HerokuClient, type HerokuSettings, openHeroku } from '../../electron/core/heroku/client.ts'
import type { Timing } from '../../electron/core/heroku/timing.ts'

/** The token of these tests; nothing that leaves the client may contain it. */
export const TOKEN = 'HRKU-CANARY-7f3b9c51-token'

/** Waits that let a test finish; bounds as in production. */
export const QUICK: Partial<Timing> = {
  connectMs: 2_000,
  answerMs: 400,
  wholeMs: 900,
  retryMs: 2,
  retryMaxMs: 50,
  limitedMs: 20,
  limitedMaxMs: 5_000,
  jitter: 0,
  refillMs: 10,
}

/** A client for a server of these tests, which invent paths: it may read any, unless a test says otherwise. */
export function clientOf(url: string, settings: Partial<HerokuSettings> = {}): HerokuClient {
  return openHeroku({
    apiUrl: url,
    dataUrl: url,
    token: TOKEN,
    proxy: null,
    concurrency: 4,
    fingerprintKey: Buffer.alloc(32, 7),
    signal: new AbortController().signal,
    firstSeq: 1,
    mayRead: () => true,
    ...settings,
    timing: { ...QUICK, ...settings.timing },
  })
}
