import type { Problem } from '../../../shared/errors.ts'
import type { Outcome, RequestRecord } from '../../../shared/model/collection.ts'

/** How a read can end without an answer that may be used. */
export type RefusedOutcome = Exclude<Outcome, 'read' | 'off'>

/** What a `Refused` is made of. */
export interface Refusal {
  /** Path with its parameters in place, without host. */
  readonly path: string
  /** HTTP status; 0 where no usable answer came. */
  readonly status: number
  readonly outcome: RefusedOutcome
  /** For a person: what Heroku said, or what was wrong with the answer. Never a secret. */
  readonly reason: string
  /** The same as an error for a person, for callers that cannot go on without this read. */
  readonly problem?: Problem
}

/**
 * One read that Heroku refused or answered unusably. A collection discloses it and goes on; what has to stop a
 * collection is a `Problem` instead.
 */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly path: string
  readonly status: number
  readonly outcome: RefusedOutcome
  readonly reason: string
  readonly problem: Problem | null
  /** The exchange that ended so: a 404 that says «there is none» is what an item can rest on. Null where none came back. */
  exchange: RequestRecord | null = null

  constructor(refusal: Refusal) {
    super(`${refusal.path}: ${refusal.reason}`)
    this.path = refusal.path
    this.status = refusal.status
    this.outcome = refusal.outcome
    this.reason = refusal.reason
    this.problem = refusal.problem ?? null
  }
}
