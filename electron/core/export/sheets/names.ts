import type { FrameworkId, ShippedFrameworkId } from '../../../../shared/model/engagement.ts'

/** Names of the sheets that others link to. */
export const SHEET = {
  cover: 'Cover',
  completeness: 'Completeness',
  summary: 'Summary',
  findings: 'Findings',
  results: 'Check results',
  period: 'Over the period',
  checks: 'Checks',
  policy: 'Policy',
  told: 'Scope and lists',
  attestations: 'Attestations',
  mapping: 'Mapping',
  conclusions: 'Conclusions',
  exceptions: 'Accepted exceptions',
  samples: 'Samples',
  sampleItems: 'Sample items',
  legend: 'Testing legend',
  marks: 'Tickmarks',
  clientRequests: 'Client requests',
  peoplesFindings: 'Reported findings',
  notes: 'Notes',
  accessReviews: 'Access reviews',
  trailReviews: 'Trail reviews',
  vendorDocuments: 'Vendor documents',
  inherited: 'Inherited controls',
  changes: 'Changes',
  register: 'Evidence',
  events: 'Audit events',
  archives: 'Archives',
  timeline: 'Substitute timeline',
  notRead: 'Not read',
  lists: 'Lists',
  endpoints: 'Endpoints',
  requests: 'Request log',
  leftOut: 'Fields left out',
  journal: 'Journal',
} as const

const FRAMEWORK_SHEETS: Readonly<Record<ShippedFrameworkId, string>> = {
  'iso27001-2022': 'ISO 27001',
  'soc2-2017': 'SOC 2',
  'pci-dss-4.0.1': 'PCI DSS',
  hipaa: 'HIPAA',
  'iso27017-2015': 'ISO 27017',
  'iso27018-2019': 'ISO 27018',
  'csa-ccm-4.1.0': 'CSA CCM 4.1',
  'csa-caiq-4.1.0': 'CSA CAIQ 4.1',
  'csa-ccm-4.0.13': 'CSA CCM 4.0',
  'csa-caiq-4.0.3': 'CSA CAIQ 4.0',
  'hds-2.0': 'HDS',
}

/** The sheet of a framework; one of a person's own goes by its id, within the 31 characters that Excel allows. */
export function frameworkSheetName(id: FrameworkId): string {
  return (FRAMEWORK_SHEETS as Readonly<Record<string, string>>)[id] ?? id.slice(0, 31)
}
