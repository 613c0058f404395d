import { z } from 'zod'

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
  /** Pipeline stages whose apps count as production until a person tags apps. */
  productionStages: z.array(z.string()).default(['production']),
})

/** What an organisation asks of itself, as far as checks need a number or a choice. */
export type Policy = z.infer<typeof Policy>
