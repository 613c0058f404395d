import type { FrameworkId } from '../../shared/model/engagement.ts'

/** What people call each framework. */
export const FRAMEWORK_NAMES: Readonly<Record<FrameworkId, string>> = {
  'iso27001-2022': 'ISO/IEC 27001:2022',
  'soc2-2017': 'SOC 2 (TSC 2017, revised 2022)',
  'pci-dss-4.0.1': 'PCI DSS 4.0.1',
  hipaa: 'HIPAA',
}

/** The same where room is scarce. */
export const SHORT_NAMES: Readonly<Record<FrameworkId, string>> = {
  'iso27001-2022': 'ISO 27001',
  'soc2-2017': 'SOC 2',
  'pci-dss-4.0.1': 'PCI DSS',
  hipaa: 'HIPAA',
}
