import type { Policy } from '../../../shared/model/policy.ts'

type NumberField = { [K in keyof Policy]: Policy[K] extends number ? K : never }[keyof Policy]

/** The numbers of the policy that a person sets, in the order of the screen. */
export const POLICY_FIELDS: readonly {
  readonly field: NumberField
  readonly label: string
  readonly unit: string
  readonly min: number
  readonly max: number
}[] = [
  { field: 'adminsMin', label: 'Fewest admins of a team', unit: '', min: 1, max: 100 },
  { field: 'adminsMax', label: 'Most admins of a team', unit: '', min: 1, max: 1000 },
  { field: 'invitationMaxAgeDays', label: 'Invitations may wait', unit: 'days', min: 1, max: 3650 },
  { field: 'authorizationMaxAgeDays', label: 'Tokens may be in use', unit: 'days', min: 1, max: 3650 },
  { field: 'sshKeyMaxAgeDays', label: 'SSH keys may be in use', unit: 'days', min: 1, max: 3650 },
  { field: 'secretRotationDays', label: 'Secrets change every', unit: 'days', min: 1, max: 3650 },
  {
    field: 'identityProviderCertificateDays',
    label: 'Identity provider certificate lasts',
    unit: 'days',
    min: 1,
    max: 3650,
  },
  { field: 'certificateDays', label: 'Uploaded certificates last', unit: 'days', min: 1, max: 3650 },
  { field: 'acmCertificateDays', label: 'Managed certificates last', unit: 'days', min: 1, max: 3650 },
  { field: 'reviewAppStaleDays', label: 'Review apps end after', unit: 'days', min: 1, max: 3650 },
  { field: 'trustedIpMinPrefixV4', label: 'Widest trusted IPv4 range', unit: 'bits', min: 0, max: 32 },
  { field: 'trustedIpMinPrefixV6', label: 'Widest trusted IPv6 range', unit: 'bits', min: 0, max: 128 },
  { field: 'backupMaxAgeHours', label: 'Last backup at most', unit: 'hours ago', min: 1, max: 10_000 },
  { field: 'restoreTestMonths', label: 'Restore tested within', unit: 'months', min: 1, max: 120 },
  { field: 'archiveGigabytesMax', label: 'Audit archive unpacks to at most', unit: 'GB', min: 1, max: 1000 },
  { field: 'clockToleranceSeconds', label: 'Clock may differ by', unit: 'seconds', min: 1, max: 86_400 },
]
