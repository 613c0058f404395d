import type { AttestationKind } from '../../../shared/model/records/attestation.ts'
import type { DataClass } from '../../../shared/model/records/data-class.ts'
import type { ListKind } from '../../../shared/model/records/lists.ts'
import type { AppTagFields } from '../../../shared/model/records/scope.ts'
import type { RegisterState } from '../register.ts'

/** What the compliance lead of the sample organisation tells a locker: tags, lists and statements. */
export interface Told {
  /** Classes of data by name of the app. */
  readonly tags: Readonly<Record<string, readonly DataClass[]>>
  /** What else is said of an app, by its name. */
  readonly apps?: Readonly<Record<string, Partial<AppTagFields>>>
  readonly lists: { readonly [K in ListKind]?: readonly object[] }
  /** Documents of other vendors: a plain text that says that it is a sample stands in for each. */
  readonly documents?: readonly {
    readonly title: string
    readonly type: 'soc2-report' | 'iso-certificate'
    readonly validFrom: string
    readonly validTo: string
  }[]
  readonly statements: readonly {
    readonly about: AttestationKind
    /** App or database; null for the organisation. */
    readonly subject: string | null
    readonly answer: boolean
    readonly statement: string
    readonly facts?: Readonly<Record<string, string | number | string[]>>
  }[]
}

/** What the audit trail and the spaces showed, that the lead writes tickets, reviews and reasons for. */
export interface Seen {
  /** Changes of permissions on one app. */
  readonly permissions: readonly { readonly at: string; readonly app: string; readonly email: string }[]
  /** Changes of config vars on one app. */
  readonly configChanges: readonly {
    readonly at: string
    readonly app: string
    readonly actor: string | null
  }[]
  readonly ruleChanges: readonly { readonly at: string; readonly space: string }[]
  /** Somebody whom the trail shows to be removed from a team. */
  readonly removed: { readonly at: string; readonly email: string } | null
  /** A data service that the trail shows to be destroyed. */
  readonly destroyed: { readonly at: string; readonly addon: string } | null
}

/** The circumstances of telling. */
export interface Telling {
  readonly seen: Seen
  /** How well the lead keeps the lists: `neglected` ones are out of date. */
  readonly state: RegisterState
  /** The day so many days from now; negative for the past. */
  readonly day: (days: number) => string
}
