import type { EventQuery } from '../../../shared/model/event.ts'
import { DIMENSIONS } from '../events/facts.ts'
import { type Wanted, wantedOf } from '../events/query-words.ts'
import { filterTerm } from '../events/value-index.ts'

/** What a filter asks of the index. */
export interface EventPlan {
  /** Milliseconds since 1970, both included. */
  readonly from: number
  readonly to: number
  /** Of each list one has to hold. */
  readonly wanted: readonly (readonly Wanted[])[]
  /** Ids that the JSON of an event has to hold. */
  readonly whole: readonly string[]
}

/** Reads a filter. `from` and `to` belong to the span; a text without any word finds everything. */
export function planOf(filter: EventQuery): EventPlan {
  const exact = DIMENSIONS.flatMap((dimension) => {
    const value = filter[dimension]
    if (value === undefined) return []
    const values = typeof value === 'string' ? [value] : value
    return [
      values.map((one): Wanted => {
        return { term: filterTerm(dimension, one), isPrefix: false, ids: null, whole: null }
      }),
    ]
  })
  const typed = wantedOf(filter.text ?? '')
  return {
    from: filter.from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(filter.from),
    to: filter.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(filter.to),
    wanted: [...exact, ...typed.map((one) => [one])],
    whole: typed.flatMap(({ whole }) => whole ?? []),
  }
}
