/** One page of a long list, by keyset: pass `next` back to get the page after it. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Opaque; null on the last page. */
  readonly next: string | null
}
