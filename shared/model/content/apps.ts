import type { Instant } from '../json.ts'
import type { Fingerprint, Ref, UserRef } from './refs.ts'

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
  | {
      /** The stack of CI and review apps that name none. */
      readonly of: 'pipeline'
      readonly pipeline: Ref
      readonly stack: string | null
    }
  | {
      /** `GET /generations`: what each generation of the platform cannot do. */
      readonly of: 'generation'
      readonly id: string
      readonly name: string
      readonly unsupported_features: readonly string[]
    }
  | {
      /** What an app may be moved to. */
      readonly of: 'available-stacks'
      readonly app: Ref
      readonly stacks: readonly string[]
    }
  | {
      /** Generations that a team may create apps on. */
      readonly of: 'available-generations'
      readonly team: Ref
      readonly generations: readonly string[]
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
      /** Such as `production`; null where not told. */
      readonly infrastructure_tier: string | null
      /** Such as `standard`, `performance`; null where not told. */
      readonly product_dyno_tier: string | null
    }
  | {
      readonly of: 'formation'
      readonly id: string
      readonly app: Ref
      readonly type: string
      readonly size: string
      readonly quantity: number
    }
  | {
      /** What an app's processes may be sized to. */
      readonly of: 'available-sizes'
      readonly app: Ref
      readonly sizes: readonly string[]
    }
  | {
      /** An autoscaling rule or an alert on web dynos. */
      readonly of: 'monitor'
      readonly id: string
      readonly app: Ref
      readonly name: string | null
      readonly action_type: string | null
      readonly active: boolean | null
      readonly min_quantity: number | null
      readonly max_quantity: number | null
      readonly notification_channels: readonly string[]
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
