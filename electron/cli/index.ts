import type { Command } from './command.ts'
import { changes } from './commands/changes.ts'
import { check } from './commands/check.ts'
import { collect } from './commands/collect.ts'
import { connectionAdd } from './commands/connection-add.ts'
import { connectionList } from './commands/connection-list.ts'
import { connectionRemove } from './commands/connection-remove.ts'
import { connectionRename } from './commands/connection-rename.ts'
import { connectionTest } from './commands/connection-test.ts'
import { coverage } from './commands/coverage.ts'
import { demo } from './commands/demo.ts'
import { evidenceList } from './commands/evidence-list.ts'
import { evidenceShow } from './commands/evidence-show.ts'
import { exportWorkbook } from './commands/export-workbook.ts'
import { frameworks } from './commands/frameworks.ts'
import { heroku } from './commands/heroku.ts'
import { journal } from './commands/journal.ts'
import { lockerInfo } from './commands/locker-info.ts'
import { lockerNew } from './commands/locker-new.ts'
import { lockerRecover } from './commands/locker-recover.ts'
import { lockerRekey } from './commands/locker-rekey.ts'
import { lockerVerify } from './commands/locker-verify.ts'
import { search } from './commands/search.ts'

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
  check,
  frameworks,
  coverage,
  search,
  evidenceList,
  evidenceShow,
  exportWorkbook,
  journal,
  heroku,
]
