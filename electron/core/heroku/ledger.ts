import type { RequestRecord } from '../../../shared/model/collection.ts'
import { type Clean, recordOf, type Sending } from './record.ts'
import type { WireAnswer } from './wire.ts'

/** Counts and numbers what a client does. */
export interface Ledger {
  /** One request leaves. */
  sent(): void
  /** Bytes of an archive, which are counted as they flow. */
  received(bytes: number): void
  /** Numbers an exchange and makes its record; `started` is of the monotonic clock, in milliseconds. */
  enter(
    sending: Omit<Sending, 'seq' | 'count' | 'bytes' | 'durationMs'> & { started: number },
    got: { answer: WireAnswer; count: number; next: string | null },
    /** The exchange that a 304 confirms. */
    confirms?: RequestRecord | null,
  ): RequestRecord
  nextSeq(): number
  /** A read ended well, or was refused properly. */
  succeeded(): void
  /** A read failed on the other side; true when too many did so in a row. */
  failed(): boolean
  stats(): { requests: number; bytes: number; clockOffsetMs: number | null }
}

/** A ledger whose first record has the number `firstSeq`. */
export function openLedger(firstSeq: number, failuresInARow: number, clean: Clean): Ledger {
  let seq = firstSeq
  let requests = 0
  let bytes = 0
  let clockOffsetMs: number | null = null
  let streak = 0
  return {
    sent: () => {
      requests++
    },
    received: (more) => {
      bytes += more
    },
    enter: (sending, got, confirms = null) => {
      const durationMs = Math.round(performance.now() - sending.started)
      const size = got.answer.body.length
      const facts = { ...sending, seq: seq++, count: got.count, bytes: size, durationMs }
      const own = recordOf(facts, got.answer, got.next, clean)
      const record = confirms === null ? own : confirming(own, confirms)
      bytes += record.bytes
      // `Date` has whole seconds and travels: the smallest difference is the best estimate.
      if (record.clockOffsetMs !== null) {
        clockOffsetMs = Math.min(clockOffsetMs ?? record.clockOffsetMs, record.clockOffsetMs)
      }
      return record
    },
    nextSeq: () => seq++,
    succeeded: () => {
      streak = 0
    },
    failed: () => ++streak >= failuresInARow,
    stats: () => ({ requests, bytes, clockOffsetMs }),
  }
}

/** A 304 has no body and few headers: tag, number of records and next range are those of the answer it confirms. */
function confirming(own: RequestRecord, { etag, count, range }: RequestRecord): RequestRecord {
  const next = own.range.next ?? range.next
  return { ...own, etag: own.etag ?? etag, count, range: { ...own.range, next } }
}
