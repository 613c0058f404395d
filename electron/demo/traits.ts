import type { SpaceName, TeamName } from './company.ts'

/** Stages of a pipeline, as Heroku names them. */
export type Stage = 'test' | 'review' | 'development' | 'staging' | 'production'

/** How one database is kept. Everything left out is healthy for its plan. */
export interface DatabaseTraits {
  readonly encrypted?: boolean
  readonly standby?: 'available' | 'unavailable' | 'none'
  readonly backups?: 'daily' | 'weekly' | 'failing' | 'none'
  /** Days since a restore was tried; none when left out. */
  readonly restored?: number
  readonly region?: string
  readonly rollback?: boolean
  /** Attachment name of the database of the same app that this one follows. */
  readonly follows?: string
  readonly mutualTls?: boolean
}

/** An add-on that an app owns. */
export interface AddonTraits {
  readonly plan: string
  readonly as?: string
  /** Attached to nothing, not even to its own app. */
  readonly orphan?: true
  readonly database?: DatabaseTraits
}

/** A custom domain and what stands behind it. */
export interface DomainTraits {
  readonly host: string
  readonly certificate:
    | 'managed'
    | 'managed-pending'
    | 'managed-failing'
    | 'managed-failed'
    | 'manual'
    | 'manual-ending'
    | 'manual-expired'
    | 'self-signed'
    | 'none'
}

/** Where logs go. */
export type DrainTraits = 'syslog-tls' | 'https' | 'syslog-plain' | 'userinfo' | 'query-key' | 'addon'

/** What sets an app apart. Everything left out is good practice. */
export interface AppTraits {
  readonly name: string
  /** Left out: the app belongs to Lars in person. */
  readonly team?: TeamName
  readonly space?: SpaceName
  readonly region?: 'us' | 'eu'
  readonly stack?: string
  readonly buildStack?: string
  readonly ageDays?: number
  readonly pipeline?: string
  readonly stage?: Stage
  readonly unlocked?: true
  readonly archived?: true
  readonly language?: 'nodejs' | 'ruby' | 'python' | 'java'
  readonly web?: readonly [size: string, quantity: number]
  readonly worker?: readonly [size: string, quantity: number]
  readonly addons?: readonly AddonTraits[]
  /** Attachments to add-ons of other apps. */
  readonly borrows?: readonly { readonly app: string; readonly as: string; readonly name: string }[]
  readonly drains?: readonly DrainTraits[]
  readonly telemetry?: boolean
  readonly domains?: readonly DomainTraits[]
  readonly config?: {
    readonly stale?: true
    readonly shares?: string
    readonly copies?: string
    readonly debug?: 'on' | 'off'
    /** Secrets are masked; left out: as the dice fall. */
    readonly masked?: boolean
    readonly hostile?: true
  }
  readonly releases?: {
    readonly count?: number
    readonly gap?: true
    readonly failed?: 'followed' | 'open'
    readonly direct?: true
    readonly endless?: true
    readonly hostile?: true
  }
  readonly buildpacks?: readonly string[]
  readonly unversioned?: true
  readonly outsiders?: readonly string[]
  readonly duties?: 'combined'
  /** Paths below the app that are refused even to the reading account. */
  readonly refuses?: readonly string[]
}
