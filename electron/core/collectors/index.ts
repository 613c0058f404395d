import { addonControls, allowedServices } from './addon-allowlist.ts'
import { addonAttachments, addonInventory } from './addon-inventory.ts'
import { appCollaborators, spaceMembers, teamDefaultPermission } from './app-collaborators-permissions.ts'
import { appInventory } from './app-inventory.ts'
import { appLock } from './app-lock.ts'
import { buildpacks, builds } from './builds-slugs.ts'
import type { AnyCollector } from './collector.ts'
import { configVarRotation } from './config-var-rotation.ts'
import { configVarsInventory } from './config-vars-inventory.ts'
import { certificates, domains } from './domains-acm-certificates.ts'
import { dynoSizes, formation } from './dyno-tier.ts'
import { enterpriseAccountPermissions } from './enterprise-account-permissions.ts'
import { appDrains, appTelemetry, spaceDrain, spaceTelemetry } from './log-drains.ts'
import { accountMfa, enterpriseMemberMfa, teamMemberMfa } from './member-mfa.ts'
import { oauthAuthorizations } from './oauth-authorizations.ts'
import { pipelineCouplings, pipelines } from './pipelines-promotions.ts'
import { planComplianceFlags } from './plan-compliance-flags.ts'
import { backupSchedules, backupTransfers } from './postgres-backups.ts'
import { postgresEncryption } from './postgres-encryption-at-rest.ts'
import { postgresAvailability } from './postgres-high-availability.ts'
import { postgresRollback } from './postgres-rollback.ts'
import { databasePlacement, placements, regions } from './region-residency.ts'
import { releases } from './releases.ts'
import { reviewApps } from './review-apps.ts'
import { spaceIsolation } from './space-isolation.ts'
import { spaceOutboundIps } from './space-outbound-ips.ts'
import { spaceTrustedIps } from './space-trusted-ips.ts'
import { sshKeys } from './ssh-keys.ts'
import { enterpriseProvider, ssoOwners, teamProvider } from './sso-identity-provider.ts'
import { appStacks, stacks } from './stack-eol.ts'
import { teamInvitations } from './team-invitations.ts'
import { teamMembersRoles } from './team-members-roles.ts'

/** Every collector, in the order in which one subject is read. A new one is a file and a line here. */
export const COLLECTORS: readonly AnyCollector[] = [
  accountMfa,
  oauthAuthorizations,
  sshKeys,
  ssoOwners,
  appInventory,
  appStacks,
  stacks,
  spaceIsolation,
  addonInventory,
  planComplianceFlags,
  addonAttachments,
  pipelines,
  pipelineCouplings,
  regions,
  placements,
  dynoSizes,
  enterpriseProvider,
  enterpriseAccountPermissions,
  enterpriseMemberMfa,
  teamProvider,
  teamMembersRoles,
  teamMemberMfa,
  teamInvitations,
  teamDefaultPermission,
  addonControls,
  allowedServices,
  appLock,
  spaceMembers,
  spaceTrustedIps,
  spaceOutboundIps,
  spaceDrain,
  spaceTelemetry,
  reviewApps,
  appCollaborators,
  configVarsInventory,
  configVarRotation,
  releases,
  builds,
  buildpacks,
  domains,
  certificates,
  formation,
  appDrains,
  appTelemetry,
  backupTransfers,
  postgresEncryption,
  postgresAvailability,
  postgresRollback,
  backupSchedules,
  databasePlacement,
]
