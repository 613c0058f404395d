import type { EventFilter } from '../../../shared/model/event.ts'
import { countBits } from '../events/postings.ts'
import type { MonthOfType } from './archives.ts'
import { query, type ReadableDb } from './db.ts'
import { matching } from './events-match.ts'
import { planOf } from './events-plan.ts'
import { runsOf } from './events-runs.ts'
import { boundsOf, walkEvents } from './events-walk.ts'

const WALK = { newestFirst: true, after: null, rowsAtOnce: 1000 } as const

/** How many events the locker holds, or how many of them a filter lets through: counted in the index. */
export function countEvents(db: ReadableDb, filter: EventFilter = {}): number {
  const plan = planOf(filter)
  if (plan.whole.length > 0) return walkEvents(db, plan, WALK).reduce((count) => count + 1, 0)
  return runsOf(db).reduce((sum, run) => {
    const [from, to] = boundsOf(db, run, plan, WALK)
    if (plan.wanted.length === 0) return sum + Math.max(0, to - from)
    const bits = matching(db, run, plan, [from, to])
    return sum + (bits === null ? 0 : countBits(bits))
  }, 0)
}

/** Events by month and type, oldest month first: counts that are kept with each archive, not counted anew. */
export function eventHistogram(db: ReadableDb): readonly MonthOfType[] {
  return query<[], MonthOfType>(
    db,
    'select month, type, sum(events) as events from event_count group by month, type order by month, type',
  ).all()
}
