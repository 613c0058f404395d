import type { Instant } from '../json.ts'
import type { Ref } from './refs.ts'

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
