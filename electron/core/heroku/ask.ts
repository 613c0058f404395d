/** One read as the client performs it: where, and with which headers. */
export interface Ask {
  readonly api: 'platform' | 'data'
  /** Path and query, starting with a slash. */
  readonly path: string
  /** Variant asked for by the collector; null lets the client choose. */
  readonly variant: string | null
  /** `Accept-Expansion`. */
  readonly expand: string | null
  /** `Range`; null for single objects and for the Data API, which has no pages. */
  readonly range: string | null
}

/** What makes two reads equal. */
export function keyOf(ask: Ask): string {
  return JSON.stringify([ask.api, ask.path, ask.variant, ask.expand, ask.range])
}
