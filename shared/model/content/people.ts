import type { Instant } from '../json.ts'
import type { Ref, UserRef } from './refs.ts'

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
  | {
      /** One app or space of `GET /teams/{team}/permissions`: a second source beside collaborators and members. */
      readonly of: 'team-matrix'
      readonly team: string
      readonly kind: string
      readonly thing: Ref
      /** By address. */
      readonly users: readonly (UserRef & { readonly permissions: readonly string[] })[]
    }
  | {
      /** The permissions that a team can give. */
      readonly of: 'permission'
      readonly name: string
      readonly description: string | null
    }

/** Authorizations of the account and of teams, and clients of the account; texts of tokens are never kept. */
export type AuthorizationContent = OwnAuthorization | TeamAuthorization | OAuthClient

/** `GET /oauth/authorizations` of the connected account. */
export interface OwnAuthorization {
  readonly of: 'authorization'
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

/** `GET /teams/{team}/oauth/authorizations`: what acts for a team. */
export interface TeamAuthorization {
  readonly of: 'team-authorization'
  readonly id: string
  readonly team: Ref
  readonly description: string | null
  readonly scope: readonly string[]
  readonly client: Ref | null
  readonly user: UserRef | null
  /** Seconds; null for a token without end. */
  readonly expires_in: number | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** `GET /oauth/clients`: programs that the connected account has registered. The secret is dropped. */
export interface OAuthClient {
  readonly of: 'client'
  readonly id: string
  readonly name: string
  /** Scheme and host of the address that people return to. */
  readonly redirect_scheme: string
  readonly redirect_host: string
  readonly ignores_delinquent: boolean | null
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
