import type { Engagement } from './engagement.ts'
import type { Instant } from './json.ts'

/** What a person sees of an open locker at a glance. */
export interface LockerInfo {
  /** Identity of the file: the 16 bytes of cipher salt at its start, in hexadecimal. */
  readonly id: string
  readonly file: string
  readonly schemaVersion: number
  readonly createdAt: Instant
  /** Version of the app that made the locker. */
  readonly createdBy: string
  readonly engagement: Engagement
  readonly bytes: number
  /** Hash of the last journal entry, in hexadecimal. */
  readonly head: string
  readonly counts: {
    readonly collections: number
    readonly evidence: number
    readonly sightings: number
    readonly events: number
    readonly journal: number
  }
}

/** The answer of `locker verify`: every hash and chain recomputed from what is stored. */
export interface Verification {
  readonly intact: boolean
  readonly checked: {
    readonly evidence: number
    readonly sightings: number
    readonly events: number
    readonly journal: number
  }
  /** Hash of the last journal entry: the head that a signature has to cover. */
  readonly head: string
  /** The first entry that does not match, in words; null where everything matches. */
  readonly firstBroken: {
    readonly kind:
      | 'file'
      | 'journal'
      | 'evidence'
      | 'collection'
      | 'sighting'
      | 'request'
      | 'reading'
      | 'result'
      | 'act'
      | 'events'
    readonly entry: string
    readonly what: string
  } | null
  readonly milliseconds: number
}

/** One line of the hash-chained journal: who did what, when. */
export interface JournalEntry {
  readonly seq: number
  readonly at: Instant
  readonly actor: string
  /** Noun and verb, such as `collection.started`. */
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly hash: string
}
