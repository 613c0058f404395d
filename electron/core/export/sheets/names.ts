import type { FrameworkId } from '../../../../shared/model/engagement.ts'

/** Names of the sheets that others link to. */
export const SHEET = {
  cover: 'Cover',
  completeness: 'Completeness',
  summary: 'Summary',
  findings: 'Findings',
  results: 'Check results',
  checks: 'Checks',
  policy: 'Policy',
  mapping: 'Mapping',
  register: 'Evidence',
  events: 'Audit events',
  archives: 'Archives',
  notRead: 'Not read',
  lists: 'Lists',
  endpoints: 'Endpoints',
  requests: 'Request log',
  leftOut: 'Fields left out',
  journal: 'Journal',
} as const

/** The sheet of each framework. */
export const FRAMEWORK_SHEET: Readonly<Record<FrameworkId, string>> = {
  'iso27001-2022': 'ISO 27001',
  'soc2-2017': 'SOC 2',
  'pci-dss-4.0.1': 'PCI DSS',
  hipaa: 'HIPAA',
}
