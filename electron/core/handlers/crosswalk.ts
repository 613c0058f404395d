import { SEEN } from '../../../shared/model/records/crosswalk-seen.ts'
import type { Act } from '../../../shared/model/work.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import { frameworks } from '../frameworks/index.ts'
import { crosswalkChanges, crosswalkRows } from '../frameworks/updates.ts'
import { keepRecords, recordOf } from '../store/records.ts'
import { type Deps, type Handlers, who } from './handler.ts'

function remember(deps: Deps, says: string): Act {
  const content = { appVersion: APP_VERSION, rows: crosswalkRows(frameworks()) }
  return keepRecords(deps.db, who(deps), says, [{ kind: 'crosswalk-seen', key: SEEN, content }])
}

/** Remembers the shipped suggestions before the first decision: what a later version changes can be told then. */
export function rememberCrosswalk(deps: Deps): void {
  if (recordOf(deps.db, 'crosswalk-seen', SEEN) === null) remember(deps, 'shipped suggestions remembered')
}

/** What a newer app ships otherwise than people of this locker have seen. */
export const crosswalkHandlers = {
  'mapping:updates'({ db }) {
    const seen = recordOf(db, 'crosswalk-seen', SEEN)
    return seen ? crosswalkChanges(seen.content.rows, crosswalkRows(frameworks())) : []
  },
  'mapping:updates-seen': (deps) => remember(deps, 'changed suggestions seen'),
} satisfies Partial<Handlers>
