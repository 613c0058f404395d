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
  /** The app and attachment that this one was forked from. */
  readonly forkOf?: { readonly app: string; readonly as: string }
  /** Clients from outside with certificates; ended, when the last of them is out of date. */
  readonly mutualTls?: 'valid' | 'ended'
  /** What the database logs; `ddl` with connections when left out. */
  readonly logs?: 'nothing' | 'ddl' | 'mod'
  /** Tables stream into the Kafka cluster of the same app. */
  readonly streams?: true
  /** The app whose database this one has a data link to. */
  readonly linksTo?: string
}

/** An add-on that an app owns. */
export interface AddonTraits {
  readonly plan: string
  readonly as?: string
  /** Attached to nothing, not even to its own app. */
  readonly orphan?: true
  /** Name of the credential that its own attachment hands out; the default one when left out. */
  readonly credential?: string
  /** The AWS account that reaches it by PrivateLink. */
  readonly privateLink?: string
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
  readonly borrows?: readonly {
    readonly app: string
    readonly as: string
    readonly name: string
    readonly credential?: string
  }[]
  readonly drains?: readonly DrainTraits[]
  readonly telemetry?: boolean
  /** Reached from inside its space only. */
  readonly internal?: true
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
    /** One of the last releases brought older code back. */
    readonly rolledBack?: true
  }
  readonly buildpacks?: readonly string[]
  readonly unversioned?: true
  readonly outsiders?: readonly string[]
  readonly duties?: 'combined'
  /** Paths below the app that are refused even to the reading account. */
  readonly refuses?: readonly string[]
}
