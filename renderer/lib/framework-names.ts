import type { FrameworkId, ShippedFrameworkId } from '../../shared/model/engagement.ts'

const NAMES: Readonly<Record<ShippedFrameworkId, readonly [name: string, short: string]>> = {
  'iso27001-2022': ['ISO/IEC 27001:2022', 'ISO 27001'],
  'soc2-2017': ['SOC 2 (TSC 2017, revised 2022)', 'SOC 2'],
  'pci-dss-4.0.1': ['PCI DSS 4.0.1', 'PCI DSS'],
  hipaa: ['HIPAA', 'HIPAA'],
  'iso27017-2015': ['ISO/IEC 27017:2015 (cloud additions)', 'ISO 27017'],
  'iso27018-2019': ['ISO/IEC 27018:2019 (personal data additions)', 'ISO 27018'],
  'csa-ccm-4.1.0': ['CSA CCM 4.1.0', 'CCM 4.1'],
  'csa-caiq-4.1.0': ['CSA CAIQ 4.1.0', 'CAIQ 4.1'],
  'csa-ccm-4.0.13': ['CSA CCM 4.0.13', 'CCM 4.0'],
  'csa-caiq-4.0.3': ['CSA CAIQ 4.0.3', 'CAIQ 4.0'],
  'hds-2.0': ['HDS 2.0 (French health data hosting)', 'HDS'],
}

function namesOf(id: FrameworkId): readonly [string, string] {
  const own = id.replace(/^own-/, '').replaceAll('-', ' ')
  return (NAMES as Readonly<Record<string, readonly [string, string]>>)[id] ?? [own, own]
}

/** What people call a framework; one of their own by its id. */
export function frameworkName(id: FrameworkId): string {
  return namesOf(id)[0]
}

/** The same where room is scarce. */
export function shortName(id: FrameworkId): string {
  return namesOf(id)[1]
}
