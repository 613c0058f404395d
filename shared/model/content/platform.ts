import type { Instant } from '../json.ts'
import type { Ref, UserRef } from './refs.ts'

/**
 * Labs features of an account, a team or an app, all of one owner together: the list is short and its answer is
 * about the owner. Among those of an app are the ones that decide over TLS (`spaces-strict-tls`, `spaces-tls-legacy`,
 * `spaces-tls-modern`). Subject: the owner.
 */
export interface FeaturesContent {
  readonly of: 'account-features' | 'team-features' | 'app-features'
  readonly owner: Ref
  /** By name. */
  readonly features: readonly {
    readonly name: string
    readonly enabled: boolean
    /** Such as `general`, `beta`, `private`; null where not told. */
    readonly state: string | null
  }[]
}

/** `GET /account/app-transfers`: apps on their way from or to the collecting account. Subject: the transfer. */
export interface AppTransferContent {
  readonly id: string
  readonly app: Ref
  readonly owner: UserRef
  readonly recipient: UserRef
  /** `pending`, `accepted` or `declined`. */
  readonly state: string
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** `GET /oauth/sessions` of the collecting account. Subject: the session. */
export interface SessionContent {
  readonly id: string
  /** Heroku's words, which name the address that signed in. */
  readonly description: string | null
  /** Seconds; null where not told. */
  readonly expires_in: number | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** Dynos at the moment of collection: how many of which, and each one that somebody started by hand. */
export type DynosContent =
  | {
      readonly of: 'dynos'
      readonly app: Ref
      /** By type, size and state. */
      readonly dynos: readonly {
        readonly type: string
        readonly size: string
        readonly state: string
        readonly count: number
      }[]
      readonly one_off: number
    }
  | {
      /** `heroku run`, a scheduler's job, a console: not a process of the formation. */
      readonly of: 'one-off-dyno'
      readonly id: string
      readonly app: Ref
      readonly name: string
      readonly type: string
      /** First word of the command; what follows may hold secrets and is dropped. */
      readonly program: string
      /** Somebody sits at it: Heroku gave an address to attach to, which is dropped. */
      readonly attached: boolean
      readonly size: string
      readonly state: string
      readonly release_version: number | null
      readonly created_at: Instant
    }

/** Subscriptions of apps to their own events, and what was sent. Addresses are reduced as those of drains. */
export type WebhookContent =
  | {
      readonly of: 'webhook'
      readonly id: string
      readonly app: Ref
      readonly scheme: string
      readonly host: string
      readonly port: number | null
      /** User information or a key in the query was present in the address. */
      readonly credential_in_address: boolean
      readonly include: readonly string[]
      /** `notify` tries once, `sync` again and again. */
      readonly level: string
      readonly created_at: Instant
    }
  | {
      readonly of: 'delivery'
      readonly id: string
      readonly app: Ref
      readonly webhook: string
      readonly event: string | null
      readonly include: string | null
      readonly status: string
      readonly attempts: number
      /** HTTP status of the last attempt. */
      readonly last_code: number | null
      readonly created_at: Instant
    }
  | {
      readonly of: 'event'
      readonly id: string
      readonly app: Ref
      /** Such as `release`, `build`, `dyno`. */
      readonly resource: string
      readonly action: string
      readonly actor: UserRef | null
      /** Id of the thing that the event is about; the rest of what was sent is dropped. */
      readonly resource_id: string | null
      readonly created_at: Instant
    }

/** `GET /pipelines/{pipeline}/test-runs` of Heroku CI. Subject: the run. */
export interface TestRunContent {
  readonly id: string
  readonly pipeline: Ref
  readonly number: number
  readonly commit_sha: string | null
  readonly commit_branch: string | null
  readonly status: string
  readonly actor_email: string | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** Whether an app is reachable from inside its space only, from `GET /apps`. Subject: the app. */
export interface InternalRoutingContent {
  readonly app: Ref
  readonly space: Ref | null
  readonly generation: string | null
  readonly internal_routing: boolean | null
}

/** OpenTelemetry drains of apps and spaces on Fir; the values of headers are never kept. Subject: the drain. */
export interface TelemetryDrainContent {
  readonly id: string
  readonly owner: Ref & { readonly type: string }
  readonly signals: readonly string[]
  /** `otlphttp` or `otlp`. */
  readonly exporter_type: string
  readonly scheme: string
  readonly host: string
  readonly port: number | null
  readonly credential_in_address: boolean
  readonly header_names: readonly string[]
  readonly created_at: Instant
}

/** When Heroku will suspend and delete what was not paid for; both null where all is paid. Subject: the owner. */
export interface DelinquencyContent {
  readonly of: 'delinquency'
  readonly owner: Ref & { readonly type: 'account' | 'team' }
  readonly scheduled_suspension_time: Instant | null
  readonly scheduled_deletion_time: Instant | null
}

/** What a team's apps used in a day or a month. Numbers are Heroku's credits; they change until the period ends. */
export interface Usage {
  readonly dynos: number | null
  readonly addons: number | null
  readonly data: number | null
  readonly partner: number | null
}

/**
 * Second sources: what Heroku bills and counts, and lists that must agree with those that the evidence rests on.
 * They are evidence that a collection is complete.
 */
export type SecondSourceContent =
  | {
      readonly of: 'team-usage'
      readonly team: Ref
      /** Such as `2026-10`. */
      readonly month: string
      /** By name; usage knows apps by name only. */
      readonly apps: readonly (Usage & { readonly name: string })[]
      readonly space: number | null
      readonly connect: number | null
    }
  | {
      readonly of: 'enterprise-usage'
      readonly enterprise_account: Ref
      /** Such as `2026-10`, or `2026-10-31` for a day. */
      readonly period: string
      readonly teams: readonly (Usage & {
        readonly id: string
        readonly name: string
        readonly space: number | null
        readonly apps: readonly string[]
      })[]
    }
  | {
      /** `GET /teams/{team}/addons`, against the add-ons of the account. */
      readonly of: 'team-addon'
      readonly id: string
      readonly name: string
      readonly team: string
      readonly app: Ref
      readonly plan: string
    }
  | {
      /** `GET /enterprise-accounts/{enterprise}/teams`, against the teams that the account sees. */
      readonly of: 'enterprise-team'
      readonly id: string
      readonly name: string
      readonly enterprise_account: Ref
    }
  | {
      /** `GET /teams/{team}/spaces`, against the spaces that the account sees. */
      readonly of: 'team-space'
      readonly id: string
      readonly name: string
      readonly team: string
    }
  | {
      readonly of: 'invoice'
      readonly id: string
      readonly team: Ref
      readonly number: number
      readonly period_start: string
      readonly period_end: string
      readonly payment_status: string | null
      /** Cents. */
      readonly total: number
    }
  | {
      readonly of: 'license'
      readonly team: Ref
      readonly name: string
      readonly code: string
      readonly quantity: number
      readonly consumed: number | null
      readonly start_date: string
      readonly end_date: string | null
    }
