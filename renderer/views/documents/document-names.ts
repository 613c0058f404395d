import type { DocumentInfo } from '../../../shared/model/work.ts'

/** What people call each type of document. */
export const DOCUMENT_NAMES: Readonly<Record<DocumentInfo['type'], string>> = {
  'soc2-report': 'SOC 2 report',
  'bridge-letter': 'Bridge letter',
  'iso-certificate': 'ISO certificate',
  'pci-aoc': 'PCI attestation of compliance',
  baa: 'Business associate agreement',
  'penetration-test': 'Penetration test',
  'vendor-document': 'Other document of a vendor',
  policy: 'Policy',
  'access-review': 'Access review',
  screenshot: 'Screenshot',
  other: 'Other',
}
