import type { AddonAllowlistContent, AddonInventoryContent, PlanContent } from './content/addons.ts'
import type {
  AppContent,
  AppLockContent,
  ConfigVarContent,
  ConfigVarRotationContent,
  DynoContent,
  RegionContent,
  StackContent,
  TlsContent,
} from './content/apps.ts'
import type { BuildContent, PipelineContent, ReleaseContent, ReviewAppsContent } from './content/change.ts'
import type {
  ArchiveContent,
  PostgresAvailabilityContent,
  PostgresBackupContent,
  PostgresEncryptionContent,
  PostgresRollbackContent,
} from './content/data.ts'
import type {
  CustomerKeyContent,
  MutualTlsContent,
  PostgresCredentialContent,
  PostgresLinkContent,
  PostgresSettingsContent,
  PrivateLinkContent,
} from './content/databases.ts'
import type { DriftContent } from './content/drift.ts'
import type {
  LogDestinationContent,
  SpaceContent,
  SpaceLoggingContent,
  SpaceNatContent,
  SpacePeeringContent,
  SpaceVpnContent,
  TrustedIpsContent,
} from './content/network.ts'
import type {
  AccessContent,
  AuthorizationContent,
  EnterpriseMemberContent,
  InvitationContent,
  MfaContent,
  SshKeyContent,
  SsoContent,
  TeamMemberContent,
} from './content/people.ts'
import type {
  AppTransferContent,
  DelinquencyContent,
  DynosContent,
  FeaturesContent,
  InternalRoutingContent,
  SecondSourceContent,
  SessionContent,
  TelemetryDrainContent,
  TestRunContent,
  WebhookContent,
} from './content/platform.ts'
import type { ReconciliationContent } from './content/reconciliation.ts'
import type {
  ConnectContent,
  KafkaContent,
  KeyValueContent,
  ServiceVersionContent,
} from './content/services.ts'
import type { AuditHoldingContent, RemovalContent } from './content/trail.ts'

export type * from './content/addons.ts'
export type * from './content/apps.ts'
export type * from './content/change.ts'
export type * from './content/data.ts'
export type * from './content/databases.ts'
export type * from './content/drift.ts'
export type * from './content/network.ts'
export type * from './content/people.ts'
export type * from './content/platform.ts'
export type * from './content/reconciliation.ts'
export type * from './content/refs.ts'
export type * from './content/services.ts'
export type * from './content/trail.ts'

/**
 * What an evidence item of each topic holds. Field names are Heroku's own, so that an auditor can compare an
 * item with the API; a topic that is fed by several endpoints tells them apart by `of`. Fields that Heroku may
 * leave out are nullable here: a collector turns "absent" into null. Nothing in here can be a secret.
 */
export interface ContentOf {
  'app-inventory': AppContent
  'app-lock': AppLockContent
  'team-members-roles': TeamMemberContent
  'member-mfa': MfaContent
  'sso-identity-provider': SsoContent
  'enterprise-account-permissions': EnterpriseMemberContent
  'team-invitations': InvitationContent
  'app-collaborators-permissions': AccessContent
  'oauth-authorizations': AuthorizationContent
  'ssh-keys': SshKeyContent
  'config-vars-inventory': ConfigVarContent
  'config-var-rotation': ConfigVarRotationContent
  'addon-inventory': AddonInventoryContent
  'addon-allowlist': AddonAllowlistContent
  'plan-compliance-flags': PlanContent
  releases: ReleaseContent
  'builds-slugs': BuildContent
  'pipelines-promotions': PipelineContent
  'review-apps': ReviewAppsContent
  'log-drains': LogDestinationContent
  'space-isolation': SpaceContent
  'space-trusted-ips': TrustedIpsContent
  'space-outbound-ips': SpaceNatContent
  'space-logging': SpaceLoggingContent
  'space-peering': SpacePeeringContent
  'space-vpn': SpaceVpnContent
  'domains-acm-certificates': TlsContent
  'stack-eol': StackContent
  'dyno-tier': DynoContent
  'region-residency': RegionContent
  'postgres-encryption-at-rest': PostgresEncryptionContent
  'postgres-high-availability': PostgresAvailabilityContent
  'postgres-rollback': PostgresRollbackContent
  'postgres-backups': PostgresBackupContent
  'audit-trail-events': ArchiveContent
  'audit-trail-retention': AuditHoldingContent
  'member-removals': RemovalContent
  'app-transfers': AppTransferContent
  'api-sessions': SessionContent
  'tls-version-ciphers': FeaturesContent
  'keystroke-logging': DynosContent
  'app-webhooks': WebhookContent
  'ci-test-runs': TestRunContent
  'internal-routing': InternalRoutingContent
  'telemetry-drains': TelemetryDrainContent
  'platform-incidents': DelinquencyContent
  'evidence-package-integrity': SecondSourceContent | ReconciliationContent
  'drift-between-periods': DriftContent
  'postgres-credentials': PostgresCredentialContent
  'postgres-logging-settings': PostgresSettingsContent
  'postgres-links-dataclips': PostgresLinkContent
  'data-service-versions': ServiceVersionContent
  'key-value-store': KeyValueContent
  kafka: KafkaContent
  mtls: MutualTlsContent
  privatelink: PrivateLinkContent
  byok: CustomerKeyContent
  'heroku-connect': ConnectContent
}
