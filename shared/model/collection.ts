import type { Instant, Sha256 } from './json.ts'
import type { Topic } from './topic.ts'

/** Where a collection stands. `interrupted` and `cancelled` ones can be resumed. */
export type CollectionState = 'running' | 'complete' | 'interrupted' | 'cancelled'

/** What a collection reads: the core always, what is extended unless left out, what is optional on request. */
export const TIERS = ['core', 'extended', 'optional'] as const

/** How much a read belongs to a collection. */
export type Tier = (typeof TIERS)[number]

/** Under which conditions a collection reads: its choice of reads, and how hard it may lean on the account. */
export interface CollectionConditions {
  readonly tiers: readonly Tier[]
  /** Topics that were asked for by name, read whatever their tier; null where none were named. */
  readonly asked: readonly Topic[] | null
  /** Share of the account's allowance of requests that is left to others, in percent. */
  readonly reservePercent: number
  /** Keyed fingerprint of the token that read, so that the next collection knows whether it is the same. */
  readonly token?: string | null
  /** Fingerprint of the code that read and parsed: what another version of it kept cannot be sighted again. */
  readonly code?: string | null
  /** Hours over which the requests are spread; 0: as fast as the allowance permits. */
  readonly spreadHours: number
}

/** One run that read Heroku at a point in time. */
export interface Collection {
  readonly id: number
  readonly state: CollectionState
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  readonly connection: { readonly id: string; readonly label: string }
  readonly account: string
  readonly apiUrl: string
  /** OAuth scopes of the token that read, or null where Heroku does not tell. */
  readonly scopes: readonly string[] | null
  readonly tokenExpiresAt: Instant | null
  /** Operating system user and host that ran the collection, such as `ana@laptop`. */
  readonly collector: string
  readonly appVersion: string
  readonly topics: readonly Topic[]
  /** Local clock minus Heroku's `Date`, in milliseconds; null where no answer carried a date. */
  readonly clockOffsetMs: number | null
  readonly counts: {
    readonly requests: number
    readonly evidence: number
    readonly unchanged: number
    readonly events: number
    readonly notRead: number
  }
  /** SHA-256 over the ordered sightings; entered in the journal when the collection completes. */
  readonly digest: Sha256 | null
}

/**
 * How one read of one subject ended. `denied`: refused with 403; `absent`: 404 of a thing; `off`: 404 or an
 * empty answer of a feature that is not enabled; `gone`: 410; `failed`: anything else, told in `reason`.
 */
export type Outcome = 'read' | 'denied' | 'absent' | 'off' | 'gone' | 'failed'

/** The account that a collection gives of one collector on one subject. */
export interface Reading {
  readonly collectionId: number
  readonly topic: Topic
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly subject: string
  /** Method-less path with its parameters in place, such as `/spaces/4f…/nat`; null for the collector as a whole. */
  readonly path: string | null
  readonly outcome: Outcome
  readonly reason: string | null
  readonly items: number
}

/** What a collector runs once for. */
export type SubjectKind = 'account' | 'enterprise' | 'team' | 'space' | 'pipeline' | 'app' | 'addon'

/** One HTTP exchange as it is kept: provenance, never a body, never a credential. */
export interface RequestRecord {
  readonly seq: number
  readonly method: 'GET'
  readonly host: string
  /** Path and query; values that could be secret are never part of a path that we ask. */
  readonly path: string
  /** `Range` header sent and `Content-Range` received, for lists. */
  readonly range: { readonly asked: string | null; readonly got: string | null; readonly next: string | null }
  readonly status: number
  readonly requestId: string | null
  readonly etag: string | null
  readonly apiVersion: string
  readonly serverDate: Instant | null
  readonly sentAt: Instant
  /** Local clock minus server `Date`, in milliseconds. */
  readonly clockOffsetMs: number | null
  readonly durationMs: number
  readonly bytes: number
  /** Records in the answer: length of a list, 1 for an object, 0 for none. */
  readonly count: number
  readonly attempts: number
}

/** One list read to its end, or not: the proof of completeness (GUIDE 3.2). */
export interface ListProof {
  readonly path: string
  readonly pages: number
  readonly records: number
  /** The ranges of the pages in the order asked; the first is the start of the list. */
  readonly ranges: readonly string[]
  readonly lastStatus: number
  readonly complete: boolean
}

/** Progress of a running collection; sent at most ten times a second. */
export interface CollectionProgress {
  readonly collectionId: number
  /** What is being read in a person's words, such as `apps 120 of 400`. */
  readonly doing: string
  readonly tasksDone: number
  readonly tasksPlanned: number
  readonly requests: number
  readonly evidence: number
  readonly events: number
  readonly notRead: number
  readonly rateLimitRemaining: number | null
  readonly perTopic: Readonly<Partial<Record<Topic, { readonly items: number; readonly notRead: number }>>>
}
