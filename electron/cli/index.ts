import type { Command } from './command.ts'
import { ACCESS_REVIEW } from './commands/access-review.ts'
import { attestationAdd } from './commands/attestation-add.ts'
import { attestationKinds } from './commands/attestation-kinds.ts'
import { attestationList } from './commands/attestation-list.ts'
import { attestationWithdraw } from './commands/attestation-withdraw.ts'
import { changes } from './commands/changes.ts'
import { check } from './commands/check.ts'
import { checks } from './commands/checks.ts'
import { collect } from './commands/collect.ts'
import { CONCLUSION } from './commands/conclusion.ts'
import { connectionAdd } from './commands/connection-add.ts'
import { connectionList } from './commands/connection-list.ts'
import { connectionRemove } from './commands/connection-remove.ts'
import { connectionRename } from './commands/connection-rename.ts'
import { connectionTest } from './commands/connection-test.ts'
import { controlShow } from './commands/control-show.ts'
import { coverage } from './commands/coverage.ts'
import { demo } from './commands/demo.ts'
import { DOCUMENT } from './commands/document.ts'
import { events } from './commands/events.ts'
import { evidenceList } from './commands/evidence-list.ts'
import { evidenceShow } from './commands/evidence-show.ts'
import { EXCEPTION } from './commands/exception.ts'
import { exportWorkbook } from './commands/export-workbook.ts'
import { FINDING } from './commands/finding.ts'
import { FRAMEWORK } from './commands/framework.ts'
import { frameworks } from './commands/frameworks.ts'
import { heroku } from './commands/heroku.ts'
import { inheritedList } from './commands/inherited-list.ts'
import { journal } from './commands/journal.ts'
import { listImport } from './commands/list-import.ts'
import { listKinds } from './commands/list-kinds.ts'
import { listRemove } from './commands/list-remove.ts'
import { listShow } from './commands/list-show.ts'
import { listTemplate } from './commands/list-template.ts'
import { lockerInfo } from './commands/locker-info.ts'
import { lockerNew } from './commands/locker-new.ts'
import { lockerRecover } from './commands/locker-recover.ts'
import { lockerRekey } from './commands/locker-rekey.ts'
import { lockerVerify } from './commands/locker-verify.ts'
import { MAPPING } from './commands/mapping.ts'
import { NOTE } from './commands/note.ts'
import { POLICY } from './commands/policy.ts'
import { registerList } from './commands/register-list.ts'
import { REQUEST } from './commands/request.ts'
import { RESULT } from './commands/result.ts'
import { SAMPLE } from './commands/sample.ts'
import { scopeImport } from './commands/scope-import.ts'
import { scopeProposals } from './commands/scope-proposals.ts'
import { scopeSet } from './commands/scope-set.ts'
import { scopeShow } from './commands/scope-show.ts'
import { scopeTag } from './commands/scope-tag.ts'
import { scopeTags } from './commands/scope-tags.ts'
import { search } from './commands/search.ts'
import { TICKMARK } from './commands/tickmark.ts'
import { TRAIL_REVIEW } from './commands/trail-review.ts'
import { undo } from './commands/undo.ts'

/** Every command, in the order that help shows them. */
export const COMMANDS: readonly Command[] = [
  demo,
  connectionAdd,
  connectionTest,
  connectionList,
  connectionRename,
  connectionRemove,
  lockerNew,
  lockerInfo,
  lockerVerify,
  lockerRekey,
  lockerRecover,
  collect,
  changes,
  scopeShow,
  scopeSet,
  scopeTags,
  scopeTag,
  scopeImport,
  scopeProposals,
  listKinds,
  listTemplate,
  listImport,
  listShow,
  listRemove,
  attestationKinds,
  attestationAdd,
  attestationList,
  attestationWithdraw,
  undo,
  check,
  checks,
  ...RESULT,
  ...POLICY,
  frameworks,
  ...FRAMEWORK,
  ...MAPPING,
  controlShow,
  ...CONCLUSION,
  ...EXCEPTION,
  ...SAMPLE,
  ...TICKMARK,
  ...REQUEST,
  ...NOTE,
  ...FINDING,
  ...TRAIL_REVIEW,
  ...ACCESS_REVIEW,
  ...DOCUMENT,
  registerList,
  inheritedList,
  coverage,
  search,
  evidenceList,
  evidenceShow,
  events,
  exportWorkbook,
  journal,
  heroku,
]
