import type { Archives } from '../archives/archives.ts'
import type { Organisation } from '../organisation.ts'
import type { Caller, Scope } from './access.ts'

/** A request as routes see it: path parameters in order, query, and what was asked to be expanded. */
export interface Ask {
  readonly org: Organisation
  readonly caller: Caller
  /** Everybody with a token. */
  readonly callers: readonly Caller[]
  readonly archives: Archives
  readonly params: readonly string[]
  readonly query: URLSearchParams
  readonly expand: ReadonlySet<string>
  readonly include: ReadonlySet<string>
  /** Body of one of the few POST reads. */
  readonly body: unknown
  /** Tokens left in the caller's bucket. */
  readonly tokensLeft: () => number
  /** Address of this server, for links that point back to it. */
  readonly self: string
}

/** A list that can be paged by one of `by`, or anything else as it is. */
export type Answer =
  | { readonly list: readonly object[]; readonly by: readonly string[] }
  | { readonly one: unknown }

/** One address of the API and how it is answered. */
export interface Route {
  /** Such as `/apps/:app/releases`. */
  readonly path: string
  readonly method?: 'POST'
  readonly scope: Scope
  /** Platform routes need the versioned Accept header and cost a token of the rate limit. */
  readonly host: 'platform' | 'data' | 'other'
  /** Costs nothing. */
  readonly free?: true
  /** The answer depends on time or on a body and must not be kept. */
  readonly fresh?: true
  readonly answer: (ask: Ask) => Answer | Promise<Answer>
}

/** A list in pages; by id unless told. */
export const pages = (list: readonly object[], ...by: readonly string[]): Answer => ({
  list,
  by: by.length > 0 ? by : ['id'],
})

/** One thing, or a list that Heroku never pages. */
export const whole = (one: unknown): Answer => ({ one })

type Answering = Route['answer']

/** A Platform route under the `read` scope. */
export const read = (path: string, answer: Answering): Route => ({
  path,
  scope: 'read',
  host: 'platform',
  answer,
})

/** A Platform route about the account itself. */
export const identity = (path: string, answer: Answering): Route => ({
  path,
  scope: 'identity',
  host: 'platform',
  answer,
})

/** A Platform route that needs `read-protected`. */
export const guarded = (path: string, answer: Answering): Route => ({
  path,
  scope: 'read-protected',
  host: 'platform',
  answer,
})

/** A Data API route. */
export const data = (path: string, answer: Answering): Route => ({
  path,
  scope: 'read-protected',
  host: 'data',
  answer,
})
