import { permissionChangesRequested } from './access-requests.ts'
import { accessReviewComplete, revocationsCarriedOut } from './access-reviews.ts'
import { plansFitTheData } from './addon-compliance.ts'
import { addonControlsOn, addonsAreAllowed } from './addon-controls.ts'
import { noOrphanedAddon, noWithdrawnPlan } from './addon-lifecycle.ts'
import { addonInAppRegion } from './addon-regions.ts'
import { inferenceIsApproved, vendorsAreAssured } from './addon-vendors.ts'
import { productionAppsLocked } from './app-locks.ts'
import { appsBelongToTeams, collaboratorsAreMembers } from './app-owners.ts'
import { stacksAreSupported, stackUpgradeIsDone } from './app-stacks.ts'
import { appsAreTagged } from './app-tags.ts'
import { transfersAreExplained } from './app-transfers.ts'
import { deployersAreApproved, spaceMembersAreApproved } from './approved-access.ts'
import { rangesAreRegistered, ruleChangesAreExplained } from './approved-ranges.ts'
import { dataStaysInRegion, spaceRegionsApproved } from './approved-regions.ts'
import { archivesAreComplete, archivesAreIntact } from './audit-archives.ts'
import { archivesAreHeld, daysAddUpToArchives } from './audit-holdings.ts'
import { authorizationsAreYoung, authorizationsExpire, noGlobalScope } from './authorizations.ts'
import { lastBackupSucceeded } from './backup-results.ts'
import { backupsScheduled } from './backup-schedules.ts'
import { buildpacksAreApproved, buildsNameTheirSource } from './builds.ts'
import { certificatesAreCaSigned, certificatesLastLonger } from './certificates.ts'
import { authorIsNotApprover, releasesHaveChangeRecord } from './change-tickets.ts'
import type { Check } from './check.ts'
import { testsPassedBefore } from './ci-results.ts'
import { codeIsPromoted } from './code-promotion.ts'
import { collectedReadOnly } from './collector-token.ts'
import { noDebugInProduction, secretsAreMasked } from './config-exposure.ts'
import { configChangesReviewed } from './config-reviews.ts'
import {
  connectIsHealthy,
  healthDataUsesShieldConnect,
  syncedObjectsApproved,
  writeBackApproved,
} from './connect.ts'
import { noCopiedCredential } from './copied-credentials.ts'
import { customerKeysUsed } from './customer-keys.ts'
import { identifiersInSpaces, regulatedAppsInShield } from './data-class-places.ts'
import { copiesApproved } from './data-copies.ts'
import { destroyedDataRecorded } from './data-destroyed.ts'
import { linksApproved } from './data-links.ts'
import { externalClientsUseMutualTls, privateLinksApproved } from './data-networks.ts'
import { noEntryLevelPlan } from './data-plans.ts'
import { kafkaRetentionBounded, keyValueStoresProtected, tierFitsData } from './data-tiers.ts'
import { maintenanceNotOverdue, versionsSupported } from './data-versions.ts'
import { credentialsRotated, namedCredentials } from './database-credentials.ts'
import { databasesLogChanges } from './database-logging.ts'
import { domainsHaveCertificate, noFailedAutomaticCertificate } from './domain-certificates.ts'
import { drainAddressHasNoSecret, drainsUseTls } from './drain-safety.ts'
import { driftIsExplained } from './drift.ts'
import { listsAreComplete, refusalsAreDisclosed } from './evidence-completeness.ts'
import { evidenceHasProvenance } from './evidence-provenance.ts'
import { noSecretStored } from './evidence-secrets.ts'
import { clockAgrees, evidenceInPeriod } from './evidence-timing.ts'
import { chainVerifies, controlsHaveEvidence, reviewerIsAnother, samplesRepeat } from './evidence-work.ts'
import { enterpriseMembersHaveMfa, noMfaExemption, teamMembersHaveMfa } from './identity-mfa.ts'
import { providerCertificateStrong, providerCertificateValid, singleSignOn } from './identity-provider.ts'
import { internalAppsAreInternal } from './internal-routing.ts'
import { leaversRemovedInTime, noLeaverHasAccess } from './leavers.ts'
import { noLocalPassword } from './local-passwords.ts'
import { appsHaveLogDestination, shieldSpacesDrainLogs } from './log-destinations.ts'
import { drainHostsAreApproved } from './log-hosts.ts'
import { mailDomainsApproved } from './mail-domains.ts'
import { managersAreLimited } from './manage-permission.ts'
import { oauthClientsAreApproved } from './oauth-clients.ts'
import { thirdPartiesRestricted } from './oauth-restriction.ts'
import { oneOffDynosExplained } from './one-off-dynos.ts'
import { telemetryIsSafe, webhooksAreSafe } from './outgoing-addresses.ts'
import { productionInPipeline } from './pipelines.ts'
import { databasesEncrypted, productionIsHighlyAvailable, rollbackAvailable } from './postgres-protection.ts'
import { failedReleasesFollowedUp, noReleaseGap } from './release-records.ts'
import { restoreTested } from './restore-tests.ts'
import { retentionSchemaClosed, retentionStoreClosed } from './retention-store.ts'
import { reviewAppsEnd, reviewAppsHaveNoProductionData } from './review-apps.ts'
import { reviewStageHasOwnSecrets } from './review-stage-secrets.ts'
import { rollbacksAreExplained } from './rollbacks.ts'
import { generationIsCertified, scopedAppsRunApart } from './scoped-runtime.ts'
import { secretsRotate } from './secret-rotation.ts'
import { deployAndManageApart, enterpriseDutiesApart } from './separation-of-duties.ts'
import { sessionsCanBeRecorded } from './session-recording.ts'
import { sessionsAreKnown, sessionsEndInTime } from './sessions.ts'
import { productionSharesNoSecret } from './shared-secrets.ts'
import { silentMembersReviewed } from './silent-members.ts'
import { peeringsAreApproved, vpnTunnelsAreUp } from './space-links.ts'
import { shieldSpacesAreNotMixed } from './space-neighbours.ts'
import { stableOutboundAddresses } from './space-outbound.ts'
import { rangesNotTooWide, spacesNotOpen } from './space-ranges.ts'
import { sshKeysAreStrong, sshKeysAreYoung } from './ssh-keys.ts'
import { teamAuthorizationsApproved } from './team-authorizations.ts'
import { defaultIsNotAdmin } from './team-default-permission.ts'
import { noStaleInvitation } from './team-invitations.ts'
import { noSharedMembers, numberOfAdmins } from './team-roles.ts'
import { ciphersReviewed, legacyTlsIsOff } from './tls-versions.ts'
import { riskyEventsExamined, trailReviewedMonthly } from './trail-reviews.ts'
import { appsAgreeWithUsage } from './usage-agreement.ts'
import {
  healthAndGovernmentScope,
  isoCertificatesValid,
  otherReportsFit,
  pciAttestationCurrent,
  pciMatrixComplete,
  physicalControlsCarried,
  privacyCertificationsCurrent,
} from './vendor-certificates.ts'
import { incidentsHaveNote, restrictedStaysHere, vendorCaiqMapped } from './vendor-register.ts'
import {
  bridgeFollowsReport,
  exceptionsAssessed,
  reportNamesServices,
  soc2CoversPeriod,
  userControlsAnswered,
} from './vendor-soc2.ts'
import {
  awsDocumentsOnFile,
  baaBeforeHealthData,
  incidentNoticeRecorded,
  penetrationTestCurrent,
  recoveryTargetsMet,
  sparcRecorded,
  subprocessorsReviewed,
} from './vendor-terms.ts'
import { productionHasTwoDynos } from './web-dynos.ts'

