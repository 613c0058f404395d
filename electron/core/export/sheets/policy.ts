import type { Policy } from '../../../../shared/model/policy.ts'
import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { prose } from './column.ts'
import { SHEET } from './names.ts'
import { moment } from './words.ts'

const SHORT: Readonly<Record<string, string>> = {
  acm: 'ACM',
  sso: 'SSO',
  ssh: 'SSH',
  ip: 'IP',
  v4: 'IPv4',
  v6: 'IPv6',
}

/** `sshKeyMaxAgeDays` as `SSH key max age days`. */
function words(key: string): string {
  const parts = key
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(' ')
  const spaced = parts.map((part) => SHORT[part] ?? part).join(' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function shown(value: Policy[keyof Policy]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (value === null) return 'none'
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
    columns: [prose('Measure', 44), prose('Value', 90)],
    *rows() {
      for (const [key, value] of Object.entries(run.policy)) yield { cells: [words(key), shown(value)] }
    },
  }
}
