import { accessReviewHandlers } from './access-review.ts'
import { attestationHandlers } from './attestation.ts'
import { changesHandlers } from './changes.ts'
import { checkHandlers } from './check.ts'
import { checkPeriodHandlers } from './check-period.ts'
import { collectionHandlers } from './collection.ts'
import { collectionPlanHandlers } from './collection-plan.ts'
import { conclusionHandlers } from './conclusion.ts'
import { crosswalkHandlers } from './crosswalk.ts'
import { documentHandlers } from './document.ts'
import { eventHandlers } from './event.ts'
import { evidenceHandlers } from './evidence.ts'
import { exportHandlers } from './export.ts'
import { frameworkHandlers } from './framework.ts'
import { frameworkImportHandlers } from './framework-import.ts'
import type { Handlers } from './handler.ts'
import { journalHandlers } from './journal.ts'
import { listHandlers } from './lists.ts'
import { lockerHandlers } from './locker.ts'
import { mappingHandlers } from './mapping.ts'
import { overviewHandlers } from './overview.ts'
import { registerHandlers } from './register.ts'
import { requestTableHandlers } from './request-table.ts'
import { sampleHandlers } from './sample.ts'
import { scopeHandlers } from './scope.ts'
import { searchHandlers } from './search.ts'
import { testingHandlers } from './testing.ts'
import { translationHandlers } from './translation.ts'
import { workHandlers } from './work.ts'

/** Every handler: the compiler fails where a line of the contract has none. */
export const HANDLERS = {
  ...scopeHandlers,
  ...listHandlers,
  ...attestationHandlers,
  ...lockerHandlers,
  ...journalHandlers,
  ...collectionHandlers,
  ...changesHandlers,
  ...collectionPlanHandlers,
  ...checkHandlers,
  ...checkPeriodHandlers,
  ...frameworkHandlers,
  ...evidenceHandlers,
  ...eventHandlers,
  ...searchHandlers,
  ...exportHandlers,
  ...workHandlers,
  ...conclusionHandlers,
  ...documentHandlers,
  ...mappingHandlers,
  ...crosswalkHandlers,
  ...translationHandlers,
  ...frameworkImportHandlers,
  ...requestTableHandlers,
  ...sampleHandlers,
  ...testingHandlers,
  ...registerHandlers,
  ...accessReviewHandlers,
  ...overviewHandlers,
} satisfies Handlers
