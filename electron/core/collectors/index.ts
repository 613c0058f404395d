import { addonControls, allowedServices } from './addon-allowlist.ts'
import { addonAttachments, addonInventory } from './addon-inventory.ts'
import { apiSessions } from './api-sessions.ts'
import { appCollaborators, spaceMembers, teamDefaultPermission } from './app-collaborators-permissions.ts'
import { appInventory } from './app-inventory.ts'
import { appLock } from './app-lock.ts'
import { appTransfers } from './app-transfers.ts'
import { webhookDeliveries, webhookEvents, webhooks } from './app-webhooks.ts'
import { teamInvoices, teamLicenses } from './bills.ts'
import { buildpacks, builds } from './builds-slugs.ts'
import { customerKeys } from './byok.ts'
import { availableGenerations, availableSizes, availableStacks, pipelineStack } from './choices.ts'
import { ciTestRuns } from './ci-test-runs.ts'
import type { AnyCollector } from './collector.ts'
import { configVarRotation } from './config-var-rotation.ts'
import { configVarsInventory } from './config-vars-inventory.ts'
import { connectionPooling, databaseLabs, databaseQuotas, maintenanceWords } from './data-service-features.ts'
import {
  appMaintenances,
  maintenanceHistory,
  maintenanceWindow,
  serviceVersions,
} from './data-service-versions.ts'
import { certificates, domains } from './domains-acm-certificates.ts'
import { dynoSizes, formation } from './dyno-tier.ts'
import { enterpriseAccountPermissions } from './enterprise-account-permissions.ts'
import { enterpriseTeams, teamAddons } from './evidence-package-integrity.ts'
import { herokuConnect } from './heroku-connect.ts'
import { internalRouting } from './internal-routing.ts'
import { kafkaClusters, kafkaConsumerGroups, kafkaIpRules, kafkaTopics } from './kafka.ts'
import { keyValueSettings, keyValueStores } from './key-value-store.ts'
import { dynos } from './keystroke-logging.ts'
import { appDrains, spaceDrain } from './log-drains.ts'
import { accountMfa, enterpriseMemberMfa, teamMemberMfa } from './member-mfa.ts'
import { monitors } from './monitors.ts'
import { enhancedCertificates, mutualTls } from './mtls.ts'
import { oauthAuthorizations } from './oauth-authorizations.ts'
import { oauthClients, teamAuthorizations } from './oauth-clients.ts'
import { latestBuilds, latestDeployments, latestReleases } from './pipeline-latest.ts'
import { pipelineCouplings, pipelines } from './pipelines-promotions.ts'
import { planComplianceFlags } from './plan-compliance-flags.ts'
import { accountDelinquency, teamDelinquency } from './platform-incidents.ts'
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
import { releasedImage, releasedSlug } from './released-builds.ts'
import { releases } from './releases.ts'
import { appRepository, pipelineRepository } from './repositories.ts'
import { reviewApps } from './review-apps.ts'
import { servicePlans } from './service-plans.ts'
import { spaceHosts, spaceTopology } from './space-contents.ts'
import { spaceDynos } from './space-dynos.ts'
import { spaceIsolation } from './space-isolation.ts'
import { spaceLogging } from './space-logging.ts'
import { spaceOutboundIps } from './space-outbound-ips.ts'
import { spacePeering } from './space-peering.ts'
import { spaceTrustedIps } from './space-trusted-ips.ts'
import { spaceVpn } from './space-vpn.ts'
import { sshKeys } from './ssh-keys.ts'
import { enterpriseProvider, ssoOwners, teamProvider } from './sso-identity-provider.ts'
import { appStacks, generations, stacks } from './stack-eol.ts'
import { teamInvitations } from './team-invitations.ts'
import { teamMembersRoles } from './team-members-roles.ts'
import { permissionNames, teamMatrix } from './team-permissions.ts'
import { teamSpaces } from './team-spaces.ts'
import { appTelemetry, spaceTelemetry } from './telemetry-drains.ts'
import { accountFeatures, appFeatures, commonAppFeatures, teamFeatures } from './tls-version-ciphers.ts'
import { enterpriseDays, enterpriseMonths, teamUsage } from './usage.ts'

/** Every collector, in the order in which one subject is read. A new one is a file and a line here. */
export const COLLECTORS: readonly AnyCollector[] = [
  accountMfa,
  oauthAuthorizations,
  sshKeys,
  oauthClients,
  apiSessions,
  appTransfers,
  accountFeatures,
  accountDelinquency,
  ssoOwners,
  appInventory,
  internalRouting,
  appStacks,
  stacks,
  generations,
  spaceIsolation,
  addonInventory,
  planComplianceFlags,
  servicePlans,
  addonAttachments,
  herokuConnect,
  pipelines,
  pipelineCouplings,
  permissionNames,
  regions,
  placements,
  dynoSizes,
  enterpriseProvider,
  enterpriseAccountPermissions,
  enterpriseMemberMfa,
  enterpriseTeams,
  enterpriseMonths,
  enterpriseDays,
  teamProvider,
  teamMembersRoles,
  teamMemberMfa,
  teamInvitations,
  teamDefaultPermission,
  addonControls,
  allowedServices,
  teamMatrix,
  teamAddons,
  teamSpaces,
  teamAuthorizations,
  teamUsage,
  teamFeatures,
  teamInvoices,
  teamLicenses,
  teamDelinquency,
  availableGenerations,
  appLock,
  spaceMembers,
  spaceTrustedIps,
  spaceOutboundIps,
  spaceDrain,
  spaceLogging,
  spacePeering,
  spaceVpn,
  spaceDynos,
  spaceTopology,
  spaceHosts,
  spaceTelemetry,
  reviewApps,
  ciTestRuns,
  latestReleases,
  latestDeployments,
  latestBuilds,
  pipelineRepository,
  pipelineStack,
  appCollaborators,
  configVarsInventory,
  configVarRotation,
  releases,
  builds,
  releasedSlug,
  releasedImage,
  buildpacks,
  domains,
  certificates,
  formation,
  monitors,
  dynos,
  appFeatures,
  commonAppFeatures,
  webhooks,
  webhookDeliveries,
  webhookEvents,
  appRepository,
  availableStacks,
  availableSizes,
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
