/** Sizes within which archives are read; tests make them small. */
export interface Limits {
  /** Events that are sorted and indexed together: a run. At most 65,536, since postings number them in 16 bits. */
  readonly runEvents: number
  /** Bytes of JSON that a run may hold in memory. */
  readonly runBytes: number
  /** Different words and values that a run may hold, past the event in which they become more. */
  readonly runWords: number
  /** Events that are compressed together, and the bytes at which a block is closed early. */
  readonly blockEvents: number
  readonly blockBytes: number
  /** The largest single event, in bytes of JSON. */
  readonly eventBytes: number
  /** Unpacked bytes for each packed one, past the first `freeBytes`, beyond which an archive has to be made of events. */
  readonly ratio: number
  readonly freeBytes: number
  /** Unpacked bytes beyond which no archive is read; the policy sets it. */
  readonly mostBytes: number
}

/**
 * What is used. Archives of audit events unpack to about 7 times their size; deflate can do at most 1,032.
 * A run of 65,536 events of 726 bytes is 48 MB, which holds a month of most organisations.
 */
export const LIMITS: Limits = {
  runEvents: 65_536,
  runBytes: 48 * 1024 * 1024,
  runWords: 500_000,
  blockEvents: 512,
  blockBytes: 2 * 1024 * 1024,
  eventBytes: 8 * 1024 * 1024,
  ratio: 200,
  freeBytes: 64 * 1024 * 1024,
  mostBytes: 20e9,
}
