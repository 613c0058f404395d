import type { Codec } from './blocks.ts'
import type { DamageTold } from './damaged.ts'
import type { Limits } from './limits.ts'
import type { Envelope } from './split.ts'

/** Some hundred events that were compressed together. */
export interface Block {
  readonly n: number
  readonly codec: Codec
  /** Sum of the lengths of the events' JSON. */
  readonly bytes: number
  readonly data: Uint8Array
  /** The first `LEAF_KEPT` bytes of each event's leaf. */
  readonly leaves: Uint8Array
  /** Head of the chain behind this block. */
  readonly head: Uint8Array
}

/** A page of ids that are in order: for each the first 32 bits and the event in 16, big-endian. */
export interface RefPage {
  /** True for the ids of the events themselves, false for ids within them. */
  readonly own: boolean
  readonly first: number
  readonly data: Uint8Array
}

/** A run: up to 65,536 events of one archive in order of time, with everything that is stored of them. */
export interface Run {
  readonly n: number
  /** Milliseconds since 1970, ascending. */
  readonly at: Float64Array
  /** Six numbers for each event, in the order of `DIMENSIONS`: 0 for none, else the place in `values` plus 1. */
  readonly columns: Uint32Array
  readonly values: readonly (readonly [dimension: number, value: string])[]
  /** 16 bytes for each event. */
  readonly ids: Uint8Array
  /** The ids that are no canonical UUIDs, as they are. */
  readonly otherIds: readonly (readonly [event: number, id: string])[]
  readonly blocks: readonly Block[]
  /** In order, as bytes of UTF-8. */
  readonly terms: readonly string[]
  /** The packed postings of the terms, and where each ends. */
  readonly postings: Uint8Array
  readonly postingEnds: Uint32Array
  readonly refs: readonly RefPage[]
  /** SHA-256 over terms and refs, see `indexHash`. */
  readonly index: Uint8Array
}

/** The identity of a run's events: the storing side answers which of them it knows. */
export interface Identities {
  readonly n: number
  readonly firstAt: number
  readonly lastAt: number
  readonly ids: Uint8Array
  readonly otherIds: readonly (readonly [event: number, id: string])[]
  /** `LEAF_KEPT` bytes for each. */
  readonly leaves: Uint8Array
}

/** Which events of a run are known: with the same bytes, or under the same id with other bytes. */
export interface Known {
  readonly same: readonly number[]
  readonly other: readonly (readonly [event: number, json: string])[]
}

/** Events of one day of one source. */
export interface DayCount {
  /** In UTC, such as `2026-05-14`. */
  readonly day: string
  readonly events: number
  readonly kept: number
  /** Kept although their id was known: they say something else. */
  readonly changed: number
  /** Told twice or more in the source itself. */
  readonly repeated: number
}

/** What an archive turned out to hold. */
export interface Contents {
  readonly envelope: Envelope
  /** Events in the archive: kept, known from before, and kept although their id was known. */
  readonly events: number
  readonly kept: number
  readonly known: number
  readonly changed: number
  /** Events without a time that can be read; they stand at the start of the archive's month. */
  readonly undated: number
  /** In order; an event without a time counts where it stands. */
  readonly days: readonly DayCount[]
  /** Of all events in the archive, in milliseconds since 1970; null where it holds none. */
  readonly firstAt: number | null
  readonly lastAt: number | null
  /** Unpacked size. */
  readonly bytes: number
  /** Head of the chain of the kept events. */
  readonly head: Uint8Array
}

/** Asks the thread to read an archive. */
export interface Begin {
  readonly type: 'begin'
  /** Where the chain of events starts. */
  readonly start: Uint8Array
  /** Time of events that tell none. */
  readonly undatedAt: number
  /** Size of the archive as it comes. */
  readonly size: number
  /** False for JSON that comes as it is. */
  readonly packed: boolean
  readonly limits: Limits
}

/** What the thread is told. */
export type ToThread =
  | Begin
  | { readonly type: 'bytes'; readonly chunk: Uint8Array | null }
  | { readonly type: 'known'; readonly known: Known }
  | { readonly type: 'stored' }
  | { readonly type: 'stop' }

/** What the thread tells. */
export type FromThread =
  | { readonly type: 'more' }
  | { readonly type: 'identities'; readonly identities: Identities }
  | { readonly type: 'run'; readonly run: Run }
  | { readonly type: 'contents'; readonly contents: Contents }
  | DamageTold
  | { readonly type: 'stopped' }
