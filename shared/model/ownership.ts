import type { ControlOwner } from './framework.ts'
import { INHERITED, type InheritedStatement } from './inherited.ts'
import type { Topic } from './topic.ts'

/** Topics of documents that tell of nearly everything: sharing one of them makes no statement belong to a control. */
const EVERYTHING: ReadonlySet<Topic> = new Set<Topic>(['vendor-sparc', 'vendor-soc2-report'])

/** Why a control is seen to by whom, and what the vendor says about the same. */
export interface Ownership {
  readonly owner: ControlOwner
  /** Topics of vendor documents that speak to the control: the source of the proposal. */
  readonly documents: readonly Topic[]
  /** Topics of the customer's own account that speak to it. */
  readonly own: readonly Topic[]
  /** What the vendor operates around the same evidence, each with what is left to the customer. */
  readonly inherited: readonly InheritedStatement[]
}

/** Who sees to a control, with the source of that: what speaks to it, and what the vendor's documents say. */
export function ownershipOf(owner: ControlOwner, topics: readonly Topic[]): Ownership {
  const documents = topics.filter((topic) => topic.startsWith('vendor-'))
  const own = topics.filter((topic) => !topic.startsWith('vendor-'))
  const telling = new Set(topics.filter((topic) => !EVERYTHING.has(topic)))
  const inherited =
    owner === 'customer' ? [] : INHERITED.filter((one) => one.topics.some((topic) => telling.has(topic)))
  return { owner, documents, own, inherited }
}
