import { addonControls, allowedServices } from './addon-allowlist.ts'
import { addonAttachments, addonInventory } from './addon-inventory.ts'
import { appCollaborators, spaceMembers, teamDefaultPermission } from './app-collaborators-permissions.ts'
import { appInventory } from './app-inventory.ts'
import { appLock } from './app-lock.ts'
import { buildpacks, builds } from './builds-slugs.ts'
import type { AnyCollector } from './collector.ts'
import { configVarRotation } from './config-var-rotation.ts'
import { configVarsInventory } from './config-vars-inventory.ts'
import { customerKeys } from './byok.ts'
import { certificates, domains } from './domains-acm-certificates.ts'
import { connectionPooling, databaseLabs, databaseQuotas, maintenanceWords } from './data-service-features.ts'
import { appMaintenances, maintenanceHistory, maintenanceWindow, serviceVersions } from './data-service-versions.ts'
import { dynoSizes, formation } from './dyno-tier.ts'
import { enterpriseAccountPermissions } from './enterprise-account-permissions.ts'
import { appDrains, appTelemetry, spaceDrain, spaceTelemetry } from './log-drains.ts'
import { herokuConnect } from './heroku-connect.ts'
import { kafkaClusters, kafkaConsumerGroups, kafkaIpRules, kafkaTopics } from './kafka.ts'
import { keyValueSettings, keyValueStores } from './key-value-store.ts'
import { accountMfa, enterpriseMemberMfa, teamMemberMfa } from './member-mfa.ts'
import { enhancedCertificates, mutualTls } from './mtls.ts'
import { oauthAuthorizations } from './oauth-authorizations.ts'
import { pipelineCouplings, pipelines } from './pipelines-promotions.ts'
import { planComplianceFlags } from './plan-compliance-flags.ts'
import { backupSchedules, backupTransfers } from './postgres-backups.ts'
import { postgresCredentials } from './postgres-credentials.ts'
import { postgresEncryption } from './postgres-encryption-at-rest.ts'
import { postgresAvailability } from './postgres-high-availability.ts'
import {
  changeStreams,
  databaseFollowers,
  databaseLineage,
  databaseLinks,
} from './postgres-links-dataclips.ts'
import { postgresLoggingSettings } from './postgres-logging-settings.ts'
import { postgresRollback } from './postgres-rollback.ts'
import { privateLinks } from './privatelink.ts'
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
  herokuConnect,
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
  appMaintenances,
  postgresEncryption,
  postgresAvailability,
  postgresRollback,
  backupSchedules,
  databasePlacement,
  serviceVersions,
  databaseLineage,
  customerKeys,
  postgresCredentials,
  postgresLoggingSettings,
  keyValueStores,
  keyValueSettings,
  kafkaClusters,
  kafkaTopics,
  kafkaIpRules,
  kafkaConsumerGroups,
  mutualTls,
  enhancedCertificates,
  privateLinks,
  maintenanceHistory,
  maintenanceWindow,
  databaseFollowers,
  databaseLinks,
  changeStreams,
  connectionPooling,
  databaseLabs,
  databaseQuotas,
  maintenanceWords,
]
