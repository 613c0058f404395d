import type { ReviewKind } from '../../../shared/model/records/document-review.ts'

/** What people call each kind of vendor document. */
export const KIND_NAMES: Readonly<Record<ReviewKind, string>> = {
  'soc2-report': 'SOC 2 report',
  'soc1-report': 'SOC 1 report',
  'soc3-report': 'SOC 3 report',
  'bridge-letter': 'Bridge letter',
  'iso-certificate': 'ISO certificate',
  'pci-aoc': 'PCI attestation of compliance',
  'pci-responsibility-matrix': 'PCI responsibility matrix',
  baa: 'Business associate agreement',
  'penetration-test': 'Penetration test',
  sparc: 'Security, privacy and architecture',
  subprocessors: 'Sub-processors',
  'aws-assurance': 'Assurance of AWS',
  'hds-certificate': 'HDS certificate',
  'ismap-registration': 'ISMAP registration',
  'privacy-certificate': 'Privacy certification',
  'dr-statement': 'Recovery statement',
  'incident-terms': 'Terms on incidents',
  'data-return-terms': 'Terms on return and deletion',
  'vendor-caiq': 'CAIQ of the vendor',
  runbook: 'Security runbook',
  'contract-extract': 'Extract of a contract',
}
