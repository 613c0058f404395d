import type { Instant } from '../json.ts'
import type { Ref } from './refs.ts'

/** Where logs go. Addresses are kept without user, password, path and query. */
export interface LogDestinationContent {
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

/** A Private or Shield Space, and what stands in it. */
export type SpaceContent =
  | ({
      /** `GET /spaces`. Subject: the space. */
      readonly of: 'space'
      readonly team: Ref
      readonly region: string
      readonly shield: boolean
      readonly state: string
      readonly generation: string | null
      readonly cidr: string | null
      readonly data_cidr: string | null
      readonly created_at: Instant
    } & Ref)
  | {
      /** `GET /spaces/{space}/topology`: what the space's own name service knows. Subject: the app in its space. */
      readonly of: 'space-app'
      readonly space: Ref
      /** Id of the app; the topology knows no names. */
      readonly app: string
      readonly domains: readonly string[]
      readonly processes: readonly { readonly type: string; readonly dynos: number }[]
    }
  | {
      /** `GET /spaces/{space}/hosts`: machines that serve this space alone. Subject: the host. */
      readonly of: 'host'
      readonly id: string
      readonly space: Ref
      readonly state: string
      readonly allocated_at: Instant | null
      readonly released_at: Instant | null
    }

/** Whether the logs of a whole space go to one place, from `GET /spaces/{space}/log-drain`. Subject: the space. */
export interface SpaceLoggingContent {
  readonly space: Ref
  readonly shield: boolean
  readonly generation: string | null
  /** Null where Heroku answered that there is none. */
  readonly drain: {
    readonly id: string
    readonly scheme: string
    readonly host: string
    readonly port: number | null
    /** User information or a key in the query was present in the address. */
    readonly credential_in_address: boolean
    readonly created_at: Instant
  } | null
}

/** Networks of others that a space is joined with, and the space's own side of such a joint. */
export type SpacePeeringContent =
  | {
      /** `GET /spaces/{space}/peering-info`. Subject: the space. */
      readonly of: 'peering-info'
      readonly space: Ref
      readonly aws_account_id: string | null
      readonly aws_region: string | null
      readonly vpc_id: string | null
      readonly vpc_cidr: string | null
      readonly dyno_cidr_blocks: readonly string[]
      readonly unavailable_cidr_blocks: readonly string[]
      readonly space_cidr_blocks: readonly string[]
    }
  | {
      /** `GET /spaces/{space}/peerings`. Subject: the peering. */
      readonly of: 'peering'
      /** AWS's id of the peering, `pcx-…`. */
      readonly id: string
      readonly space: Ref
      /** `customer-managed`, or Heroku's own: `heroku-managed`, `heroku-postgresql` … */
      readonly type: string | null
      /** `active`, `pending-acceptance`, `failed`, `expired` … */
      readonly status: string
      readonly aws_account_id: string | null
      readonly aws_vpc_id: string | null
      readonly aws_region: string | null
      readonly cidr_blocks: readonly string[]
      readonly expires: Instant | null
    }

/** `GET /spaces/{space}/vpn-connections`; pre-shared keys are dropped on parsing. Subject: the connection. */
export interface SpaceVpnContent {
  readonly id: string
  readonly name: string | null
  readonly space: Ref
  /** Address of the customer's gateway. */
  readonly public_ip: string | null
  readonly routable_cidrs: readonly string[]
  readonly space_cidr_block: string | null
  readonly ike_version: number | null
  /** `active`, `provisioning`, `failed` … */
  readonly status: string
  readonly status_message: string | null
  readonly tunnels: readonly {
    readonly ip: string | null
    readonly customer_ip: string | null
    /** `UP` or `DOWN`. */
    readonly status: string
    readonly status_message: string | null
    readonly last_status_change: string | null
  }[]
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
