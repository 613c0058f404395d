import type { Api } from '../collectors/collector.ts'

/** One read as the client performs it: where, and with which headers. */
export interface Ask {
  readonly api: Api
  /** Path and query, starting with a slash. */
  readonly path: string
  /** Variant asked for by the collector; null lets the client choose. */
  readonly variant: string | null
  /** `Accept-Expansion`. */
  readonly expand: string | null
  /** `Range`; null for single objects and outside of the Platform API, where there are no pages. */
  readonly range: string | null
}

/** What makes two reads equal. */
export function keyOf(ask: Ask): string {
  return JSON.stringify([ask.api, ask.path, ask.variant, ask.expand, ask.range])
}
