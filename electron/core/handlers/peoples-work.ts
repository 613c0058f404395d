import type { Day } from '../../../shared/model/json.ts'
import type { PeoplesWork } from '../export/workbook-source.ts'
import { conclusionsOf } from '../store/conclusions.ts'
import type { ReadableDb } from '../store/db.ts'
import { acceptedExceptions } from '../store/exceptions.ts'
import { recordsOf } from '../store/records.ts'
import { detailOf } from './access-review.ts'
import { periodOfChecks } from './check-period.ts'
import { standingConclusions } from './conclusion-basis.ts'
import { chosenFrameworks } from './framework-catalog.ts'
import { mappings } from './mapping.ts'
import { inherited } from './register.ts'

/** What people decided and signed, for the workbook: the same that the faces show. */
export function peoplesWork(db: ReadableDb, today: Day): PeoplesWork {
  return {
    mappings: (framework) => mappings(db, framework),
    conclusions: () =>
      chosenFrameworks(db).flatMap((id) => standingConclusions(db, id, conclusionsOf(db, id))),
    exceptions: () => acceptedExceptions(db),
    accessReviews: () => recordsOf(db, 'access-review').map(({ key }) => detailOf(db, key)),
    inherited: () => inherited(db),
    period: () => periodOfChecks(db, today),
  }
}
