/** What only one of two sources knows: how many, and the names of the first hundred. */
export interface OnlyThere {
  readonly count: number
  readonly names: readonly string[]
}

/** Two sources of the same thing, held against each other by the program after everything was read. */
export interface ReconciliationContent {
  readonly of: 'reconciliation'
  readonly what: string
  readonly first: { readonly source: string; readonly count: number }
  readonly second: { readonly source: string; readonly count: number }
  readonly only_first: OnlyThere
  readonly only_second: OnlyThere
  /** Which side's surplus speaks against completeness: what only the second source knows, or what either does. */
  readonly matters: 'second' | 'either'
  /** Nothing is known to one source alone that would have to be known to both. */
  readonly agrees: boolean
  /** What a difference may mean. */
  readonly note: string
}
