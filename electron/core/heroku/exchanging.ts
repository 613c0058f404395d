import type { RequestRecord } from '../../../shared/model/collection.ts'
import type { Api } from '../collectors/collector.ts'
import type { Attempting } from './attempts.ts'
import type { Wires } from './dispatcher.ts'
import type { Ledger } from './ledger.ts'
import type { Clean } from './record.ts'
import type { Refused } from './refused.ts'
import { JSON_ONLY, type Variants } from './variants.ts'
import type { WireBounds } from './wire.ts'

/** What all exchanges of one client share. */
export interface Exchanging extends Attempting {
  readonly bases: Readonly<Record<Api, URL>>
  readonly token: string
  readonly userAgent: string
  readonly wires: Wires
  readonly signal: AbortSignal
  readonly maxBytes: number
  readonly variants: Variants
  readonly ledger: Ledger
  readonly clean: Clean
  /** Whether a path is on the list of reads; all others are refused before anything is sent. */
  readonly mayRead: (api: Api, path: string) => boolean
  /** Services that could not be reached or refuse the token, and how that is told: they are not asked again. */
  readonly away: Map<Api, Pick<Refused, 'outcome' | 'reason'>>
}

/** Called with each exchange that came back, also with the refused ones. */
export type Note = (record: RequestRecord) => void

/** The address of a path on one of the services. */
export function addressOf(shared: Exchanging, api: Api, path: string): URL {
  const base = shared.bases[api]
  return new URL(base.pathname.replace(/\/$/, '') + path, base.origin)
}

/** The bounds of a request to an address. */
export function boundsOf(shared: Exchanging, url: URL): WireBounds {
  const { wires, signal, timing, maxBytes } = shared
  return { dispatcher: wires.for(url), signal, wholeMs: timing.wholeMs, maxBytes }
}

/** The headers that carry the token; only ever sent to one of the bases. */
export function headersWithToken(shared: Exchanging, version: string): Record<string, string> {
  return {
    authorization: `Bearer ${shared.token}`,
    accept: version === JSON_ONLY ? 'application/json' : `application/vnd.heroku+json; version=${version}`,
    'user-agent': shared.userAgent,
  }
}
