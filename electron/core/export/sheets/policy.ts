import type { Policy } from '../../../../shared/model/policy.ts'
import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { prose } from './column.ts'
import { SHEET } from './names.ts'
import { moment } from './words.ts'

/** `invitationMaxAgeDays` as `Invitation max age days`. */
function words(key: string): string {
  const spaced = key.replace(/([A-Z]+)/g, ' $1').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function shown(value: Policy[keyof Policy]): string | number {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return value
  return value.length === 0 ? 'none' : value.join(', ')
}

/** The measures that the checks applied; null where the checks have not been run. */
export function policySheet(source: WorkbookSource): Sheet | null {
  const run = source.checkRun()
  if (run === null) return null
  return {
    name: SHEET.policy,
    title: 'Policy applied by the checks',
    about: 'Thresholds and choices that the checks applied',
    notes: [
      `What the organisation asks of itself, as the checks run at ${moment(run.at)} by ${run.actor} took it.`,
    ],
    columns: [prose('Measure', 50), prose('Value', 80)],
    *rows() {
      for (const [key, value] of Object.entries(run.policy)) yield { cells: [words(key), shown(value)] }
    },
  }
}
