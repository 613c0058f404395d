import type { SubjectKind } from './collection.ts'
import type { Instant } from './json.ts'

/** Requests of one kind that a collection is going to make. */
export interface PlannedRequests {
  /** Path with `{id}` for ids, such as `/apps/{id}/releases`. */
  readonly pattern: string
  readonly per: SubjectKind
  readonly subjects: number
  /** Pages of lists included, as far as they are known from the collection before. */
  readonly requests: number
}

/** What a collection would take, told before it begins. */
export interface CollectionPlan {
  readonly account: string
  /** The collection that the subjects and pages are known from; null where the account's lists were read just now. */
  readonly basis: { readonly collectionId: number; readonly startedAt: Instant } | null
  readonly subjects: Readonly<Record<SubjectKind, number>>
  readonly requests: readonly PlannedRequests[]
  readonly total: number
  /** Of these, requests to the Platform API: only they count against the account's allowance. */
  readonly counted: number
  /** Requests that the plan itself took. */
  readonly madeNow: number
  readonly allowance: {
    readonly remaining: number | null
    readonly most: number
    readonly perMinute: number
    /** Requests that are left to others. */
    readonly reserve: number
  }
  /** Milliseconds of an answer: the mean of the basis, or of the requests made now. */
  readonly latencyMs: number
  /** Seconds at the present allowance; not less than the hours that were asked for. */
  readonly seconds: number
  /** What is not known beforehand, in sentences. */
  readonly limits: readonly string[]
}