/** Every check, by group and number. A new one is a file and a line here. */
export const CHECKS: readonly Check[] = [
  teamMembersHaveMfa,
  enterpriseMembersHaveMfa,
  singleSignOn,
  noLocalPassword,
  providerCertificateValid,
  providerCertificateStrong,
  noMfaExemption,
  numberOfAdmins,
  noSharedMembers,
  mailDomainsApproved,
  noStaleInvitation,
  noLeaverHasAccess,
  leaversRemovedInTime,
  silentMembersReviewed,
  managersAreLimited,
  enterpriseDutiesApart,
  productionAppsLocked,
  defaultIsNotAdmin,
  deployersAreApproved,
  deployAndManageApart,
  collaboratorsAreMembers,
  appsBelongToTeams,
  permissionChangesRequested,
  spaceMembersAreApproved,
  accessReviewComplete,
  revocationsCarriedOut,
  transfersAreExplained,
  authorizationsExpire,
  noGlobalScope,
  authorizationsAreYoung,
  oauthClientsAreApproved,
  teamAuthorizationsApproved,
  thirdPartiesRestricted,
  sshKeysAreStrong,
  sshKeysAreYoung,
  collectedReadOnly,
  sessionsEndInTime,
  sessionsAreKnown,
  secretsRotate,
  productionSharesNoSecret,
  configChangesReviewed,
  noCopiedCredential,
  secretsAreMasked,
  reviewStageHasOwnSecrets,
  noDebugInProduction,
  addonControlsOn,
  addonsAreAllowed,
  plansFitTheData,
  vendorsAreAssured,
  noWithdrawnPlan,
  addonInAppRegion,
  noEntryLevelPlan,
  noOrphanedAddon,
  inferenceIsApproved,
  productionInPipeline,
  codeIsPromoted,
  testsPassedBefore,
  authorIsNotApprover,
  releasesHaveChangeRecord,
  noReleaseGap,
  failedReleasesFollowedUp,
  rollbacksAreExplained,
  reviewAppsEnd,
  reviewAppsHaveNoProductionData,
  buildpacksAreApproved,
  buildsNameTheirSource,
  oneOffDynosExplained,
  appsHaveLogDestination,
  drainsUseTls,
  drainAddressHasNoSecret,
  drainHostsAreApproved,
  shieldSpacesDrainLogs,
  sessionsCanBeRecorded,
  archivesAreComplete,
  archivesAreIntact,
  archivesAreHeld,
  daysAddUpToArchives,
  trailReviewedMonthly,
  riskyEventsExamined,
  databasesLogChanges,
  telemetryIsSafe,
  webhooksAreSafe,
  spacesNotOpen,
  rangesNotTooWide,
  rangesAreRegistered,
  ruleChangesAreExplained,
  regulatedAppsInShield,
  identifiersInSpaces,
  shieldSpacesAreNotMixed,
  stableOutboundAddresses,
  vpnTunnelsAreUp,
  peeringsAreApproved,
  internalAppsAreInternal,
  spaceRegionsApproved,
  privateLinksApproved,
  externalClientsUseMutualTls,
  domainsHaveCertificate,
  certificatesLastLonger,
  certificatesAreCaSigned,
  noFailedAutomaticCertificate,
  legacyTlsIsOff,
  ciphersReviewed,
  databasesEncrypted,
  productionIsHighlyAvailable,
  rollbackAvailable,
  backupsScheduled,
  lastBackupSucceeded,
  restoreTested,
  namedCredentials,
  credentialsRotated,
  tierFitsData,
  versionsSupported,
  maintenanceNotOverdue,
  keyValueStoresProtected,
  kafkaRetentionBounded,
  customerKeysUsed,
  linksApproved,
  copiesApproved,
  destroyedDataRecorded,
  healthDataUsesShieldConnect,
  syncedObjectsApproved,
  writeBackApproved,
  connectIsHealthy,
  retentionStoreClosed,
  retentionSchemaClosed,
  dataStaysInRegion,
  stacksAreSupported,
  stackUpgradeIsDone,
  scopedAppsRunApart,
  productionHasTwoDynos,
  generationIsCertified,
  appsAgreeWithUsage,
  appsAreTagged,
  driftIsExplained,
  soc2CoversPeriod,
  bridgeFollowsReport,
  reportNamesServices,
  exceptionsAssessed,
  userControlsAnswered,
  isoCertificatesValid,
  pciAttestationCurrent,
  pciMatrixComplete,
  baaBeforeHealthData,
  subprocessorsReviewed,
  awsDocumentsOnFile,
  sparcRecorded,
  penetrationTestCurrent,
  healthAndGovernmentScope,
  restrictedStaysHere,
  incidentsHaveNote,
  otherReportsFit,
  recoveryTargetsMet,
  incidentNoticeRecorded,
  physicalControlsCarried,
  privacyCertificationsCurrent,
  vendorCaiqMapped,
  evidenceHasProvenance,
  listsAreComplete,
  noSecretStored,
  chainVerifies,
  evidenceInPeriod,
  clockAgrees,
  refusalsAreDisclosed,
  controlsHaveEvidence,
  reviewerIsAnother,
  samplesRepeat,
]
