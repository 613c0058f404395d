import type { AttestationKind } from '../../../shared/model/records/attestation.ts'
import type { DataClass } from '../../../shared/model/records/data-class.ts'
import type { ListKind } from '../../../shared/model/records/lists.ts'

/** What the compliance lead of the sample organisation tells a locker: tags, lists and statements. */
export interface Told {
  /** Classes of data by name of the app. */
  readonly tags: Readonly<Record<string, readonly DataClass[]>>
  readonly lists: { readonly [K in ListKind]?: readonly object[] }
  readonly statements: readonly {
    readonly about: AttestationKind
    /** App or database; null for the organisation. */
    readonly subject: string | null
    readonly answer: boolean
    readonly statement: string
    readonly facts?: Readonly<Record<string, string | number | string[]>>
  }[]
}
