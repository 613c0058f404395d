import type { Answer } from './check.ts'
import type { FrameworkId } from './engagement.ts'
import type { Topic } from './topic.ts'

/** One requirement of a framework, by its official id. */
export interface Control {
  readonly id: string
  /** Id of the control above it; null at the top. */
  readonly parent: string | null
  /** Official short name where it is free to use, else our own words. */
  readonly title: string
  /** Kind in the framework's own terms: `control`, `criterion`, `requirement`, `section` … */
  readonly kind: string
  /** What it asks, in our own words; left out where no evidence from Heroku can speak to it. */
  readonly says?: string
  /** Who usually sees to it on Heroku; left out where nothing speaks to it. See `ownerOf`. */
  readonly owner?: ControlOwner
}

/** Who sees to a control: the vendor alone, both, or the customer alone. */
export type ControlOwner = 'inherited' | 'shared' | 'customer'

/** How a framework takes its mappings from another one, whose evidence is the same. */
export interface Through {
  readonly framework: FrameworkId
  /** `parent`: an entry takes what speaks to the other framework's control of its parent's id. */
  readonly by: 'parent' | 'translation'
  /** Of a translation: which id became which; null where there is no successor. */
  readonly rows?: readonly Translated[]
}

/** What became of a control's id in another version of its framework. */
export interface Translated {
  readonly from: string
  readonly to: string | null
  /** `same`, or what a person has to know. */
  readonly note: string
}

/** Why evidence of a topic speaks to a control: a suggestion until a person confirms it. */
export interface TopicMapping {
  readonly topic: Topic
  readonly control: string
  readonly rationale: string
}

/** Which control a check tests. */
export interface CheckMapping {
  readonly check: string
  readonly control: string
}

/** A file of `assets/frameworks`: catalog and mappings as data. */
export interface Framework {
  readonly id: FrameworkId
  readonly title: string
  readonly version: string
  /** Where the ids come from and under which terms. */
  readonly source: string
  /** Kinds that count as one requirement, as against headings. */
  readonly requirementKinds: readonly string[]
  /** Published number per kind, where one is published. */
  readonly published: Readonly<Record<string, number>>
  readonly controls: readonly Control[]
  readonly topics: readonly TopicMapping[]
  readonly checks: readonly CheckMapping[]
  readonly through?: Through
}

/**
 * Where a control stands in a collection: `exception` when a check of it fails, `supported` when none fails
 * and at least one passes, `evidence` when there is evidence but no check answered, `open` when there is nothing.
 */
export type ControlStatus = 'supported' | 'exception' | 'evidence' | 'open'

/** A control with all that speaks to it in one collection. */
export interface ControlState {
  readonly framework: FrameworkId
  readonly control: Control
  readonly status: ControlStatus
  readonly evidence: number
  readonly topics: readonly {
    readonly topic: Topic
    readonly rationale: string
    readonly items: number
    readonly notRead: number
  }[]
  readonly checks: readonly { readonly check: string; readonly counts: Readonly<Record<Answer, number>> }[]
}
