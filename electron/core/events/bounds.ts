import { Damaged, TooLarge } from './damaged.ts'
import type { Limits } from './limits.ts'

/** What an archive may hold, looked at while it is unpacked and read; each throws `Damaged` past its bound. */
export interface Bounds {
  /** So many bytes are unpacked, of which so many belong to events. */
  unpacked(bytes: number, ofEvents: number): void
  /** So many events are read, in so many bytes, of which so many repeat another one of their run. */
  read(events: number, bytes: number, repeated: number): void
}

/** Runs after which repeated events are looked at, however few bytes they have. */
const RUNS = 4
const MOST_REPEATED = 0.9

/**
 * Bounds for an archive of `size` packed bytes. No archive may unpack to more than a person allows. One that grows
 * more than archives usually do may still be one: its events are told at length. It is a gzip bomb where most of
 * what it unpacks to is no event, or where almost all events are the same one: deflate sees back 32 KB, so that
 * what it packs so small repeats itself within a run.
 */
export function boundsOf(size: number, limits: Limits): Bounds {
  const usual = limits.freeBytes + limits.ratio * size
  return {
    unpacked(bytes, ofEvents) {
      if (bytes > limits.mostBytes) throw new TooLarge(`unpacks to more than ${limits.mostBytes} bytes`)
      if (bytes > usual && ofEvents < bytes / 2)
        throw new Damaged(
          `is a gzip bomb: it unpacks from ${size} to more than ${bytes} bytes, which are mostly no events`,
        )
    },
    read(events, bytes, repeated) {
      const odd = bytes > usual || events > RUNS * limits.runEvents
      if (odd && repeated > MOST_REPEATED * events)
        throw new Damaged(
          `is a gzip bomb: it unpacks to the same events again and again, ${repeated} of the first ${events}`,
        )
    },
  }
}
