import { problem } from '../../../shared/errors.ts'
import type { AuditEvent, EventFilter } from '../../../shared/model/event.ts'
import { archivesOf } from './archives.ts'
import { canonicalJson, hex, sha256 } from './canonical.ts'
import type { ReadableDb } from './db.ts'
import { runsUpTo } from './events-runs.ts'
import { rowsFrom, select } from './events-window.ts'

/** Events as they were known when a collection ended, newest first: counted, pinned, and found by position. */
export interface EventPopulation {
  readonly count: number
  /**
   * SHA-256 of canonical JSON over the filter, the count and the head of the chain of archives: the chain pins
   * every event, so that nothing has to be hashed again.
   */
  readonly digest: string
  /** The event at a position from 0. Throws `wrong-use` past the end. */
  at(position: number): AuditEvent
}

/** The population of events that a filter lets through, as a collection knew them. */
export function eventPopulation(db: ReadableDb, collectionId: number, filter: EventFilter): EventPopulation {
  const selection = select(db, filter, runsUpTo(db, collectionId))
  const head = archivesOf(db).findLast((archive) => archive.collectionId <= collectionId)?.head ?? null
  const count = selection.total
  return {
    count,
    digest: hex(sha256(canonicalJson({ of: 'events', filter, count, head }))),
    at(position) {
      const [event] = rowsFrom(db, selection, position, 1)
      if (!event)
        throw problem('wrong-use', {
          what: `the population has no item ${position}`,
          remedy: `choose one from 0 to ${count - 1}`,
        })
      return event
    },
  }
}
