import { z } from 'zod'
import { DataClass } from './records/data-class.ts'

/**
 * What an organisation asks of itself, as far as checks need a number or a choice. Days, counts and prefix
 * lengths; the defaults are this project's own and every one of them is printed with the results.
 */
export const Policy = z.object({
  ssoRequired: z.boolean().default(true),
  adminsMin: z.int().min(1).default(2),
  adminsMax: z.int().min(1).default(5),
  invitationMaxAgeDays: z.int().min(1).default(14),
  authorizationMaxAgeDays: z.int().min(1).default(365),
  sshKeyMaxAgeDays: z.int().min(1).default(365),
  secretRotationDays: z.int().min(1).default(90),
  identityProviderCertificateDays: z.int().min(1).default(30),
  certificateDays: z.int().min(1).default(30),
  acmCertificateDays: z.int().min(1).default(14),
  reviewAppStaleDays: z.int().min(1).default(14),
  trustedIpMinPrefixV4: z.int().min(0).max(32).default(24),
  trustedIpMinPrefixV6: z.int().min(0).max(128).default(56),
  backupMaxAgeHours: z.int().min(1).default(48),
  restoreTestMonths: z.int().min(1).default(12),
  clockToleranceSeconds: z.int().min(1).default(60),
  /** How long a domain may wait for its automatic certificate before that counts as a failure. */
  certificatePendingHours: z.int().min(1).default(24),
  backupRetainWeeks: z.int().min(0).default(1),
  /** Continuous protection (physical backups) is accepted in place of scheduled logical backups. */
  continuousProtectionReplacesBackups: z.boolean().default(false),
  webDynosMin: z.int().min(1).default(2),
  /** Classes of data that have to be encrypted with a key of the organisation's own. */
  customerKeyClasses: z.array(DataClass).default([]),
  /** Partners let only known addresses in, so that apps in spaces need stable outbound addresses. */
  partnersFilterByAddress: z.boolean().default(true),
  /** Pipeline stages whose apps count as production until a person tags apps. */
  productionStages: z.array(z.string()).default(['production']),
  /** Add-on services that hold data, as their names read in an add-on's plan. */
  dataServices: z.array(z.string()).default(['heroku-postgresql', 'heroku-redis', 'heroku-kafka']),
  /** First words of data plans that are too small for production. */
  entryLevelPlans: z
    .array(z.string())
    .default(['essential', 'mini', 'hobby', 'basic', 'dev', 'nano', 'free', 'sandbox', 'trial', 'test']),
  /** Words that make a mailbox look shared rather than a person's. */
  genericMailboxWords: z
    .array(z.string())
    .default([
      'admin',
      'administrator',
      'dev',
      'developers',
      'devops',
      'team',
      'ops',
      'operations',
      'shared',
      'mailbox',
      'ci',
      'cd',
      'deploy',
      'deployer',
      'bot',
      'robot',
      'root',
      'info',
      'support',
      'service',
      'svc',
      'heroku',
      'it',
    ]),
  /** Days after the last one until a leaver's rights have to be gone. */
  leaverRemovalDays: z.int().min(0).default(1),
  /** Days without any recorded activity after which a member is looked at. */
  silentMemberDays: z.int().min(1).default(90),
  /** People who may hold the manage permission of an enterprise account. */
  enterpriseManagersMax: z.int().min(1).default(5),
  /** Days between a request for a right and its granting that still belong together. */
  requestMatchDays: z.int().min(0).default(7),
  /** Share of the account's allowance of requests that a collection leaves to the organisation's own tools. */
  requestReservePercent: z.int().min(0).max(90).default(25),
  /** Gigabytes that the audit archive of a month may unpack to; a larger one is disclosed and not taken over. */
  archiveGigabytesMax: z.number().min(0.01).max(1000).default(20),
  /** Minutes of idleness after which a person has to sign in again; 15 is what PCI DSS asks for. */
  signInAgainMinutes: z.number().min(1).default(15),
  /** Months of the audit trail in a row that have to be held; 12 is what PCI DSS asks for. */
  auditTrailMonths: z.int().min(1).default(12),
  /** Buildpacks accepted beside Heroku's own: names such as `acme/nginx`, or the start of an address. */
  approvedBuildpacks: z.array(z.string()).default([]),
  /** Own recovery targets in hours: time until the service is back, and time of data that may be lost. Null: none set. */
  ownRestoreHours: z.number().min(0).nullable().default(null),
  ownLossHours: z.number().min(0).nullable().default(null),
})

/** What an organisation asks of itself, as far as checks need a number or a choice. */
export type Policy = z.infer<typeof Policy>
