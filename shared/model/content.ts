import type { Instant } from './json.ts'

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
  'domains-acm-certificates': TlsContent
  'stack-eol': StackContent
  'dyno-tier': DynoContent
  'region-residency': RegionContent
  'postgres-encryption-at-rest': PostgresEncryptionContent
  'postgres-high-availability': PostgresAvailabilityContent
  'postgres-rollback': PostgresRollbackContent
  'postgres-backups': PostgresBackupContent
  'audit-trail-events': ArchiveContent
}

/** Heroku's way of naming another thing. */
export interface Ref {
  readonly id: string
  readonly name: string
}

/** A person as other things refer to them. */
export interface UserRef {
  readonly id: string | null
  readonly email: string
}

/** `GET /apps`. Subject: the app. */
export interface AppContent extends Ref {
  readonly team: Ref | null
  readonly owner: UserRef
  readonly region: string
  readonly space: (Ref & { readonly shield: boolean | null }) | null
  readonly generation: string | null
  readonly stack: string
  readonly build_stack: string
  readonly acm: boolean | null
  readonly internal_routing: boolean | null
  readonly maintenance: boolean
  readonly created_at: Instant
  readonly released_at: Instant | null
  readonly archived_at: Instant | null
}

/** `GET /teams/{team}/apps`. Subject: the app. */
export interface AppLockContent extends Ref {
  readonly team: string
  readonly locked: boolean
}

/** `GET /teams/{team}/members`. Subject: the member in the team. */
export interface TeamMemberContent {
  readonly id: string
  readonly team: string
  readonly email: string
  readonly user_id: string | null
  readonly role: string | null
  readonly federated: boolean
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** Second factors: of team members, of enterprise account members, of the collecting account. */
export type MfaContent =
  | {
      readonly of: 'team-member' | 'enterprise-member'
      /** Name of the team or the enterprise account. */
      readonly in: string
      readonly email: string
      readonly user_id: string | null
      /** Null on enterprise members: their list has no such field. */
      readonly federated: boolean | null
      readonly two_factor_authentication: boolean | null
      readonly identity_provider: Ref | null
    }
  | {
      readonly of: 'account'
      readonly email: string
      readonly user_id: string
      readonly federated: boolean
      readonly two_factor_authentication: boolean
      /** The four below are in the `3.sdk` variant only; null where the answer lacks them. */
      readonly mfa_enabled: boolean | null
      readonly mfa_exemption: boolean | null
      readonly mfa_exemption_reason: string | null
      readonly mfa_experience: string | null
    }

/** Single sign-on: which provider serves a team or enterprise account, and the provider itself. */
export type SsoContent =
  | {
      readonly of: 'team' | 'enterprise-account'
      readonly id: string
      readonly name: string
      /** Name of the team's enterprise account; null for a team outside one, and for the account itself. */
      readonly enterprise_account: string | null
      readonly identity_provider: Ref | null
    }
  | {
      readonly of: 'identity-provider'
      readonly id: string
      readonly name: string
      readonly owner: Ref & { readonly type: string }
      readonly enabled: boolean | null
      readonly entity_id: string
      readonly sso_target_url: string
      /** Null when Heroku did not return the list. Key and signature are read from the certificate itself. */
      readonly certificates:
        | readonly {
            readonly id: string
            readonly name: string | null
            readonly expires_at: Instant
            readonly sha256_fingerprint: string | null
            /** Such as `rsa` or `ec`; null when the body could not be parsed. */
            readonly key_type: string | null
            /** Bits of an RSA modulus or of an EC curve. */
            readonly key_bits: number | null
            /** Such as `sha256WithRSAEncryption`. */
            readonly signature_algorithm: string | null
          }[]
        | null
    }

/** `GET /enterprise-accounts/{e}/members`. Subject: the member. */
export interface EnterpriseMemberContent {
  readonly id: string
  readonly enterprise_account: string
  readonly user: UserRef
  readonly permissions: readonly string[]
}

/** `GET /teams/{team}/invitations`. Subject: the invited person. */
export interface InvitationContent {
  readonly id: string
  readonly team: string
  readonly email: string
  readonly role: string | null
  readonly invited_by: string
  readonly created_at: Instant
}

/** Who may do what: on apps, in spaces, and by default in a team. */
export type AccessContent =
  | {
      readonly of: 'collaborator'
      readonly id: string
      readonly app: Ref
      readonly user: UserRef & { readonly federated: boolean | null }
      readonly role: string | null
      readonly permissions: readonly string[]
      readonly created_at: Instant
    }
  | { readonly of: 'team-preferences'; readonly team: string; readonly default_permission: string | null }
  | {
      readonly of: 'space-member'
      readonly space: Ref
      readonly user: UserRef
      readonly permissions: readonly string[]
    }

/** `GET /oauth/authorizations` of the connected account; token texts are never kept. */
export interface AuthorizationContent {
  readonly id: string
  readonly description: string | null
  readonly scope: readonly string[]
  readonly client: Ref | null
  /** Seconds; null for a token without end. */
  readonly expires_in: number | null
  readonly has_refresh_token: boolean
  readonly has_session: boolean
  /** True for the authorization that this collection ran under; null where that could not be told. */
  readonly is_collector: boolean | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** `GET /account/keys` of the connected account, with algorithm and size read from the public key. */
export interface SshKeyContent {
  readonly id: string
  readonly comment: string | null
  readonly fingerprint: string
  /** Such as `ssh-ed25519`; null when the key could not be parsed. */
  readonly algorithm: string | null
  readonly bits: number | null
  readonly created_at: Instant
}

/** Names and ages of config vars; never a value. Subject: the variable of the app. */
export interface ConfigVarContent {
  readonly app: Ref
  readonly key: string
  /** The name looks like a credential's (SECRET, TOKEN, PASSWORD, KEY, _URL …). */
  readonly secret_like: boolean
  readonly masked: boolean | null
  readonly masking_supported: boolean | null
  readonly value_updated_at: Instant | null
  /** Id of the add-on attachment that made the variable. */
  readonly attachment: string | null
  /** For variables on the list of debug flags: whether it is on, judged in memory. Null for all others. */
  readonly debug_flag_on: boolean | null
}

/** Age and fingerprint of config vars whose name looks like a credential's. Subject: the variable of the app. */
export interface ConfigVarRotationContent {
  readonly app: Ref
  readonly key: string
  readonly value_updated_at: Instant | null
  readonly attachment: string | null
  readonly fingerprint: Fingerprint
}

/** HMAC-SHA-256 of a secret under the locker's own key, or the reason why there is none. Never exported. */
export type Fingerprint =
  | { readonly hmac: string }
  | { readonly withheld: 'short' | 'low-entropy' | 'empty' | 'masked' | 'not-readable' }

/** Add-ons and their attachments, across all apps. */
export type AddonInventoryContent =
  | {
      readonly of: 'addon'
      readonly id: string
      readonly name: string
      readonly addon_service: Ref
      readonly plan: Ref
      readonly app: Ref
      readonly state: string
      /** Release state of the plan and of the service, such as `ga`, `beta`, `shutdown`; null where not told. */
      readonly plan_state: string | null
      readonly service_state: string | null
      readonly created_at: Instant
    }
  | {
      readonly of: 'attachment'
      readonly id: string
      readonly name: string
      readonly namespace: string | null
      readonly addon: Ref & { readonly app: Ref | null }
      readonly app: Ref
      readonly created_at: Instant
    }

/** Which add-on services a team allows, and whether the control is on. */
export type AddonAllowlistContent =
  | {
      readonly of: 'team-preferences'
      readonly team: string
      readonly addons_controls: boolean | null
      readonly enterprise_team: boolean
    }
  | {
      readonly of: 'allowed-service'
      readonly id: string
      readonly team: string
      readonly addon_service: Ref
      readonly added_at: Instant
      readonly added_by: string
    }

/** The plan of each add-on as Heroku's catalog describes it. Subject: the add-on. */
export interface PlanContent {
  readonly addon: Ref
  readonly app: Ref
  readonly addon_service: string
  readonly plan: Ref
  readonly compliance: readonly string[] | null
  readonly installable_inside_private_network: boolean | null
  readonly installable_outside_private_network: boolean | null
  readonly state: string | null
}

/** `GET /apps/{app}/releases`. Subject: the release. */
export interface ReleaseContent {
  readonly id: string
  readonly app: Ref
  readonly version: number
  readonly description: string
  readonly status: string
  readonly user: UserRef
  readonly current: boolean
  readonly slug: string | null
  readonly oci_image: string | null
  readonly addon_plan_names: readonly string[]
  readonly created_at: Instant
}

/** Builds of an app, and the buildpacks it builds with. */
export type BuildContent =
  | {
      readonly of: 'build'
      readonly id: string
      readonly app: Ref
      readonly status: string
      readonly stack: string | null
      readonly user: UserRef
      readonly buildpacks: readonly string[]
      readonly source_checksum: string | null
      readonly source_version: string | null
      readonly slug: string | null
      readonly release: string | null
      readonly created_at: Instant
    }
  | {
      readonly of: 'buildpack'
      readonly app: Ref
      readonly ordinal: number
      readonly name: string
      readonly url: string
    }

/** Pipelines and the apps coupled to them. */
export type PipelineContent =
  | {
      readonly of: 'pipeline'
      readonly id: string
      readonly name: string
      readonly owner: { readonly id: string; readonly type: string } | null
      readonly created_at: Instant
    }
  | {
      readonly of: 'coupling'
      readonly id: string
      readonly pipeline: Ref
      readonly app: Ref
      readonly stage: string
      readonly created_at: Instant
    }

/** Review apps of a pipeline. */
export type ReviewAppsContent =
  | {
      readonly of: 'config'
      readonly pipeline: Ref
      /** False when Heroku answers 404: review apps are off. The other fields are null then. */
      readonly enabled: boolean
      readonly automatic_review_apps: boolean | null
      readonly destroy_stale_apps: boolean | null
      readonly stale_days: number | null
      readonly wait_for_ci: boolean | null
      readonly deploy_target: { readonly id: string; readonly type: string } | null
    }
  | {
      readonly of: 'review-app'
      readonly id: string
      readonly pipeline: Ref
      readonly app: string | null
      readonly branch: string
      readonly status: string
      readonly created_at: Instant
    }

/** Where logs and telemetry go. Addresses are kept without user, password, path and query. */
export type LogDestinationContent =
  | {
      readonly of: 'app-drain' | 'space-drain'
      readonly id: string
      /** The app or the space that drains. */
      readonly owner: Ref
      readonly scheme: string
      readonly host: string
      readonly port: number | null
      /** User information or a key in the query was present in the address. */
      readonly credential_in_address: boolean
      readonly addon: Ref | null
      readonly created_at: Instant
    }
  | {
      readonly of: 'telemetry-drain'
      readonly id: string
      readonly owner: Ref & { readonly type: string }
      readonly signals: readonly string[]
      readonly exporter_type: string
      readonly scheme: string
      readonly host: string
      readonly header_names: readonly string[]
      readonly created_at: Instant
    }

/** `GET /spaces`. Subject: the space. */
export interface SpaceContent extends Ref {
  readonly team: Ref
  readonly region: string
  readonly shield: boolean
  readonly state: string
  readonly generation: string | null
  readonly cidr: string | null
  readonly data_cidr: string | null
  readonly created_at: Instant
}

/** `GET /spaces/{space}/inbound-ruleset` (`current`) and its history. Subject: the rule set. */
export interface TrustedIpsContent {
  readonly id: string
  readonly space: Ref
  readonly current: boolean
  readonly created_at: Instant
  readonly created_by: string | null
  readonly rules: readonly { readonly action: string; readonly source: string }[]
}

/** `GET /spaces/{space}/nat`. Subject: the space. */
export interface SpaceNatContent {
  readonly space: Ref
  readonly state: string
  readonly sources: readonly string[]
}

/** Domains and certificates of an app. */
export type TlsContent =
  | {
      readonly of: 'domain'
      readonly id: string
      readonly app: Ref
      readonly hostname: string
      readonly kind: string
      readonly acm_status: string | null
      readonly acm_status_reason: string | null
      readonly sni_endpoint: Ref | null
      readonly status: string | null
      readonly created_at: Instant
      readonly updated_at: Instant
    }
  | {
      readonly of: 'certificate'
      /** Id of the SNI endpoint. */
      readonly id: string
      readonly app: Ref
      readonly name: string
      readonly cert_domains: readonly string[]
      readonly issuer: string | null
      readonly subject: string | null
      readonly starts_at: Instant | null
      readonly expires_at: Instant | null
      readonly ca_signed: boolean | null
      readonly self_signed: boolean | null
      /** Managed by Heroku (ACM). Null where neither the endpoint nor its domains tell. */
      readonly acm: boolean | null
      readonly domains: readonly string[]
    }

/** The stacks that Heroku offers, and the stack of each app. */
export type StackContent =
  | {
      readonly of: 'stack'
      readonly id: string
      readonly name: string
      readonly state: string
      readonly default: boolean
    }
  | {
      readonly of: 'app'
      readonly app: Ref
      readonly stack: string
      readonly build_stack: string
      readonly generation: string | null
    }

/** Dyno sizes of the catalog, and the formation of each app. */
export type DynoContent =
  | {
      readonly of: 'dyno-size'
      readonly id: string
      readonly name: string
      readonly dedicated: boolean | null
      readonly private_space_only: boolean | null
      readonly generation: string | null
    }
  | {
      readonly of: 'formation'
      readonly id: string
      readonly app: Ref
      readonly type: string
      readonly size: string
      readonly quantity: number
    }

/** Regions of the catalog, and where each app, space and add-on lives. */
export type RegionContent =
  | {
      readonly of: 'region'
      readonly id: string
      readonly name: string
      readonly country: string
      readonly locale: string
      readonly private_capable: boolean
      readonly provider_region: string | null
    }
  | {
      readonly of: 'placement'
      readonly kind: 'app' | 'space' | 'addon'
      readonly thing: Ref
      readonly region: string | null
      readonly of_app: Ref | null
    }

/** What every Postgres topic tells about the database itself. */
export interface PostgresDatabase {
  readonly addon: Ref
  readonly app: Ref
  readonly plan: string
  /** `essential`, `standard`, `premium`, `private`, `shield`, `advanced`, or the unknown plan's own prefix. */
  readonly tier: string
  readonly version: string | null
}

/** Data API: the `Data Encryption` row, or `features.data_encryption`. Subject: the database. */
export interface PostgresEncryptionContent extends PostgresDatabase {
  /** Null where the answer has no such row or its text is not known. */
  readonly encrypted: boolean | null
  /** The row's own words. */
  readonly stated: string | null
  readonly customer_key: string | null
}

/** Data API: the `HA Status` row, or `features.highly_available`. Subject: the database. */
export interface PostgresAvailabilityContent extends PostgresDatabase {
  readonly highly_available: boolean | null
  readonly stated: string | null
  readonly followers: number
}

/** Data API: `Continuous Protection` and `Rollback` rows, or `features.*`. Subject: the database. */
export interface PostgresRollbackContent extends PostgresDatabase {
  readonly continuous_protection: boolean | null
  readonly rollback: boolean | null
  readonly earliest_time: Instant | null
  readonly latest_time: Instant | null
  readonly stated: string | null
  readonly created_at: Instant | null
}

/** Backup schedules of a database and the transfers of an app (backups, restores, copies). */
export type PostgresBackupContent =
  | {
      readonly of: 'schedule'
      readonly id: string
      readonly addon: Ref
      readonly app: Ref
      readonly name: string
      readonly hour: number
      readonly timezone: string
      readonly days: readonly string[]
      readonly retain_weeks: number | null
      readonly retain_months: number | null
    }
  | {
      readonly of: 'schedules-read'
      readonly addon: Ref
      readonly app: Ref
      readonly plan: string
      readonly count: number
    }
  | {
      readonly of: 'transfer'
      readonly id: string
      readonly app: Ref
      /** As `heroku pg:backups` names it: a scheduled, b manual backup, c copy, r restore, with its number. */
      readonly label: string
      readonly kind: 'scheduled-backup' | 'manual-backup' | 'copy' | 'restore'
      readonly from_name: string | null
      readonly to_name: string | null
      readonly succeeded: boolean | null
      readonly warnings: number | null
      readonly source_bytes: number | null
      readonly processed_bytes: number | null
      readonly created_at: Instant
      readonly finished_at: Instant | null
      readonly deleted_at: Instant | null
    }

/** One monthly archive of the audit trail, as published and as downloaded. Subject: the month. */
export interface ArchiveContent {
  readonly enterprise_account: Ref
  readonly year: number
  /** Two digits. */
  readonly month: string
  readonly created_at: Instant
  readonly checksum: string
  readonly size: number
  /** SHA-256 and length of what was downloaded; null where the download failed. */
  readonly downloaded_sha256: string | null
  readonly downloaded_size: number | null
  readonly intact: boolean | null
  /** Number of events, and the first and last of their times; null where the archive could not be read. */
  readonly events: number | null
  readonly first_at: Instant | null
  readonly last_at: Instant | null
  readonly envelope: 'array' | 'entries' | null
}
